import type { ClientBase } from 'pg';
import { isDay } from '../../platform/days.ts';
import { Refusal } from '../../platform/refusal.ts';
import { writeStep } from '../cases/workflow/write-step.ts';
import { type CaseClock, clocksOf } from './clocks-of.ts';
import { daysBetween } from './count.ts';
import { type CaseGround, groundOf, ownDaysOf } from './ground.ts';
import { PAUSE_KINDS, type PauseKind, pausesOf } from './pauses.ts';
import { calendarOf } from './untold.ts';

export interface NewPause {
  agencyId: string;
  caseId: string;
  /** Keys of clocks. */
  of: readonly string[];
  kind: string;
  from: string;
  /** The day on which they go on; empty: until somebody says so. */
  until: string;
  note: Uint8Array | null;
  by: string;
}

const LONGEST = 180;

/** Clocks that may stand still: what is ours to keep, is open, and has not been missed. */
export function mayPause({ rule, clock, state }: CaseClock): boolean {
  return (
    (state === 'running' || state === 'due') &&
    rule.passes === 'overdue' &&
    rule.clock !== 'no-step' &&
    clock.direction === 'after'
  );
}

/**
 * Stops clocks of a case for a reason. A deadline that was missed stays missed: neither may its clock be stopped any
 * more, nor may a pause begin before the clock did.
 * @throws Refusal dueDays.pauseNone, pauseKind, pauseDay, pauseUntil, pauseMissed (422); of writeStep
 */
export async function pauseClocks(
  client: ClientBase,
  pause: NewPause,
  now: Date,
  today: string,
): Promise<number> {
  const { agencyId, caseId, kind, from, until, note, by } = pause;
  const clocks = await clocksNow(client, agencyId, caseId, today);
  const chosen = clocks.filter(({ key }) => pause.of.includes(key));
  if (chosen.length === 0) throw new Refusal('dueDays.pauseNone');
  if (!PAUSE_KINDS.includes(kind as PauseKind)) throw new Refusal('dueDays.pauseKind');
  if (!isDay(from) || from > today) throw new Refusal('dueDays.pauseDay');
  if (until && (!isDay(until) || until <= from || until <= today || daysBetween(from, until) > LONGEST))
    throw new Refusal('dueDays.pauseUntil', 422, { days: LONGEST });
  if (!chosen.every(mayPause)) throw new Refusal('dueDays.pauseMissed');
  // Behind the last pause too: two that lie over each other would be told as one reason.
  const floor = chosen.flatMap(({ start, pauses }) => [start, ...pauses.map((one) => one.until ?? today)]);
  if (floor.some((day) => from < day)) throw new Refusal('dueDays.pauseDay');
  const data = { of: chosen.map(({ key }) => key), kind, from, until: until || null };
  return writeStep(client, { agencyId, caseId, what: 'paused', onDate: today, data, note, by }, now);
}

export interface Resumed {
  agencyId: string;
  caseId: string;
  /** The step that paused. */
  paused: number;
  by: string;
}

/** The clocks go on from today. @throws Refusal dueDays.notPaused (409); of writeStep */
export async function resumeClocks(
  client: ClientBase,
  resumed: Resumed,
  now: Date,
  today: string,
): Promise<number> {
  const { agencyId, caseId, paused, by } = resumed;
  const one = await groundNow(client, agencyId, caseId);
  const found = pausesOf(one.steps).find(({ n }) => n === paused);
  if (!found || (found.until !== null && found.until <= today)) throw new Refusal('dueDays.notPaused', 409);
  const data = { paused, until: today > found.from ? today : found.from };
  return writeStep(client, { agencyId, caseId, what: 'resumed', onDate: today, data, by }, now);
}

async function clocksNow(client: ClientBase, agencyId: string, caseId: string, today: string) {
  const own = await ownDaysOf(client, agencyId);
  return clocksOf(await groundNow(client, agencyId, caseId), own, calendarOf(), today);
}

async function groundNow(client: ClientBase, agencyId: string, caseId: string): Promise<CaseGround> {
  const [one] = await groundOf(client, { agencyId, caseIds: [caseId], closedSince: null });
  if (!one) throw new Refusal('oversight.caseUnknown', 404);
  return one;
}
