import type { IsoDate } from '../../../law/index.ts';
import type { Span } from '../types.ts';
import { isoDate, MONTH, monthNumber, WEEKDAY, type Weekday, weekdayNumber } from './calendar.ts';

/** A date as printed. `iso` only where day, month and year stand in the text and make a day. */
export interface DateMention extends Span {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly weekday?: Weekday;
  readonly iso?: IsoDate;
  /** Written in brackets, as news does with the day of an event: Kamis (23/02). */
  readonly bracketed: boolean;
}

const DAY_NAME = String.raw`(?:\b(${WEEKDAY})(?:\s?(?:-|dan|s\.?d\.?)\s?(${WEEKDAY}))?(?:\s(?:pagi|siang|sore|malam|kemarin|lalu))?[,.]?[\s(]{0,3}(?:tanggal\s|tgl\.?\s?)?)?`;
const LONG = new RegExp(
  String.raw`${DAY_NAME}(?<![\d.,/])\b(\d{1,2})(?:\s{0,2}(?:-|s\.?\/?d\.?|sampai(?:\sdengan)?|hingga|dan)\s{0,2}(\d{1,2}))?\s{1,2}(${MONTH})(?![a-z])(?:\s{1,2}(?:tahun\s{1,2})?((?:19|20)\d{2})(?!\d))?`,
  'gi',
);
const SHORT = new RegExp(
  String.raw`${DAY_NAME}(?<![\w./-])(\d{1,2})(?:-(\d{1,2}))?\/(\d{1,2})(?:\/((?:19|20)\d{2}|\d{2}))?(?![\w/-])\)?`,
  'gi',
);
const DIGITS =
  /(?<![\w./-])(?:(\d{1,2})([-.])(\d{1,2})\2((?:19|20)\d{2})|((?:19|20)\d{2})-(\d{2})-(\d{2}))(?![\w/-])/g;

/** Every date in the text, in order. A bare `23/2` counts only in brackets or after the name of a day. */
export function scanDates(text: string): DateMention[] {
  const found = [...scanLong(text), ...scanShort(text), ...scanDigits(text)];
  return found.sort((a, b) => a.start - b.start);
}

function scanLong(text: string): DateMention[] {
  return [...text.matchAll(LONG)].flatMap((m) => build(text, m, m[3], monthNumber(m[5] as string), m[6]));
}

function scanShort(text: string): DateMention[] {
  return [...text.matchAll(SHORT)].flatMap((m) => {
    const at = m.index + m[0].search(/\d/);
    const known = m[1] !== undefined || m[6] !== undefined || text[at - 1] === '(';
    return known ? build(text, m, m[3], Number(m[5]), m[6]) : [];
  });
}

function scanDigits(text: string): DateMention[] {
  return [...text.matchAll(DIGITS)].flatMap((m) =>
    m[5] ? build(text, m, m[7], Number(m[6]), m[5]) : build(text, m, m[1], Number(m[3]), m[4]),
  );
}

function build(
  text: string,
  match: RegExpExecArray,
  dayText: string | undefined,
  month: number,
  yearText: string | undefined,
): DateMention[] {
  const day = Number(dayText);
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const year = yearText === undefined ? undefined : fullYear(yearText);
  const named = match[1] && new RegExp(WEEKDAY, 'i').test(match[1]) ? weekdayNumber(match[1]) : undefined;
  const opened = match[0].includes('(');
  const end =
    match.index +
    match[0].length +
    (opened && !match[0].endsWith(')') && text[match.index + match[0].length] === ')' ? 1 : 0);
  const before = text.slice(Math.max(0, match.index - 2), match.index);
  const iso = year === undefined ? undefined : isoDate(year, month, day);
  const weekday = named;
  return [
    {
      start: match.index,
      end: opened ? end : end - (match[0].endsWith(')') ? 1 : 0),
      day,
      month,
      bracketed: opened || /\(\s?$/.test(before),
      ...(year === undefined ? {} : { year }),
      ...(weekday === undefined ? {} : { weekday }),
      ...(iso === undefined ? {} : { iso }),
    },
  ];
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
