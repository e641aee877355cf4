import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import type { LifeEvent } from '../timeline.ts';
import { formatPartial } from './parts.view.tsx';
import { Proof, type Proven } from './proof.view.tsx';
import { layOut, SPAN, type TimelineLayout, type TimelineRow } from './timeline-layout.ts';

interface TimelineShown extends Proven {
  name: string;
  events: readonly LifeEvent[];
}

/** The life of an instrument, drawn, with its table beside it. */
export function Timeline(props: TimelineShown): VNode {
  const { lang, on, name, events } = props;
  const tr = t(lang);
  return (
    <section aria-labelledby="garis-waktu">
      <h2 id="garis-waktu">{tr('law.timeline')}</h2>
      <div class="split life">
        <div>
          <DataTable
            caption={tr('law.timelineTable', { date: formatDate(lang, on) })}
            columns={[
              { head: tr('law.when'), cell: ({ fact }) => when(lang, fact?.date) },
              { head: tr('law.event'), cell: (event) => <What {...props} event={event} /> },
            ]}
            rows={events}
          />
        </div>
        <figure class="timeline">
          <Drawing lang={lang} on={on} name={name} layout={layOut(events, on)} />
          <figcaption class="quiet">{tr('law.timelineKey')}</figcaption>
        </figure>
      </div>
    </section>
  );
}

function What(props: TimelineShown & { event: LifeEvent }): VNode {
  const { lang, on, event } = props;
  return (
    <div class="statement">
      {label(lang, event)}{' '}
      {event.by ? <a href={`${to('instrument', { id: event.by.id })}?pada=${on}`}>{event.by.name}</a> : null}
      <Proof {...props} confidence={event.confidence} sources={event.sources} />
    </div>
  );
}

function Drawing(props: { lang: Lang; on: string; name: string; layout: TimelineLayout }): VNode {
  const { lang, on, name, layout } = props;
  const { rows, height, force } = layout;
  return (
    <svg viewBox={`0 0 320 ${height}`} role="img" aria-label={t(lang)('law.timelineOf', { name })}>
      <line class="axis" x1="20" x2="20" y1="8" y2={height - 8} />
      {force ? <Force force={force} height={height} /> : null}
      {rows.map((row) => (
        <Row key={row.y} lang={lang} on={on} row={row} />
      ))}
    </svg>
  );
}

/** Solid while surely in force; dashed where the beginning is known only to the month or year, and where no end is. */
function Force({ force, height }: { force: NonNullable<TimelineLayout['force']>; height: number }): VNode {
  const { from, to: end, fromSpan } = force;
  const solid = fromSpan ? from + SPAN : from;
  const until = end ?? height - 26;
  return (
    <g class="force">
      {fromSpan ? <line class="unsure" x1="20" x2="20" y1={from} y2={solid} /> : null}
      <line x1="20" x2="20" y1={solid} y2={Math.max(solid, until)} />
      {end === null ? <line class="unsure" x1="20" x2="20" y1={until} y2={height - 8} /> : null}
    </g>
  );
}

function Row({ lang, on, row }: { lang: Lang; on: string; row: TimelineRow }): VNode {
  const { event, y } = row;
  if (!event)
    return (
      <g class="asked">
        <line x1="8" x2="310" y1={y} y2={y} />
        <text x="44" y={y + 16}>
          {t(lang)('law.askedDay', { date: formatDate(lang, on) })}
        </text>
      </g>
    );
  return (
    <g class={event.confidence}>
      <Mark row={row} />
      {linesOf(lang, event).map((line, at) => (
        <text key={line} x="44" y={y + 5 + at * 16} class={at === 0 ? 'date' : undefined}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Short lines, since the drawing has the width of a phone: the date, what is unknown of it, what happened, by what. */
function linesOf(lang: Lang, event: LifeEvent): string[] {
  const date = event.fact?.date;
  if (date === undefined) return [t(lang)('law.dateUnknown'), label(lang, event), event.by?.name ?? ''];
  return [formatPartial(lang, date), unknownOf(lang, date), label(lang, event), event.by?.name ?? ''].filter(
    Boolean,
  );
}

/** A disc for a day, a capsule for a span; a diamond where sources disagree. Hollow and dashed: not seen in a source. */
function Mark({ row: { event, y, shape } }: { row: TimelineRow }): VNode {
  if (event?.confidence === 'conflict') return <path class="mark" d={`M20 ${y - 9}l9 9-9 9-9-9z`} />;
  if (shape === 'span') return <rect class="mark span" x="12" y={y - 8} width="16" height={SPAN} rx="8" />;
  return <circle class={shape === 'undated' ? 'mark span' : 'mark'} cx="20" cy={y} r="8" />;
}

function label(lang: Lang, { kind }: LifeEvent): string {
  return t(lang)(`law.life.${kind}`);
}

function when(lang: Lang, date: string | undefined): string {
  if (date === undefined) return t(lang)('law.dateUnknown');
  return [formatPartial(lang, date), unknownOf(lang, date)].filter(Boolean).join(' ');
}

/** What a date that is no whole day leaves open; empty for a day. */
function unknownOf(lang: Lang, date: string): string {
  if (date.length === 10) return '';
  return `(${t(lang)(date.length === 4 ? 'law.dayMonthUnknown' : 'law.dayUnknown')})`;
}
