import { createLimiter } from '../platform/limit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { SlipHolder } from './slip.ts';

/**
 * Five tries for one name, wherever they come from, then one a minute. Of the last four digits of a NIP the first tells
 * the sex and the rest is a serial that begins anew each month: they are soon guessed.
 */
const tries = createLimiter(5, 60_000);

/** Whether these are the last four digits of the person's number. @throws Refusal tablet.slowDown (429) */
export function digitsMatch(holder: SlipHolder, idNumber: string, lastFour: string, now: Date): boolean {
  const one = `${holder.agencyId}/${holder.campaignId}/${holder.personId}`;
  if (!tries.take(one, now)) throw new Refusal('tablet.slowDown', 429);
  const match = idNumber.slice(-4) === lastFour;
  if (match) tries.forget(one);
  return match;
}
