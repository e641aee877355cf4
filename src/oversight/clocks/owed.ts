import { addDays } from '../../law/index.ts';
import { type CaseClock, isOpen } from './clocks-of.ts';
import { daysOf, type OwnDays } from './settings.ts';

export const FIRED = ['due-soon', 'due', 'overdue', 'stalled', 'escalated'] as const;
export type FiredWhat = (typeof FIRED)[number];

export interface Owed {
  readonly of: CaseClock;
  readonly what: FiredWhat;
  /** The day on which it became so. */
  readonly forDay: string;
}

/**
 * What must have been told by that day. It hangs on days and steps alone, not on when anybody looked: whoever was down
 * for a week owes the same as whoever was not.
 */
export function owedOf(
  clocks: readonly CaseClock[],
  own: readonly OwnDays[],
  today: string,
): readonly Owed[] {
  return clocks
    .filter(({ state }) => state !== 'paused')
    .flatMap((of) =>
      momentsOf(of, own)
        .filter(({ what, forDay }) => forDay <= today && stillThen(of, what, forDay))
        .map((moment) => ({ of, ...moment })),
    );
}

/** Not ended before that day. A proposal to go to the next body is for what is still open. */
function stillThen(of: CaseClock, what: FiredWhat, day: string): boolean {
  return of.endedOn === null || (what !== 'escalated' && of.endedOn >= day);
}

function momentsOf(of: CaseClock, own: readonly OwnDays[]): readonly Omit<Owed, 'of'>[] {
  const { due, latest, startedOn, start, rule } = of;
  const later = (day: string) => (day > startedOn ? day : startedOn);
  const escalated = addDays(latest, daysOf(own, 'escalate', start));
  const toNext = rule.next ? [{ what: 'escalated' as const, forDay: escalated }] : [];
  if (rule.clock === 'no-step') return [{ what: 'stalled', forDay: due }, ...toNext];
  const before = due >= startedOn;
  const onDay = before ? [{ what: 'due' as const, forDay: due }] : [];
  if (rule.passes !== 'overdue') return onDay;
  const soon = later(addDays(due, -daysOf(own, 'soon', start)));
  return [
    ...(before ? [{ what: 'due-soon' as const, forDay: soon }] : []),
    ...onDay,
    { what: 'overdue', forDay: later(addDays(due, 1)) },
    ...toNext,
  ];
}

/** Whether somebody should be woken for it: something is still to be done. */
export function worthAMail(told: readonly Owed[]): boolean {
  return told.some(({ of, what }) => isOpen(of) && what !== 'escalated');
}
