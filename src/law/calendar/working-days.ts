import type { IsoDate } from '../types.ts';
import { addDays, knows, restOn, type WorkCalendar, yearOf } from './calendar.ts';
import type { Holiday } from './types.ts';

/** A counted day. Where a year on the way is unknown the date may lie later: only weekends were left out there. */
export interface CountedDay {
  readonly date: IsoDate;
  readonly known: boolean;
  readonly unknownYears: readonly number[];
  /** Holidays (not weekends) passed over on the way. */
  readonly skipped: readonly Holiday[];
}

/**
 * The nth working day after `date`, which itself is not counted: day 1 is the next working day. Negative `n` counts back;
 * 0 is the day itself, worked or not.
 */
export function addWorkingDays(date: IsoDate, n: number, calendar: WorkCalendar): CountedDay {
  if (!Number.isInteger(n) || Math.abs(n) > 5000) throw new RangeError(String(n));
  const step = n < 0 ? -1 : 1;
  const unknown = new Set<number>();
  const skipped: Holiday[] = [];
  let at = addDays(date, 0);
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (!knows(at, calendar)) unknown.add(yearOf(at));
    const rest = restOn(at, calendar);
    if (rest === null) left -= 1;
    else if (rest !== 'weekend') skipped.push(rest);
  }
  return { date: at, known: unknown.size === 0, unknownYears: [...unknown], skipped };
}

/** Working days after `from` up to and with `to`, so that it undoes {@link addWorkingDays}; negative where `to` is earlier. */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkCalendar,
): { readonly days: number; readonly known: boolean; readonly unknownYears: readonly number[] } {
  if (to < from) {
    const back = count(addDays(to, -1), addDays(from, -1), calendar);
    return { ...back, days: back.days === 0 ? 0 : -back.days };
  }
  return count(from, to, calendar);
}

function count(from: IsoDate, to: IsoDate, calendar: WorkCalendar) {
  const unknown = new Set<number>();
  let days = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    if (!knows(at, calendar)) unknown.add(yearOf(at));
    if (restOn(at, calendar) === null) days += 1;
  }
  return { days, known: unknown.size === 0, unknownYears: [...unknown] };
}
