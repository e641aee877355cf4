import type { Text } from '../violations/stated.ts';
import { NAMES } from './data/names.ts';
import { YEAR_ROWS, type YearRow } from './data/years.ts';
import type { Holiday, HolidayKind, HolidayYear } from './types.ts';

/** The years whose holidays are known here. */
export const HOLIDAY_YEARS: readonly (HolidayYear & { known: true })[] = YEAR_ROWS.map(readYear);

const byYear = new Map(HOLIDAY_YEARS.map((one) => [one.year, one]));

/** The holidays of a year, or `{ known: false }`. Holidays follow decrees and the moon: none is ever computed. */
export function holidaysOf(year: number): HolidayYear {
  return byYear.get(year) ?? { year, known: false };
}

function readYear(row: YearRow): HolidayYear & { known: true } {
  const { year, decree, note, sources } = row;
  const days = [
    ...readDays(year, 'national', row.national),
    ...readDays(year, 'joint-leave', row.joint),
    ...(row.vote ? readDays(year, 'vote', row.vote) : []),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    year,
    known: true,
    decree,
    days,
    ...(note ? { note } : {}),
    since: { date: row.set, confidence: 'verified' },
    confidence: 'verified',
    sources,
  };
}

function readDays(year: number, kind: HolidayKind, list: string): Holiday[] {
  return list.split(',').map((entry) => {
    const [day, key] = entry.split(' ') as [string, string];
    const recalled = day.endsWith('?') ? ({ confidence: 'recalled' } as const) : {};
    return { date: `${year}-${day.slice(0, 5)}`, kind, name: NAMES[key] as Text, ...recalled };
  });
}
