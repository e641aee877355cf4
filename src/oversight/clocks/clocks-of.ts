import { type Clock, type Due, dueOn, type Standing, type WorkCalendar } from '../../law/index.ts';
import type { Destination, Step, What } from '../cases/stages.ts';
import { historyOf } from '../cases/workflow/history.ts';
import { daysBetween, lastDays } from './count.ts';
import { idleClock } from './idle.ts';
import { holdsFor, type Whose } from './only.ts';
import { isPaused, type Pause, pausesOf, pausesUntil } from './pauses.ts';
import { type ClockRule, clockOf, RULES } from './rules.ts';
import { type OwnDays, ownDays } from './settings.ts';

export type State = 'running' | 'due' | 'overdue' | 'paused' | 'met' | 'late' | 'passed' | 'dropped';

/** One clock of one case, as it stands on a day. */
export interface CaseClock {
  /** `clock:n` of the step that started it. */
  readonly key: string;
  readonly rule: ClockRule;
  readonly clock: Clock;
  /** Set where the institution's own length counts. */
  readonly own: OwnDays | null;
  readonly startN: number;
  readonly startedBy: What;
  /** The day on which the step was done. */
  readonly startedOn: string;
  /** Day 0: the same, or the day that the step sets. */
  readonly start: string;
  /** The earliest of all readings: it warns. While a pause is open, as if it ended today. */
  readonly due: string;
  /** The latest of them. */
  readonly latest: string;
  /** False where holidays on the way are unknown: the true day may lie further off. */
  readonly known: boolean;
  readonly days: readonly [Due['days'][number], ...Due['days'][number][]];
  /** Whether the rule itself stood on the day that started it. */
  readonly standing: Standing;
  readonly pauses: readonly Pause[];
  readonly state: State;
  readonly endedOn: string | null;
  readonly endedBy: What | null;
  /** Calendar days behind the earliest reading; 0 in time. */
  readonly lateBy: number;
}

export interface CaseFacts extends Pick<Whose, 'origin'> {
  /** In the order of n; the first is the arrival. */
  readonly steps: readonly Step[];
}

/**
 * Every clock of a case on that day, in the order in which they were started. Pure, and nothing is stored ahead: a
 * holiday that was corrected, a step written down late, a pause count as soon as they are known.
 */
export function clocksOf(
  { origin, steps }: CaseFacts,
  own: readonly OwnDays[],
  calendar: WorkCalendar,
  today: string,
): readonly CaseClock[] {
  const ordered = [...steps].sort((a, b) => a.n - b.n);
  const whose: Whose = { origin, history: historyOf(ordered) };
  const pauses = pausesOf(ordered);
  const found = RULES.flatMap((rule) =>
    ordered
      .filter((step) => rule.starts.includes(step.what) && holdsFor(rule.only, whose, step))
      .flatMap((step) => started(rule, step, { whose, ordered, own, calendar, today, pauses })),
  );
  const idle = idleClock(ordered, found, own, calendar, today);
  return [...found, ...(idle ? [idle] : [])].sort((a, b) => a.startN - b.startN);
}

interface Ground {
  whose: Whose;
  ordered: readonly Step[];
  own: readonly OwnDays[];
  calendar: WorkCalendar;
  today: string;
  pauses: readonly Pause[];
}

function started(rule: ClockRule, step: Step, ground: Ground): readonly CaseClock[] {
  const start = rule.day ? step.data[rule.day] : step.onDate;
  if (typeof start !== 'string') return [];
  const { calendar, today } = ground;
  const end = endOf(rule, step, ground);
  const key = `${rule.clock}:${step.n}`;
  const pauses = ground.pauses.filter(({ of }) => of.includes(key));
  const own = ownDays(ground.own, rule.clock, start);
  const clock = own ? withDays(clockOf(rule), own.days) : clockOf(rule);
  const days = lastDays(clock, start, pausesUntil(pauses, end?.onDate ?? today), calendar);
  const dates = days.map(({ date }) => date).sort();
  const due = dates[0] as string;
  const { standing } = dueOn(clock, start, calendar);
  if (standing === 'not-yet' || standing === 'revoked') return [];
  const state = stateOf(rule, due, end, pauses, today);
  const reached = end && state !== 'dropped' ? end.onDate : today;
  const late = ['late', 'overdue'].includes(state) ? Math.max(daysBetween(due, reached), 0) : 0;
  return [
    {
      ...{
        key,
        rule,
        clock,
        own,
        startN: step.n,
        startedBy: step.what,
        startedOn: step.onDate,
        start,
        due,
        days,
        pauses,
        state,
      },
      latest: dates.at(-1) as string,
      known: days.every((day) => day.known),
      standing,
      endedOn: end?.onDate ?? null,
      endedBy: end?.what ?? null,
      lateBy: late,
    },
  ];
}

/** The first step behind the start that ends it, takes its effect away, starts it anew, or closes the case. */
function endOf(rule: ClockRule, start: Step, { ordered, whose }: Ground): Step | null {
  if (rule.ends.includes(start.what)) return start;
  const ends = ({ what, data }: Step) =>
    rule.ends.includes(what) && (!rule.endsTo || rule.endsTo.includes(data.to as Destination));
  const stops = (step: Step) =>
    step.what === 'closed' ||
    rule.drops?.includes(step.what) ||
    (rule.starts.includes(step.what) && holdsFor(rule.only, whose, step));
  return ordered.find((step) => step.n > start.n && (ends(step) || stops(step))) ?? null;
}

function stateOf(
  rule: ClockRule,
  due: string,
  end: Step | null,
  pauses: readonly Pause[],
  today: string,
): State {
  if (end && !rule.ends.includes(end.what)) return 'dropped';
  if (end) return end.onDate > due ? (rule.passes === 'overdue' ? 'late' : 'passed') : 'met';
  if (isPaused(pauses, today)) return 'paused';
  if (rule.passes === 'effect') return today >= due ? 'passed' : 'running';
  if (today > due) return rule.passes === 'lapse' ? 'passed' : 'overdue';
  return today === due ? 'due' : 'running';
}

/** The law's own readings no longer speak where an institution answers with its own number. */
function withDays(clock: Clock, days: number): Clock {
  const [first] = clock.readings;
  return { ...clock, readings: [{ ...first, length: days, confidence: 'verified', sources: [] }] };
}

/** Whether something is still to come of it. */
export function isOpen({ state }: Pick<CaseClock, 'state'>): boolean {
  return state === 'running' || state === 'due' || state === 'overdue' || state === 'paused';
}

/** Days until it is due, behind it negative. */
export function daysLeft({ due }: Pick<CaseClock, 'due'>, today: string): number {
  return daysBetween(today, due);
}
