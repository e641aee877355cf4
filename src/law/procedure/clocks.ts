import { addDays, type WorkCalendar } from '../calendar/calendar.ts';
import { addWorkingDays, type CountedDay } from '../calendar/working-days.ts';
import type { Standing } from '../in-force.ts';
import type { ArticleRef, Confidence, IsoDate, Source } from '../types.ts';
import type { Stated, Text } from '../violations/stated.ts';
import { holdsOn } from '../violations/stated.ts';
import { CLOCKS } from './data/clocks.ts';

export { CLOCKS };

export type Unit = 'working-days' | 'calendar-days';

/** One reading of a length. Two in a clock mean that sources differ; both are counted and shown. */
export interface Reading {
  readonly length: number;
  readonly unit: Unit;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

export interface Clock extends Stated {
  readonly id: string;
  readonly track: 'discipline' | 'supervision' | 'remedy' | 'bawaslu';
  /** What starts it: the day of this is day 0 and is not counted. */
  readonly starts: Text;
  readonly what: Text;
  /** `after`: counted forward from the start. `before`: back from it, as a summons before its hearing. */
  readonly direction: 'after' | 'before';
  /** `deadline`: last day to do it. `effective`: the day on which it takes effect. */
  readonly meaning: 'deadline' | 'effective';
  readonly readings: readonly [Reading, ...Reading[]];
  readonly instrument?: string;
  readonly ref?: ArticleRef;
  readonly note?: Text;
}

export interface DueDay extends CountedDay {
  readonly reading: Reading;
}

export interface Due {
  /** By the reading best stated. */
  readonly date: IsoDate;
  /** False where a year on the way has unknown holidays: the true day may lie further off. */
  readonly known: boolean;
  /** Whether all readings end on the same day. */
  readonly agreed: boolean;
  readonly days: readonly [DueDay, ...DueDay[]];
  /** Whether this clock itself stood on the day that started it. */
  readonly standing: Standing;
}

export function findClock(id: string): Clock | undefined {
  return CLOCKS.find((clock) => clock.id === id);
}

/** When a clock that started on `start` is due, by every reading of its length. Throws RangeError on what is no day. */
export function dueOn(clock: Clock, start: IsoDate, calendar: WorkCalendar): Due {
  const sign = clock.direction === 'before' ? -1 : 1;
  const [first, ...others] = clock.readings;
  const days = [countReading(first, start, sign, calendar)] as [DueDay, ...DueDay[]];
  for (const reading of others) days.push(countReading(reading, start, sign, calendar));
  return {
    date: days[0].date,
    known: days.every((day) => day.known),
    agreed: days.every((day) => day.date === days[0].date),
    days,
    standing: holdsOn(clock, start),
  };
}

function countReading(reading: Reading, start: IsoDate, sign: 1 | -1, calendar: WorkCalendar): DueDay {
  const { length, unit } = reading;
  if (unit === 'working-days') return { ...addWorkingDays(start, sign * length, calendar), reading };
  return { date: addDays(start, sign * length), known: true, unknownYears: [], skipped: [], reading };
}
