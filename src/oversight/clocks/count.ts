import {
  addDays,
  type Clock,
  type Due,
  dueOn,
  type WorkCalendar,
  workingDaysBetween,
} from '../../law/index.ts';

/** Days that are not counted: from `from`, up to the day before `until`. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** The last day by each reading of a clock that began on `start`, with the days of its pauses left out. */
export function lastDays(
  clock: Clock,
  start: string,
  pauses: readonly Stretch[],
  calendar: WorkCalendar,
): readonly [Due['days'][number], ...Due['days'][number][]] {
  if (clock.direction === 'before' || pauses.length === 0) return dueOn(clock, start, calendar).days;
  const [first, ...others] = clock.readings;
  const counted = (reading: Clock['readings'][number]) => lastDay(clock, reading, start, pauses, calendar);
  return [counted(first), ...others.map(counted)];
}

/** Counts up to the eve of a pause, and goes on from the eve of the day on which it ended. */
function lastDay(
  clock: Clock,
  reading: Clock['readings'][number],
  start: string,
  pauses: readonly Stretch[],
  calendar: WorkCalendar,
): Due['days'][number] {
  const unknown = new Set<number>();
  let from = start;
  let left = reading.length;
  for (const pause of inOrder(pauses)) {
    const eve = addDays(pause.from, -1);
    if (eve >= from) {
      const used = between(from, eve, reading.unit, calendar);
      if (used.days >= left) break;
      left -= used.days;
      for (const year of used.unknownYears) unknown.add(year);
    }
    const again = addDays(pause.until, -1);
    if (again > from) from = again;
  }
  const [found] = dueOn({ ...clock, readings: [{ ...reading, length: left }] }, from, calendar).days;
  const unknownYears = [...new Set([...unknown, ...found.unknownYears])];
  return { ...found, reading, known: unknownYears.length === 0, unknownYears };
}

function inOrder(pauses: readonly Stretch[]): Stretch[] {
  return pauses.filter(({ from, until }) => from < until).sort((a, b) => (a.from < b.from ? -1 : 1));
}

function between(from: string, to: string, unit: Clock['readings'][number]['unit'], calendar: WorkCalendar) {
  if (unit === 'working-days') return workingDaysBetween(from, to, calendar);
  return { days: daysBetween(from, to), unknownYears: [] };
}

/** Calendar days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
