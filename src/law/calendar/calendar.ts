import type { IsoDate } from '../types.ts';
import { holidaysOf } from './holidays.ts';
import type { Holiday } from './types.ts';

export interface WorkCalendar {
  /** Days of the week without work: 0 is Sunday, 6 Saturday. */
  readonly rest: readonly number[];
  /** The holidays of a year, or null where they are not known. */
  readonly holidays: (year: number) => readonly Holiday[] | null;
}

/** Five-day week without any holiday: for checking a count by hand. No year is unknown to it, because it asks none. */
export const WEEKENDS_ONLY: WorkCalendar = { rest: [0, 6], holidays: () => [] };

export interface CalendarOptions {
  /** Holidays of the region or institution, as its head set them. */
  readonly local?: readonly Holiday[];
  /** Offices with a six-day week rest on Sunday only. */
  readonly week?: 'five-days' | 'six-days';
  /** Joint leave counts as rest for ASN unless an office works through it. */
  readonly jointLeave?: boolean;
}

/** National holidays and joint leave as known, local holidays added. Local days do not make an unknown year known. */
export function workCalendar(options: CalendarOptions = {}): WorkCalendar {
  const { local = [], week = 'five-days', jointLeave = true } = options;
  return {
    rest: week === 'five-days' ? [0, 6] : [0],
    holidays(year) {
      const known = holidaysOf(year);
      if (!known.known) return null;
      const days = jointLeave ? known.days : known.days.filter((day) => day.kind !== 'joint-leave');
      return [...days, ...local.filter((day) => day.date.startsWith(`${year}-`))];
    },
  };
}

/** Why a day is not worked: its holiday, or the weekend; null for a working day as far as is known. */
export function restOn(date: IsoDate, calendar: WorkCalendar): Holiday | 'weekend' | null {
  if (calendar.rest.includes(new Date(`${date}T00:00:00Z`).getUTCDay())) return 'weekend';
  return calendar.holidays(yearOf(date))?.find((day) => day.date === date) ?? null;
}

/** Whether work is done that day. In a year whose holidays are unknown only the weekend counts; see {@link knows}. */
export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  return restOn(date, calendar) === null;
}

/** Whether the calendar knows the holidays of the year of that day. */
export function knows(date: IsoDate, calendar: WorkCalendar): boolean {
  return calendar.holidays(yearOf(date)) !== null;
}

/** `YYYY-MM-DD`, so many calendar days later (or earlier). Throws RangeError on what is no day of the calendar. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const start = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(date)) throw new RangeError(date);
  return new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
