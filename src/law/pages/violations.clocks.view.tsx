import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { ErrorSummary, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { HOLIDAY_YEARS, workCalendar } from '../calendar/index.ts';
import { CLOCKS, type Clock, type Due, dueOn, type Reading } from '../procedure/index.ts';
import { t } from '../violations/messages.ts';
import { Cited, Grounds } from './violations.parts.view.tsx';

const TRACKS = ['discipline', 'supervision', 'remedy', 'bawaslu'] as const;

/** The clocks, counted from `start`, and the holidays they were counted with. */
export function clocksView(lang: Lang, start: string, error: string | null): VNode {
  const tr = t(lang);
  const errors: Record<string, string> = error ? { mulai: error } : {};
  return (
    <>
      <p class="no-print">
        <a href={urls.violations}>{tr('violations.back')}</a>
      </p>
      <h1>{tr('violations.clocksTitle')}</h1>
      <p class="prose">{tr('violations.clocksIntro')}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <form method="get" class="no-print">
        <TextField
          name="mulai"
          type="date"
          label={tr('violations.start')}
          hint={tr('violations.startHint')}
          value={start}
          errors={errors}
          short
        />
        <p>
          <button class="second" type="submit">
            {tr('violations.count')}
          </button>
        </p>
      </form>
      {TRACKS.map((track) => (
        <ClockTable key={track} lang={lang} start={start} track={track} />
      ))}
      <Holidays lang={lang} />
    </>
  );
}

function ClockTable({ lang, start, track }: { lang: Lang; start: string; track: Clock['track'] }): VNode {
  const tr = t(lang);
  const calendar = workCalendar();
  return (
    <DataTable<Clock>
      caption={tr(`violations.track.${track}`)}
      columns={[
        {
          head: tr('violations.what'),
          cell: ({ what, note }) => (
            <>
              {what[lang]}
              {note ? <span class="quiet"> {note[lang]}</span> : null}
            </>
          ),
        },
        { head: tr('violations.starts'), cell: ({ starts }) => starts[lang] },
        { head: tr('violations.length'), cell: (clock) => <Lengths lang={lang} clock={clock} /> },
        {
          head: tr('violations.due'),
          cell: (clock) => <DueCell lang={lang} due={dueOn(clock, start, calendar)} />,
        },
        {
          head: tr('violations.instrument'),
          cell: ({ instrument, ref }) => (instrument ? <Cited id={instrument} article={ref} /> : '–'),
        },
        { head: tr('violations.grounds'), cell: (clock) => <Grounds lang={lang} stated={clock} /> },
      ]}
      rows={CLOCKS.filter((clock) => clock.track === track)}
    />
  );
}

function Lengths({ lang, clock }: { lang: Lang; clock: Clock }): VNode {
  const tr = t(lang);
  const text = ({ length, unit }: Reading) => {
    if (clock.meaning === 'effective') return tr('violations.lengthEffective', { n: length });
    const plain = tr(`violations.length.${unit}`, { n: length });
    return clock.direction === 'before' ? tr('violations.lengthBefore', { length: plain }) : plain;
  };
  return <>{clock.readings.map(text).join(' / ')}</>;
}

function DueCell({ lang, due }: { lang: Lang; due: Due }): VNode {
  const tr = t(lang);
  if (due.standing === 'not-yet' || due.standing === 'revoked') return <>{tr('violations.dueNotYet')}</>;
  const dates = [...new Set(due.days.map((day) => day.date))];
  const years = [...new Set(due.days.flatMap((day) => day.unknownYears))].join(', ');
  return (
    <>
      {dates.map((date) => formatDate(lang, date, true)).join(' / ')}
      {due.agreed ? null : <span class="quiet"> ({tr('violations.dueDiffer')})</span>}
      {due.known ? null : (
        <>
          {' '}
          <span class="quiet">({tr('violations.dueUnknown', { years })})</span>
        </>
      )}
    </>
  );
}

function Holidays({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <p>{tr('violations.holidaysUnknown', { years: HOLIDAY_YEARS.map(({ year }) => year).join(', ') })}</p>
      {HOLIDAY_YEARS.map((one) => (
        <details key={one.year}>
          <summary>{tr('violations.holidays', { year: one.year })}</summary>
          <p>
            {one.decree}. {one.note?.[lang]}
          </p>
          <Grounds lang={lang} stated={one} />
          <DataTable
            caption={tr('violations.holidays', { year: one.year })}
            columns={[
              { head: tr('violations.date'), cell: ({ date }) => formatDate(lang, date, true) },
              { head: tr('violations.holiday'), cell: ({ name }) => name[lang] },
              {
                head: tr('violations.kindOfDay'),
                cell: ({ kind }) => <Tag>{tr(`violations.day.${kind}`)}</Tag>,
              },
            ]}
            rows={one.days}
          />
        </details>
      ))}
    </>
  );
}
