import type { VNode } from 'preact';
import { addDays } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { isOpen } from '../clocks-of.ts';
import type { CaseDue } from '../due.ts';
import { t } from '../messages.ts';
import { OWN_DEFAULTS, OWN_NAMES, type OwnDays, type OwnName, ownDays } from '../settings.ts';
import { ClockList, type ListedClock } from './clock-list.view.tsx';

export interface DaysForm {
  name: string;
  days: string;
  reason: string;
}

interface Props {
  lang: Lang;
  agencyId: string;
  today: string;
  cases: readonly CaseDue[];
  own: readonly OwnDays[];
  names: ReadonlyMap<string, string>;
  form: DaysForm;
  errors: FieldErrors;
  /** Whether who looks may set lengths. */
  may: boolean;
}

const AHEAD = 14;

export function DuePage(props: Props): VNode {
  const { lang, agencyId, today, cases, errors } = props;
  const tr = t(lang);
  const groups = grouped(cases, today);
  const listed = Object.entries(groups) as [keyof typeof groups, readonly ListedClock[]][];
  const none = listed.every(([, rows]) => rows.length === 0);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('dueDays.title')}</h1>
      <p class="prose">{tr('dueDays.lead')}</p>
      <p>{tr('dueDays.asOf', { day: formatDate(lang, today, true) })}</p>
      {none ? <p>{cases.some(({ first }) => first) ? tr('dueDays.noneHere') : tr('dueDays.none')}</p> : null}
      {listed.map(([group, rows]) =>
        rows.length === 0 ? null : (
          <ClockList
            key={group}
            {...{ lang, agencyId, rows, today, withCase: true }}
            caption={tr(`dueDays.group.${group}`, { total: rows.length })}
          />
        ),
      )}
      <Own {...props} />
    </>
  );
}

/** What is worst comes first, and in each group what is due first. */
function grouped(cases: readonly CaseDue[], today: string) {
  const rows = cases
    .flatMap(({ caseId, clocks }) => clocks.filter(isOpen).map((of) => ({ of, caseId })))
    .sort((a, b) => (a.of.due < b.of.due ? -1 : 1));
  const idle = ({ of }: ListedClock) => of.rule.clock === 'no-step';
  const last = addDays(today, AHEAD);
  const is = (state: string) => (row: ListedClock) => row.of.state === state && !idle(row);
  return {
    overdue: rows.filter(is('overdue')),
    stalled: rows.filter((row) => idle(row) && row.of.due <= today),
    today: rows.filter(is('due')),
    soon: rows.filter((row) => row.of.state === 'running' && row.of.due <= last),
    paused: rows.filter(is('paused')),
  };
}

function Own(props: Props): VNode {
  const { lang, own, names, today, may, errors } = props;
  const tr = t(lang);
  const rows = OWN_NAMES.map((name) => ({ name, set: ownDays(own, name, today) }));
  const by = (set: OwnDays) => `${names.get(set.by) ?? set.by}: ${set.reason}`;
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>{tr('dueDays.own')}</summary>
      <p class="prose">{tr('dueDays.ownLead')}</p>
      <DataTable<{ name: OwnName; set: OwnDays | null }>
        caption={tr('dueDays.own')}
        columns={[
          { head: tr('dueDays.clock'), cell: ({ name }) => tr(`dueDays.name.${name}`), long: true },
          {
            head: tr('dueDays.ownHead'),
            cell: ({ name, set }) => tr('dueDays.days', { days: set?.days ?? OWN_DEFAULTS[name] }),
          },
          {
            head: tr('dueDays.ownSince'),
            cell: ({ set }) => (set ? formatDate(lang, set.fromDay) : tr('dueDays.ownDefault')),
          },
          { head: tr('dueDays.ownBy'), cell: ({ set }) => (set ? by(set) : '–'), long: true },
        ]}
        rows={rows}
      />
      {may ? <OwnForm {...props} /> : null}
    </details>
  );
}

function OwnForm({ lang, agencyId, form, errors }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={to('oversightDue', { agency: agencyId })}>
      <SelectField
        name="name"
        label={tr('dueDays.ownWhich')}
        errors={errors}
        value={form.name}
        options={[
          { value: '', text: '' },
          ...OWN_NAMES.map((name) => ({ value: name, text: tr(`dueDays.name.${name}`) })),
        ]}
      />
      <TextField
        name="days"
        label={tr('dueDays.ownDaysField')}
        inputMode="numeric"
        errors={errors}
        value={form.days}
        short
      />
      <TextField
        name="reason"
        label={tr('dueDays.ownReason')}
        errors={errors}
        value={form.reason}
        maxLength={500}
      />
      <button type="submit">{tr('dueDays.ownDo')}</button>
    </form>
  );
}
