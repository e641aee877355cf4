import type { CeremonyHead, Plan } from '../../ceremonies/index.ts';
import { dateIn, instantOf, type Zone } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';

/** So long after the start people still count as on time: rows are formed, and a queue at the door is not their doing. */
export const GRACE_MINUTES = 15;

type When = Pick<CeremonyHead, 'heldOn' | 'startsAt'>;

/** From when on people of this site are late; null where no time is known, and then nobody is. */
export function lateFrom(head: When, { sites }: Plan, site: string | null, zone: Zone): Date | null {
  const startsAt = sites.find(({ id }) => id === site)?.startsAt ?? head.startsAt;
  if (!head.heldOn || !startsAt) return null;
  return new Date(instantOf(head.heldOn, startsAt, zone).getTime() + GRACE_MINUTES * 60_000);
}

/**
 * People come through a door on the day of the ceremony; what is entered later is entered in the list.
 * @throws Refusal door.noDate, door.notToday
 */
export function refuseOtherDay({ heldOn }: Pick<When, 'heldOn'>, zone: Zone, now: Date): void {
  if (!heldOn) throw new Refusal('door.noDate', 409);
  if (dateIn(now, zone) !== heldOn) throw new Refusal('door.notToday', 409);
}
