import type { IsoDate } from '../../../law/index.ts';

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAY_NAMES: readonly string[] = [
  'Senin',
  'Selasa',
  'Rabu',
  'Kamis',
  "Jum'at",
  'Sabtu',
  'Minggu',
];
export const WEEKDAY = "Senin|Selasa|Rabu|Kamis|Jum['a]?at|Jumat|Sabtu|Minggu|Ahad";
export const MONTH = String.raw`Januari|Jan\.?|Pebruari|Februari|Feb\.?|Maret|Mar\.?|April|Apr\.?|Mei|Juni|Jun\.?|Juli|Jul\.?|Agustus|Agust\.?|Agu\.?|Agt\.?|Ags\.?|September|Sept\.?|Sep\.?|Oktober|Okt\.?|November|Nopember|Nov\.?|Nop\.?|Desember|Des\.?`;

const MONTH_STEMS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'ag', 'sep', 'okt', 'nov', 'des'];
const WEEKDAY_STEMS = ['sen', 'sel', 'rab', 'kam', 'jum', 'sab', 'min'];

export function weekdayNumber(name: string): Weekday {
  const stem = name.toLowerCase().slice(0, 3);
  return (stem === 'aha' ? 7 : WEEKDAY_STEMS.indexOf(stem) + 1) as Weekday;
}

export function monthNumber(name: string): number {
  const stem = name.toLowerCase().replace('peb', 'feb').replace('nop', 'nov');
  return MONTH_STEMS.findIndex((month) => stem.startsWith(month)) + 1;
}

export function weekdayOf(date: IsoDate): Weekday {
  return (new Date(date).getUTCDay() || 7) as Weekday;
}

export function weekdayName(date: IsoDate): string {
  return WEEKDAY_NAMES[weekdayOf(date) - 1] as string;
}

/** `YYYY-MM-DD`, or undefined for a day that no calendar has. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const fits =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return fits ? date.toISOString().slice(0, 10) : undefined;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
