import type { VNode } from 'preact';
import { findInstrument, printArticle } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { DataTable, Tag, type Tone } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { type CaseClock, daysLeft } from '../clocks-of.ts';
import { t } from '../messages.ts';
import { isOwn } from '../rules.ts';

export interface ListedClock {
  readonly of: CaseClock;
  readonly caseId: string;
}

interface Props {
  lang: Lang;
  agencyId: string;
  caption: string;
  rows: readonly ListedClock[];
  today: string;
  /** Whether a column names the case: where several are listed. */
  withCase?: boolean;
}

/** Clocks as a table; each with both readings where sources differ, what it rests on and how sure that is. */
export function ClockList({ lang, agencyId, caption, rows, today, withCase = false }: Props): VNode {
  const tr = t(lang);
  const named = {
    head: tr('dueDays.case'),
    cell: ({ caseId }: ListedClock) => (
      <a href={to('caseClocks', { agency: agencyId, case: caseId })}>{shortId(caseId)}</a>
    ),
  };
  return (
    <DataTable
      caption={caption}
      columns={[
        ...(withCase ? [named] : []),
        { head: tr('dueDays.clock'), cell: ({ of }) => of.clock.what[lang], long: true },
        { head: tr('dueDays.state'), cell: ({ of }) => <StateTag lang={lang} of={of} today={today} /> },
        { head: tr('dueDays.due'), cell: ({ of }) => <DueCell lang={lang} of={of} />, long: true },
        { head: tr('dueDays.holder'), cell: ({ of }) => tr(`dueDays.holder.${of.rule.holder}`) },
        { head: tr('dueDays.basis'), cell: ({ of }) => <BasisCell lang={lang} of={of} />, long: true },
      ]}
      rows={rows}
    />
  );
}

/** A case as people say it aloud: the first half of its id. */
export function shortId(caseId: string): string {
  return `${caseId.slice(0, 4)}-${caseId.slice(4, 8)}`.toUpperCase();
}

const TONES: Partial<Record<CaseClock['state'], Tone>> = {
  due: 'warn',
  overdue: 'bad',
  late: 'bad',
  met: 'good',
};

export function StateTag({ lang, of, today }: { lang: Lang; of: CaseClock; today: string }): VNode {
  const tr = t(lang);
  const { state, lateBy, rule } = of;
  const days = state === 'running' ? daysLeft(of, today) : lateBy;
  const word = state === 'passed' && rule.passes === 'effect' ? 'inForce' : state;
  return <Tag tone={TONES[state] ?? 'info'}>{tr(`dueDays.state.${word}`, { days })}</Tag>;
}

/** Every reading with its own day; the earliest first, because it warns. */
export function DueCell({ lang, of }: { lang: Lang; of: CaseClock }): VNode {
  const tr = t(lang);
  const days = [...of.days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const years = [...new Set(days.flatMap(({ unknownYears }) => unknownYears))].join(', ');
  return (
    <>
      {days.map((day) => (
        <div key={day.reading.unit}>{readingText(lang, day)}</div>
      ))}
      {days.length > 1 && of.due !== of.latest ? <small>{tr('dueDays.earlierWarns')} </small> : null}
      {of.known ? null : <small>{tr('dueDays.notBefore', { day: formatDate(lang, of.due), years })} </small>}
      {of.state === 'paused' ? <small>{tr('dueDays.whilePaused')}</small> : null}
    </>
  );
}

function readingText(lang: Lang, { date, reading }: CaseClock['days'][number]): string {
  const tr = t(lang);
  const day = formatDate(lang, date);
  if (reading.length === 0) return tr('dueDays.readingExact', { day });
  const confidence = tr(`dueDays.confidence.${reading.confidence}`);
  return tr('dueDays.reading', {
    ...{ day, length: reading.length, confidence },
    unit: tr(`dueDays.unit.${reading.unit}`),
  });
}

function BasisCell({ lang, of }: { lang: Lang; of: CaseClock }): VNode {
  const tr = t(lang);
  const { clock, rule, own, standing } = of;
  const instrument = clock.instrument ? findInstrument(clock.instrument) : undefined;
  const note = clock.note?.[lang];
  return (
    <>
      {instrument ? `${instrument.name}${clock.ref ? `, ${printArticle(clock.ref)}` : ''}. ` : null}
      {isOwn(rule.clock) ? `${tr('dueDays.promise')} ` : null}
      {own ? `${tr('dueDays.ownDays', { days: own.days, day: formatDate(lang, own.fromDay) })} ` : null}
      {standing === 'unknown' ? `${tr('dueDays.standingUnknown')} ` : null}
      {note ? <small>{note} </small> : null}
      {clock.sources.length > 0 ? <Sources lang={lang} of={of} /> : null}
    </>
  );
}

/** Addresses that were only recorded shortened are no links. */
function Sources({ lang, of: { clock } }: { lang: Lang; of: CaseClock }): VNode {
  return (
    <details>
      <summary>{t(lang)('dueDays.sources')}</summary>
      <ul>
        {clock.sources.map(({ url, note }) => (
          <li key={url + note}>
            {url.includes('…') ? url : <a href={url}>{new URL(url).host}</a>}
            {note ? ` (${note})` : ''}
          </li>
        ))}
        <li>
          <a href={urls.clocks}>{t(lang)('dueDays.toLaw')}</a>
        </li>
      </ul>
    </details>
  );
}
