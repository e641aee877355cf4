import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import type { ExpectedPerson } from '../expected.ts';
import { t as ceremonyText } from '../messages.ts';
import { t } from '../plan/messages.ts';
import type { Symbolic } from '../symbolic.ts';
import { BackToCeremony } from './back.view.tsx';
import type { Typed } from './form.ts';

export const UNIT_FIELDS = ['unit-1', 'unit-2', 'unit-3'];
/** Chosen instead of a person of the audience. */
export const OFFICIAL = '-';

type Props = Frame & {
  head: CeremonyHead;
  symbolic: Symbolic[];
  labels: ReadonlyMap<string, string>;
  search: string;
  found: ExpectedPerson[];
  typed: Typed;
  errors: FieldErrors;
  /** The page comes back from recording. */
  done: boolean;
};

export function SymbolicPage(props: Props): VNode {
  const { lang, head, staff, errors, done, symbolic } = props;
  const tr = t(lang);
  return (
    <>
      <BackToCeremony {...props} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('plan.symbolic')}</h1>
      <p>{head.title}</p>
      {done ? (
        <Notice tone="good">
          <p>{tr('plan.symbolicRecorded')}</p>
        </Notice>
      ) : null}
      <Notice tone="warn">
        <p>
          <strong>{tr('plan.symbolicTag')}</strong>
        </p>
        <p>{tr('plan.symbolicHint')}</p>
      </Notice>
      {symbolic.length > 0 ? <List {...props} /> : <p>{tr('plan.symbolicNone')}</p>}
      {staff.has('officer') || staff.has('operator') ? <AddSymbolic {...props} /> : null}
    </>
  );
}

function List({ lang, agency, symbolic }: Props): VNode {
  const tr = t(lang);
  const own = ceremonyText(lang);
  return (
    <DataTable
      caption={tr('plan.symbolic')}
      rows={symbolic}
      columns={[
        { head: own('ceremonies.personName'), cell: (row) => row.name },
        { head: tr('plan.standsFor'), cell: (row) => row.standsFor ?? tr('plan.notRecorded') },
        { head: own('ceremonies.office'), cell: (row) => row.office ?? tr('plan.notRecorded') },
        { head: tr('plan.recordedBy'), cell: (row) => row.recordedBy },
        { head: tr('plan.when'), cell: (row) => formatMoment(lang, row.recordedAt, agency.zone) },
      ]}
    />
  );
}

function AddSymbolic(props: Props): VNode {
  const { lang, agency, head, search, found } = props;
  const tr = t(lang);
  const here = to('ceremonySymbolic', { agency: agency.id, ceremony: head.id });
  return (
    <>
      <h2 id="catat">{tr('plan.addSymbolic')}</h2>
      <form method="get" action={`${here}#catat`}>
        <TextField name="q" label={tr('plan.searchPerson')} hint={tr('plan.findHint')} value={search} />
        <button class="second" type="submit">
          {tr('plan.doFind')}
        </button>
      </form>
      {search.length >= 3 && found.length === 0 ? <p>{tr('plan.foundNone', { search })}</p> : null}
      <RecordForm {...props} here={`${here}${search ? `?q=${encodeURIComponent(search)}` : ''}`} />
    </>
  );
}

function RecordForm(props: Props & { here: string }): VNode {
  const { lang, here, found, labels, typed, errors } = props;
  const tr = t(lang);
  const own = ceremonyText(lang);
  const text = (name: string, label: string) => ({ name, label, value: typed[name], errors });
  const people = [...new Map(found.map((person) => [person.personId, person])).values()];
  const chosen = typed.person ?? (people.length === 0 ? OFFICIAL : '');
  const options = [
    ...people.map(({ personId, name, post, unitName }) => ({
      value: personId,
      text: [name, post, unitName].filter(Boolean).join(' · '),
    })),
    { value: OFFICIAL, text: tr('plan.namedOfficial') },
  ];
  return (
    <form method="post" action={here} novalidate>
      <datalist id="symbolic-units">
        {[...new Set(labels.values())].map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <Choices
        legend={tr('plan.whoSigned')}
        name="person"
        type="radio"
        error={errors.person}
        options={options.map((option) => ({ ...option, checked: option.value === chosen }))}
      />
      <TextField
        {...text('name', own('ceremonies.personName'))}
        hint={people.length > 0 ? tr('plan.namedOfficial') : undefined}
      />
      <TextField {...text('office', own('ceremonies.office'))} />
      {UNIT_FIELDS.map((name, at) => (
        <TextField
          key={name}
          {...text(name, tr('plan.standsForUnit', { number: at + 1 }))}
          list="symbolic-units"
          autocomplete="off"
        />
      ))}
      <TextField {...text('words', tr('plan.standsForWords'))} hint={tr('plan.standsForWordsHint')} />
      <button type="submit">{tr('plan.record')}</button>
    </form>
  );
}
