const FIRST_MS = 30_000;
const LONGEST_MS = 4 * 3_600_000;
/** Tries end so long after an event was queued. */
export const GIVE_UP_MS = 24 * 3_600_000;

/**
 * When a delivery is tried again after its `tries`-th failure: half a minute, then twice as long each time, at most four
 * hours, a fifth more or less by chance so that receivers that came back are not met by all at once.
 * @param chance from 0 to 1. @returns null when its day is over
 */
export function nextTry(tries: number, queuedAt: Date, now: Date, chance: number): Date | null {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)) * (0.8 + 0.4 * chance);
  const due = new Date(now.getTime() + Math.round(wait));
  return due.getTime() > queuedAt.getTime() + GIVE_UP_MS ? null : due;
}
