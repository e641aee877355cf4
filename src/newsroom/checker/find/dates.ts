import type { IsoDate } from '../../../law/index.ts';
import { addDays, WEEKDAY_NAMES, weekdayName, weekdayOf } from '../read/calendar.ts';
import type { DateMention } from '../read/dates.ts';
import { candidates, resolveYear } from '../read/event-date.ts';
import type { Reading } from '../read/reading.ts';
import type { RawFinding } from '../types.ts';

/** Names of days that do not fit, days without a year, and dates that cannot both be true. */
export function findDates(reading: Reading): RawFinding[] {
  return [
    ...reading.time.dates.flatMap((date) => mismatch(date)),
    ...yearMissing(reading),
    ...contradictions(reading),
  ];
}

function mismatch(date: DateMention): RawFinding[] {
  if (!date.iso || date.weekday === undefined || weekdayOf(date.iso) === date.weekday) return [];
  const { start, end } = date;
  const params = { date: date.iso, printed: dayName(date), right: weekdayName(date.iso) };
  return [{ code: 'weekday-mismatch', start, end, params, sources: [] }];
}

function yearMissing({ doc, time, letters }: Reading): RawFinding[] {
  if (!/ikrar|pakta|netral|pemilu|pilkada|surat edaran/i.test(doc.clean)) return [];
  const own = new Set([time.event?.date, ...letters.map((letter) => letter.dated)]);
  const dates = time.dates.filter(
    (date) => date.year === undefined && (own.has(date) || (date.weekday && date.bracketed)),
  );
  return dates.map(({ start, end, ...date }) => {
    const mention = { start, end, ...date };
    const iso = resolveYear(mention, time.bounds);
    const { from, to } = time.bounds;
    const days = candidates(mention, time.bounds);
    const params = {
      date: iso ?? '',
      year: iso?.slice(0, 4) ?? '',
      from: from ?? '?',
      to: to ?? '?',
      printed: dayName(mention),
    };
    if (iso)
      return { code: 'year-missing', variant: date.weekday ? 'by-weekday' : 'by-bounds', start, end, params };
    const none =
      date.weekday !== undefined && days.length > 0 && days.every((day) => weekdayOf(day) !== date.weekday);
    return { code: 'year-missing', variant: none ? 'no-year-fits' : 'unknown', start, end, params };
  });
}

function contradictions(reading: Reading): RawFinding[] {
  const { time } = reading;
  const printed = time.event?.date?.iso;
  if (!printed) return [];
  return [...spokenAgainst(reading, printed), ...paperAfter(reading, printed)];
}

function spokenAgainst({ time }: Reading, printed: IsoDate): RawFinding[] {
  return time.relative.flatMap(({ start, end, date, distance }) => {
    const spoken = addDays(date.iso, -distance);
    if (spoken === printed) return [];
    const days = Math.abs(Math.round((Date.parse(spoken) - Date.parse(printed)) / 86_400_000));
    const params = { printed, spoken, days, weekday: weekdayName(spoken), named: date.iso };
    return [{ code: 'date-contradiction', variant: 'relative', start, end, params, sources: [] }];
  });
}

/** An event cannot carry out a letter that was signed after it. */
function paperAfter({ time }: Reading, printed: IsoDate): RawFinding[] {
  const paper = time.notBefore;
  if (!paper || paper.date <= printed) return [];
  const { start, end } = paper;
  return [
    {
      code: 'date-contradiction',
      variant: 'paper',
      start,
      end,
      params: { printed, paper: paper.date },
      sources: [],
    },
  ];
}

function dayName(date: DateMention): string {
  return date.weekday === undefined ? '' : (WEEKDAY_NAMES[date.weekday - 1] as string);
}
