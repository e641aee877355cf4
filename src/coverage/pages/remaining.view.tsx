import type { VNode } from 'preact';
import { formatNip } from '../../agencies/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Pager, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { UNSIGNED } from '../counts.ts';
import { t } from '../messages.ts';
import type { StandingPerson } from '../people.ts';
import type { Subject } from '../subject.ts';
import type { UnitNode } from '../tree.ts';

export interface RemainingShown {
  lang: Lang;
  subject: Subject;
  asOf: Date;
  people: readonly StandingPerson[];
  total: number;
  units: readonly UnitNode[];
  asked: { search: string; state: string; unit: string; page: number };
  pages: number;
  /** Reasons may tell of health; only officers and heads see them. */
  mayReasons: boolean;
}

export function RemainingView(shown: RemainingShown): VNode {
  const { lang, subject, asOf, total, asked, pages } = shown;
  const tr = t(lang);
  const here = to('remaining', { agency: subject.agencyId, campaign: subject.campaignId });
  const href = (page: number) =>
    `${here}?${new URLSearchParams({ cari: asked.search, keadaan: asked.state, unit: asked.unit, hal: String(page) })}`;
  const pageText = tr('coverage.page', { page: asked.page, pages });
  return (
    <>
      <p class="no-print">
        <a href={to('coverage', { agency: subject.agencyId, campaign: subject.campaignId })}>
          {tr('coverage.of', { title: subject.title })}
        </a>
      </p>
      <h1>{tr('coverage.listTitle')}</h1>
      {subject.isExample ? (
        <p>
          <Tag tone="warn">{tr('coverage.example')}</Tag>
        </p>
      ) : null}
      <p>
        {tr('coverage.listCount', {
          n: formatNumber(lang, total),
          at: formatMoment(lang, asOf, subject.zone),
        })}
      </p>
      <Notice>
        <p>{tr('coverage.listNote')}</p>
      </Notice>
      <Filter {...shown} />
      {total === 0 ? <p>{tr('coverage.listNone')}</p> : null}
      {byUnit(shown.people).map(([unit, people]) => (
        <UnitPeople key={people[0]?.unitId} {...shown} unit={unit} people={people} />
      ))}
      <Pager
        page={asked.page}
        pages={pages}
        href={href}
        texts={[tr('coverage.previous'), pageText, tr('coverage.next')]}
      />
    </>
  );
}

function Filter({ lang, units, asked }: RemainingShown): VNode {
  const tr = t(lang);
  const states = [
    { value: '', text: tr('coverage.stillRemaining') },
    { value: 'semua', text: tr('coverage.all') },
    ...UNSIGNED.map((state) => ({ value: state as string, text: tr(`coverage.state.${state}`) })),
  ];
  const unitOptions = [
    { value: '', text: tr('coverage.allUnits') },
    ...units.map((unit) => ({ value: unit.id, text: unit.name })),
  ];
  return (
    <form method="get" class="no-print">
      <div class="grid">
        <TextField name="cari" label={tr('coverage.search')} value={asked.search} maxLength={100} />
        <SelectField name="keadaan" label={tr('coverage.state')} value={asked.state} options={states} />
        <SelectField name="unit" label={tr('coverage.unit')} value={asked.unit} options={unitOptions} />
      </div>
      <p>
        <button type="submit" class="second">
          {tr('coverage.find')}
        </button>
      </p>
    </form>
  );
}

function UnitPeople(props: RemainingShown & { unit: string }): VNode {
  const { lang, subject, people, unit, mayReasons } = props;
  const tr = t(lang);
  const standing = (person: StandingPerson) =>
    to('standing', { agency: subject.agencyId, campaign: subject.campaignId, person: person.personId });
  const reasons = mayReasons && people.some((person) => person.state === 'exempted');
  return (
    <DataTable
      caption={`${unit} (${formatNumber(lang, people.length)})`}
      columns={[
        { head: tr('coverage.name'), cell: (person) => <a href={standing(person)}>{person.name}</a> },
        { head: tr('coverage.number'), cell: (person) => <span class="num">{numberText(person)}</span> },
        { head: tr('coverage.post'), cell: (person) => person.post ?? '–' },
        { head: tr('coverage.state'), cell: (person) => tr(`coverage.state.${person.state}`) },
        ...(reasons
          ? [
              {
                head: tr('coverage.reason'),
                cell: (p: StandingPerson) => (p.state === 'exempted' ? p.exemptionReason : ''),
              },
            ]
          : []),
      ]}
      rows={people}
    />
  );
}

function numberText({ idNumber, category }: StandingPerson): string {
  return idNumber ? formatNip(idNumber, category.startsWith('pppk') ? 'ni-pppk' : 'nip') : '–';
}

/** Rows arrive ordered by unit. */
function byUnit(people: readonly StandingPerson[]): [string, StandingPerson[]][] {
  const groups = new Map<string, [string, StandingPerson[]]>();
  for (const person of people) {
    const group = groups.get(person.unitId);
    if (group) group[1].push(person);
    else groups.set(person.unitId, [person.unitName, [person]]);
  }
  return [...groups.values()];
}
