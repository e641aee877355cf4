import type { FoundInstrument, IsoDate } from '../../../law/index.ts';
import type { Prepared } from '../text/prepare.ts';
import type { Span } from '../types.ts';
import { addDays, weekdayOf } from './calendar.ts';
import type { DateMention } from './dates.ts';
import { type ElectionMention, knownElections } from './elections.ts';
import { type DateBounds, type EventDate, readEventDate, resolveYear } from './event-date.ts';
import { type Letter, ownDate } from './letters.ts';

/** "esok tanggal 28 November 2023": a day named by its distance from the day of speaking. */
export interface RelativeDay extends Span {
  readonly date: DateMention & { readonly iso: IsoDate };
  /** Days from the day of speaking: esok 1, lusa 2, hari ini 0, kemarin -1. */
  readonly distance: number;
}

/** All that the text says about its own time. */
export interface TimeRead {
  readonly dates: readonly DateMention[];
  readonly event?: EventDate;
  /** The day of the event, where it is certain; derived where year or day had to be worked out. */
  readonly resolved?: { readonly date: IsoDate; readonly derived: boolean };
  readonly bounds: DateBounds;
  /** The latest dated paper that the event carries out; the event is not before it. */
  readonly notBefore?: { readonly date: IsoDate } & Span;
  /** A circular's own date. */
  readonly own?: DateMention;
  readonly relative: readonly RelativeDay[];
}

const RELATIVE =
  /\b(esok|besok|lusa|kemarin|hari\sini)(?:\shari)?(?:\s(?:pada\s)?(?:tanggal|tgl\.?))?[\s,(]{1,3}$/i;
const DISTANCE: Readonly<Record<string, number>> = { esok: 1, besok: 1, lusa: 2, kemarin: -1, 'hari ini': 0 };
const DECREE_DATE = /^[\s,]{0,3}(?:tertanggal|tanggal|tgl\.?)\s{0,2}$/i;

export function readTime(
  doc: Prepared,
  dates: readonly DateMention[],
  letters: readonly Letter[],
  instruments: readonly FoundInstrument[],
  mentions: readonly ElectionMention[],
  on: IsoDate | undefined,
): TimeRead {
  const decreeDates = datesAfter(doc.clean, dates, instruments);
  const papers = [...letters.flatMap((l) => (l.dated ? [l.dated] : [])), ...decreeDates];
  const own = doc.kind === 'circular' ? ownDate(doc, dates) : undefined;
  const relative = readRelative(doc, dates);
  const taken = new Set(
    [...papers, ...(own ? [own] : []), ...relative.filter((r) => r.distance !== 0).map((r) => r.date)].map(
      (date) => date.start,
    ),
  );
  const event = readEventDate(doc, dates, taken);
  const latest = papers
    .filter((d) => d.iso)
    .sort((a, b) => ((a.iso as string) < (b.iso as string) ? 1 : -1))[0];
  const notBefore = latest?.iso ? { date: latest.iso, start: latest.start, end: latest.end } : undefined;
  const bounds = boundsOf(notBefore?.date, mentions, on);
  const resolved = resolve(event, bounds, relative);
  return {
    dates,
    bounds,
    relative,
    ...(event ? { event } : {}),
    ...(resolved ? { resolved } : {}),
    ...(notBefore ? { notBefore } : {}),
    ...(own ? { own } : {}),
  };
}

/** The day by which the law is judged: what the caller says, else the event, else the circular's own day. */
export function judgedOn(time: TimeRead, on: IsoDate | undefined): IsoDate | undefined {
  return on ?? time.resolved?.date ?? time.own?.iso;
}

function datesAfter(
  text: string,
  dates: readonly DateMention[],
  instruments: readonly FoundInstrument[],
): DateMention[] {
  let i = 0;
  return instruments.flatMap(({ end }) => {
    while (i < dates.length && (dates[i] as DateMention).start < end) i += 1;
    const next = dates[i];
    return next && next.start - end < 24 && DECREE_DATE.test(text.slice(end, next.start)) ? [next] : [];
  });
}

function readRelative(doc: Prepared, dates: readonly DateMention[]): RelativeDay[] {
  return dates.flatMap((date) => {
    const match = RELATIVE.exec(doc.clean.slice(Math.max(0, date.start - 36), date.start));
    if (!match || !date.iso) return [];
    const start = date.start - match[0].length;
    const distance = DISTANCE[(match[1] as string).toLowerCase().replace(/\s/, ' ')] ?? 0;
    return [{ start, end: date.end, date: { ...date, iso: date.iso }, distance }];
  });
}

function boundsOf(
  from: IsoDate | undefined,
  mentions: readonly ElectionMention[],
  on: IsoDate | undefined,
): DateBounds {
  const known = knownElections(mentions);
  const votes = known.flatMap((e) => e.stages.filter((s) => s.kind === 'vote').map((s) => s.to)).sort();
  const named = mentions.flatMap((m) => (m.year ? [`${m.year}-12-31`] : [])).sort();
  const to = votes.at(-1) ?? named.at(-1);
  const earlier = on && (!to || on < to) && (!from || on >= from) ? on : to;
  const start = from ?? (earlier && `${Number(earlier.slice(0, 4)) - 2}-01-01`);
  return { ...(start ? { from: start } : {}), ...(earlier ? { to: earlier } : {}) };
}

function resolve(
  event: EventDate | undefined,
  bounds: DateBounds,
  relative: readonly RelativeDay[],
): TimeRead['resolved'] {
  const date = event?.date;
  if (!date) return undefined;
  if (date.iso === undefined) {
    const iso = date.year === undefined ? resolveYear(date, bounds) : undefined;
    return iso ? { date: iso, derived: true } : undefined;
  }
  if (date.weekday !== undefined && weekdayOf(date.iso) !== date.weekday) return undefined;
  const other = relative.find((r) => r.distance !== 0 && addDays(r.date.iso, -r.distance) !== date.iso);
  if (!other) return { date: date.iso, derived: false };
  const spoken = addDays(other.date.iso, -other.distance);
  // Two dates for one day: the spoken one stands only where the printed name of day fits it as well.
  return date.weekday !== undefined && weekdayOf(spoken) === date.weekday
    ? { date: spoken, derived: true }
    : undefined;
}
