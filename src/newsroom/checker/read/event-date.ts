import { ELECTIONS } from '../../../elections/index.ts';
import type { IsoDate } from '../../../law/index.ts';
import type { Prepared } from '../text/prepare.ts';
import type { Span } from '../types.ts';
import { isoDate, WEEKDAY, type Weekday, weekdayNumber, weekdayOf } from './calendar.ts';
import type { DateMention } from './dates.ts';

/** The day of the event as printed: a date, or only the name of a day. */
export interface EventDate extends Span {
  readonly date?: DateMention;
  readonly weekday?: Weekday;
}

export interface DateBounds {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

const FIELD = /Hari\s{0,3}[/,]?\s{0,3}(?:dan\s)?(?:Tanggal|Tgl)\.?\s{0,12}:\s{0,3}$/i;
const OTHER =
  /\b(?:sebelumnya|lalu|terakhir|akan|mendatang|batas|lambat|sejak|hingga|sampai|mulai|esok|besok|lusa|kemarin|tertanggal|bertanggal)\s(?:pada\s)?(?:hari\s)?(?:tanggal\s)?$/i;
const STAGE =
  /\b(?:kampanye|pencoblosan|pemungutan|masa\stenang|hari\sH|penetapan|pendaftaran|dijadwalkan)\b[^.\n]{0,40}$/i;
const DAY_ALONE = new RegExp(
  String.raw`(?:,\s|\bpada\s(?:hari\s)?|\bhari\s(?:ini,?\s)?|\(\s?)(${WEEKDAY})(?:\s(?:pagi|siang|sore|malam))?(?=[.,)]|\s(?:di|bertempat|dipimpin|saat|usai|yang|lalu|kemarin)\b|\s?$)`,
);
const STAGE_DAYS = new Set(ELECTIONS.flatMap((e) => e.stages.flatMap((s) => [s.from, s.to])));

/**
 * The printed day of the event. Dates of letters and decrees (`taken`), of election stages, of other days ("sebelumnya",
 * "besok") and inside quotations are not it. Undefined where the text does not say: a letter's date never stands in.
 */
export function readEventDate(
  doc: Prepared,
  dates: readonly DateMention[],
  taken: ReadonlySet<number>,
): EventDate | undefined {
  const free = dates.filter(
    (date) => date.start >= doc.bodyStart && !taken.has(date.start) && isOwnVoice(doc, date),
  );
  const field = free.find((date) => FIELD.test(doc.clean.slice(Math.max(0, date.start - 40), date.start)));
  if (field) return { start: field.start, end: field.end, date: field };
  if (doc.kind === 'circular') return undefined;
  const near = free.filter((date) => !isOtherDay(doc, date));
  const best =
    near.find((date) => date.weekday !== undefined || date.bracketed) ??
    near.find((date) => isInLead(doc, date));
  if (best)
    return {
      start: best.start,
      end: best.end,
      date: best,
      ...(best.weekday ? { weekday: best.weekday } : {}),
    };
  return dayAlone(doc);
}

/**
 * The one day in the bounds that fits day, month and name of day; undefined where none or several do. Without a name of
 * day the bounds must leave exactly one.
 */
export function resolveYear(date: DateMention, bounds: DateBounds): IsoDate | undefined {
  const fitting = candidates(date, bounds).filter(
    (iso) => date.weekday === undefined || weekdayOf(iso) === date.weekday,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The days that the bounds allow, whatever the name of day says. */
export function candidates(date: DateMention, { from, to }: DateBounds): IsoDate[] {
  if (!from && !to) return [];
  const first = Number((from ?? `${Number(to?.slice(0, 4)) - 2}`).slice(0, 4));
  const last = Number((to ?? `${first + 2}`).slice(0, 4));
  const days: IsoDate[] = [];
  for (let year = first; year <= Math.min(last, first + 6); year++) {
    const iso = isoDate(year, date.month, date.day);
    if (iso && (!from || iso >= from) && (!to || iso <= to)) days.push(iso);
  }
  return days;
}

function isOwnVoice(doc: Prepared, date: DateMention): boolean {
  return doc.narrative.slice(date.start, date.end).trim() !== '';
}

function isOtherDay(doc: Prepared, date: DateMention): boolean {
  const before = doc.clean.slice(Math.max(0, date.start - 80), date.start);
  const isStage = date.iso !== undefined && STAGE_DAYS.has(date.iso) && date.weekday === undefined;
  return (
    OTHER.test(before) || isStage || (STAGE.test(before) && date.weekday === undefined && !date.bracketed)
  );
}

function isInLead(doc: Prepared, date: DateMention): boolean {
  const before = doc.clean.slice(Math.max(0, date.start - 14), date.start);
  return (
    date.start < doc.bodyStart + 900 &&
    /(?:pada|tanggal|tgl\.?|,|\()\s{0,2}(?:tanggal\s)?$/i.test(before) &&
    date.iso !== undefined
  );
}

function dayAlone(doc: Prepared): EventDate | undefined {
  for (const sentence of doc.sentences.slice(0, 4)) {
    const match = DAY_ALONE.exec(doc.narrative.slice(sentence.start, sentence.end));
    if (!match) continue;
    const name = match[1] as string;
    const start = sentence.start + match.index + match[0].indexOf(name);
    return { start, end: start + name.length, weekday: weekdayNumber(name) };
  }
  return undefined;
}
