import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';
import { t as moveText } from '../moves/messages.ts';
import { CATEGORIES, type ListedPerson, type Person } from '../person.ts';
import { formatNip } from '../roster/index.ts';
import type { Unit } from '../unit.ts';
import { type Asked, PAGE } from './asked.ts';
import { ListPager, Tabs, withQuery } from './pages.view.tsx';
import { unitOptions } from './unit-options.ts';

interface Props {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  people: readonly ListedPerson[];
  total: number;
  counts: Record<Person['category'], number>;
  asked: Asked;
  mayEdit: boolean;
}

export function RosterPage(props: Props): VNode {
  const { lang, agency, units, people, total, asked, mayEdit } = props;
  const tr = t(lang);
  const path = to('roster', { agency: agency.id });
  const query = { cari: asked.search, unit: asked.unitId, kategori: asked.category ?? '' };
  const nobody = total === 0 && !asked.search && !asked.unitId && !asked.category;
  return (
    <>
      <h1>{tr('agencies.roster')}</h1>
      {agency.isExample ? <Notice>{tr('agencies.exampleRoster')}</Notice> : null}
      <div class="row">
        {mayEdit ? (
          <>
            <a class="button" href={to('rosterImport', { agency: agency.id })}>
              {tr('agencies.import')}
            </a>
            <a class="button second" href={to('personNew', { agency: agency.id })}>
              {tr('agencies.personAdd')}
            </a>
            <a class="button second" href={to('moves', { agency: agency.id })}>
              {moveText(lang)('agencies.moves.title')}
            </a>
          </>
        ) : null}
        <a class="button second" href={to('units', { agency: agency.id })}>
          {tr('agencies.units')}
        </a>
      </div>
      {nobody ? <Notice>{tr('agencies.rosterEmpty')}</Notice> : <Search {...props} />}
      {nobody ? null : <CategoryTabs {...props} />}
      {asked.tooShort ? <Notice tone="warn">{tr('agencies.searchShort')}</Notice> : null}
      {people.length > 0 ? (
        <DataTable
          caption={tr('agencies.rosterCaption', { total: formatNumber(lang, total) })}
          columns={columns(props)}
          rows={people}
        />
      ) : null}
      {people.length === 0 && !nobody ? <p>{tr('agencies.nobodyFound')}</p> : null}
      <ListPager
        lang={lang}
        page={asked.page}
        size={PAGE}
        total={total}
        href={(page) => withQuery(path, { ...query, hal: page })}
      />
      {units.length === 0 ? <p class="quiet">{tr('agencies.noUnits')}</p> : null}
    </>
  );
}

function Search({ lang, agency, units, asked }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="get" action={to('roster', { agency: agency.id })} class="card">
      <TextField
        name="cari"
        label={tr('agencies.search')}
        hint={tr('agencies.searchHint')}
        value={asked.search}
      />
      <SelectField
        name="unit"
        label={tr('agencies.unitAndBelow')}
        value={asked.unitId}
        options={[{ value: '', text: tr('agencies.allUnits') }, ...unitOptions(units)]}
      />
      {asked.category ? <input type="hidden" name="kategori" value={asked.category} /> : null}
      <button type="submit" class="second">
        {tr('agencies.show')}
      </button>
    </form>
  );
}

function CategoryTabs({ lang, agency, counts, asked }: Props): VNode {
  const tr = t(lang);
  const all = CATEGORIES.reduce((sum, name) => sum + counts[name], 0);
  const path = to('roster', { agency: agency.id });
  const tab = (key: string, text: string, count: number) => ({
    key,
    href: withQuery(path, { cari: asked.search, unit: asked.unitId, kategori: key }),
    text: `${text} (${formatNumber(lang, count)})`,
  });
  const tabs = [
    tab('', tr('agencies.everybody'), all),
    ...CATEGORIES.map((name) => tab(name, tr(`agencies.roster.category.${name}`), counts[name])),
  ];
  return <Tabs label={tr('agencies.categories')} tabs={tabs} chosen={asked.category ?? ''} />;
}

function columns({ lang, agency, mayEdit }: Props): Column<ListedPerson>[] {
  const tr = t(lang);
  const named = ({ id, name }: ListedPerson) =>
    mayEdit ? <a href={to('person', { agency: agency.id, person: id })}>{name}</a> : name;
  return [
    { head: tr('agencies.roster.field.name'), cell: named },
    {
      head: tr('agencies.roster.field.id'),
      cell: ({ idNumber, idKind }) => <span class="num">{idNumber ? formatNip(idNumber, idKind) : '–'}</span>,
    },
    {
      head: tr('agencies.roster.field.category'),
      cell: (person) => tr(`agencies.roster.category.${person.category}`),
    },
    { head: tr('agencies.roster.field.rank'), cell: (person) => person.rank ?? '–' },
    { head: tr('agencies.roster.field.post'), cell: (person) => postText(lang, person) },
    { head: tr('agencies.roster.field.unit'), cell: (person) => person.unitName },
    {
      head: tr('agencies.roster.field.status'),
      cell: ({ status }) => (
        <Tag tone={status === 'active' ? 'good' : 'warn'}>{statusText(lang, status)}</Tag>
      ),
    },
  ];
}

/** "Plt. Kepala Dinas" as the office writes it. */
function postText(lang: Lang, { post, postStatus }: Pick<Person, 'post' | 'postStatus'>): string {
  if (!post) return '–';
  return postStatus === 'definitive' ? post : `${t(lang)(`agencies.postStatus.${postStatus}`)} ${post}`;
}

function statusText(lang: Lang, status: string): string {
  return t(lang)(`agencies.status.${status}` as 'agencies.status.active');
}
