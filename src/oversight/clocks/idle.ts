import type { WorkCalendar } from '../../law/index.ts';
import { addDays } from '../../law/index.ts';
import { type Stage, type Step, stageOf } from '../cases/stages.ts';
import type { CaseClock } from './clocks-of.ts';
import { lastDays } from './count.ts';
import { clockOf, type Holder, NO_STEP } from './rules.ts';
import { daysOf, type OwnDays, ownDays } from './settings.ts';

const HOLDERS: Readonly<Record<Stage, Holder>> = {
  triage: 'team',
  verification: 'team',
  study: 'team',
  recommendation: 'team',
  decision: 'ppk',
  'follow-up': 'ppk',
  remedies: 'ppk',
  closed: 'team',
};

/** With whom a case lies that is in this stage. */
function holderIn(stage: Stage): Holder {
  return HOLDERS[stage];
}

/**
 * The clock of a case that has no other: it runs from its last step, or from the day on which its last clock was through.
 * So no open case is without a clock. A pause with an end is a reason; one without is asked about again.
 */
export function idleClock(
  steps: readonly Step[],
  others: readonly CaseClock[],
  own: readonly OwnDays[],
  calendar: WorkCalendar,
  today: string,
): CaseClock | null {
  const last = steps.findLast(({ what, by }) => what !== 'escalated' || by !== 'system');
  if (!last || stageOf(steps) === 'closed' || others.some((one) => keepsGoing(one, today))) return null;
  const through = others.filter(({ state }) => state === 'passed').map(({ due }) => due);
  const paused = others.flatMap(({ pauses }) => pauses.map(({ until }) => until ?? ''));
  const start = [...through, ...paused.filter((day) => day <= today), lastTouched(last)]
    .sort()
    .at(-1) as string;
  const length = daysOf(own, 'no-step', start);
  const clock = clockOf(NO_STEP);
  const [first] = clock.readings;
  const mine = { ...clock, readings: [{ ...first, length }] as const };
  const days = lastDays(mine, start, [], calendar);
  const due = addDays(start, length);
  return {
    key: `${NO_STEP.clock}:${last.n}`,
    rule: { ...NO_STEP, holder: holderIn(stageOf(steps)) },
    clock: mine,
    own: ownDays(own, 'no-step', start),
    ...{ startN: last.n, startedBy: last.what, startedOn: start, start, due, latest: due, days },
    ...{ known: true, standing: 'in-force' as const, pauses: [], endedOn: null, endedBy: null },
    state: today > due ? 'overdue' : today === due ? 'due' : 'running',
    lateBy: today > due ? Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000) : 0,
  };
}

function keepsGoing({ state, pauses }: CaseClock, today: string): boolean {
  if (state !== 'paused') return state === 'running' || state === 'due' || state === 'overdue';
  return pauses.some(({ from, until }) => from <= today && until !== null && until > today);
}

/** The day it was done, or the later one on which it was written down: whoever writes today is at it. */
function lastTouched({ onDate, at }: Step): string {
  const written = at.toISOString().slice(0, 10);
  return written > onDate ? written : onDate;
}
