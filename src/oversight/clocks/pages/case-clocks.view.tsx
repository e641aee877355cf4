import type { VNode } from 'preact';
import { formatDate } from '../../../platform/format.ts';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { Destination, Step } from '../../cases/stages.ts';
import { type CaseClock, isOpen } from '../clocks-of.ts';
import type { Fired } from '../ground.ts';
import { t } from '../messages.ts';
import { mayPause } from '../pause.ts';
import { PAUSE_KINDS, type Pause } from '../pauses.ts';
import { clockNamed } from '../rules.ts';
import { ClockList, DueCell, StateTag, shortId } from './clock-list.view.tsx';

export interface PauseForm {
  of: readonly string[];
  kind: string;
  from: string;
  until: string;
  note: string;
}

interface Props {
  lang: Lang;
  agencyId: string;
  caseId: string;
  today: string;
  clocks: readonly CaseClock[];
  steps: readonly Step[];
  pauses: readonly Pause[];
  fired: readonly Fired[];
  names: ReadonlyMap<string, string>;
  form: PauseForm;
  errors: FieldErrors;
  /** For the script that seals the note: who writes, and the public halves to which it is sealed. */
  sealing: { from: string; dialogue: string; team: string };
}

export function CaseClocksPage(props: Props): VNode {
  const { lang, agencyId, caseId, today, clocks, errors } = props;
  const tr = t(lang);
  const open = clocks.filter(isOpen).map((of) => ({ of, caseId }));
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <p>
        <a href={to('caseFile', { agency: agencyId, case: caseId })}>{tr('dueDays.toCase')}</a>
      </p>
      <h1>{tr('dueDays.caseTitle', { case: shortId(caseId) })}</h1>
      <p>{tr('dueDays.asOf', { day: formatDate(lang, today, true) })}</p>
      <Proposals {...props} />
      {open.length === 0 ? (
        <p>{tr('dueDays.noClocks')}</p>
      ) : (
        <ClockList
          {...{ lang, agencyId, rows: open, today }}
          caption={tr('dueDays.openOnes', { total: open.length })}
        />
      )}
      <h2>{tr('dueDays.pauses')}</h2>
      <p class="prose">{tr('dueDays.pauseLead')}</p>
      <Pauses {...props} />
      <PauseFields {...props} />
      <Ended {...props} />
      <Told {...props} />
    </>
  );
}

/** What the system proposed, newest last; nothing of it was sent. */
function Proposals({ lang, steps }: Props): VNode | null {
  const tr = t(lang);
  const found = steps.filter(({ what, by }) => what === 'escalated' && by === 'system');
  if (found.length === 0) return null;
  return (
    <Notice tone="warn">
      <h2>{tr('dueDays.proposals')}</h2>
      {found.map(({ n, onDate, data }) => (
        <p key={n}>
          {tr('dueDays.proposal', {
            day: formatDate(lang, onDate),
            clock: clockNamed(String(data.clock))?.what[lang] ?? '',
            due: formatDate(lang, String(data.dueOn)),
            body: tr(`dueDays.to.${data.to as Destination}`),
          })}
        </p>
      ))}
    </Notice>
  );
}

function Pauses(props: Props): VNode {
  const { lang, agencyId, caseId, pauses, today, names, clocks } = props;
  const tr = t(lang);
  const named = ({ of }: Pause) =>
    clocks
      .filter(({ key }) => of.includes(key))
      .map(({ clock }) => clock.what[lang])
      .join(' ');
  return (
    <ul>
      {pauses.map((pause) => (
        <li key={pause.n}>
          {tr('dueDays.pausedLine', {
            reason: tr(`dueDays.kind.${pause.kind}`),
            from: formatDate(lang, pause.from),
            until: pause.until ? formatDate(lang, pause.until) : tr('dueDays.openEnd'),
            by: names.get(pause.by) ?? pause.by,
            clocks: named(pause),
          })}
          {pause.until === null || pause.until > today ? (
            <form method="post" action={to('caseClocks', { agency: agencyId, case: caseId })}>
              <input type="hidden" name="act" value="resume" />
              <input type="hidden" name="paused" value={String(pause.n)} />
              <button class="plain" type="submit">
                {tr('dueDays.resume')}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function PauseFields({ lang, agencyId, caseId, clocks, form, errors, sealing }: Props): VNode {
  const tr = t(lang);
  const able = clocks.filter(mayPause);
  if (able.length === 0) return <p>{tr('dueDays.nothingToPause')}</p>;
  return (
    <form
      method="post"
      action={to('caseClocks', { agency: agencyId, case: caseId })}
      data-pause=""
      data-agency={agencyId}
      data-case={caseId}
      data-from={sealing.from}
      data-dialogue={sealing.dialogue}
      data-team={sealing.team}
    >
      <input type="hidden" name="act" value="pause" />
      <Choices
        legend={tr('dueDays.pauseWhich')}
        name="of"
        type="checkbox"
        error={errors.of}
        options={able.map(({ key, clock }) => ({
          value: key,
          text: clock.what[lang],
          checked: form.of.includes(key),
        }))}
      />
      <SelectField
        name="kind"
        label={tr('dueDays.pauseReason')}
        errors={errors}
        value={form.kind}
        options={[
          { value: '', text: '' },
          ...PAUSE_KINDS.map((kind) => ({ value: kind, text: tr(`dueDays.kind.${kind}`) })),
        ]}
      />
      <TextField
        type="date"
        name="from"
        label={tr('dueDays.pauseFrom')}
        errors={errors}
        value={form.from}
        short
      />
      <TextField
        type="date"
        name="until"
        label={tr('dueDays.pauseUntilField')}
        hint={tr('dueDays.pauseUntilHint')}
        errors={errors}
        value={form.until}
        short
      />
      <TextArea
        name="pause-note"
        label={tr('dueDays.pauseNote')}
        hint={tr('dueDays.pauseNoteHint')}
        errors={errors}
        value={form.note}
        rows={3}
      />
      <button type="submit">{tr('dueDays.pauseDo')}</button>
    </form>
  );
}

function Ended({ lang, today, clocks }: Props): VNode | null {
  const tr = t(lang);
  const rows = clocks.filter((one) => !isOpen(one));
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{tr('dueDays.ended', { total: rows.length })}</summary>
      <DataTable
        caption={tr('dueDays.ended', { total: rows.length })}
        columns={[
          { head: tr('dueDays.clock'), cell: ({ clock }) => clock.what[lang], long: true },
          { head: tr('dueDays.started'), cell: ({ startedOn }) => formatDate(lang, startedOn) },
          { head: tr('dueDays.due'), cell: (of) => <DueCell lang={lang} of={of} />, long: true },
          { head: tr('dueDays.endedOn'), cell: ({ endedOn }) => (endedOn ? formatDate(lang, endedOn) : '–') },
          { head: tr('dueDays.state'), cell: (of) => <StateTag {...{ lang, of, today }} /> },
        ]}
        rows={rows}
      />
    </details>
  );
}

function Told({ lang, fired }: Props): VNode | null {
  const tr = t(lang);
  if (fired.length === 0) return null;
  return (
    <details>
      <summary>{tr('dueDays.told', { total: fired.length })}</summary>
      <DataTable
        caption={tr('dueDays.told', { total: fired.length })}
        columns={[
          {
            head: tr('dueDays.clock'),
            cell: ({ clock }) => clockNamed(clock)?.what[lang] ?? clock,
            long: true,
          },
          { head: tr('dueDays.what'), cell: ({ what }) => tr(`dueDays.fired.${what}`) },
          { head: tr('dueDays.forDay'), cell: ({ forDay }) => formatDate(lang, forDay) },
        ]}
        rows={fired}
      />
    </details>
  );
}
