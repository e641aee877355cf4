import { workCalendar } from '../../law/index.ts';
import { clocksOf } from './clocks-of.ts';
import type { CaseGround, Fired } from './ground.ts';
import { type Owed, owedOf } from './owed.ts';
import type { OwnDays } from './settings.ts';

/** What is owed for a case by that day and was not told. */
export function untold(
  one: CaseGround,
  own: readonly OwnDays[],
  today: string,
  fired: ReadonlySet<string>,
): readonly Owed[] {
  const owed = owedOf(clocksOf(one, own, calendarOf(), today), own, today);
  return owed.filter(({ of, what }) => !fired.has(`${one.caseId}:${of.key}:${what}`));
}

export function keyOfFired({ caseId, clock, startN, what }: Fired): string {
  return `${caseId}:${clock}:${startN}:${what}`;
}

/** The national calendar; local holidays are not held by institutions yet. */
export function calendarOf() {
  return workCalendar();
}
