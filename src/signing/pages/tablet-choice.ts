import type { Staff } from '../../access/index.ts';
import { unitsBelow, unitsOf } from '../../agencies/index.ts';
import { ceremoniesOf } from '../../ceremonies/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';

/** null: the whole institution. @throws Refusal access.notYours, for a unit that does not exist as well */
export async function chosenUnit(
  { pool }: Platform,
  { agencyId, unitIds }: Staff,
  unit: string,
): Promise<string | null> {
  if (unit === '' && unitIds === null) return null;
  const allowed = unitIds
    ? await unitsBelow(pool, agencyId, unitIds)
    : (await unitsOf(pool, agencyId)).map((one) => one.id);
  if (!allowed.includes(unit)) throw new Refusal('access.notYours', 403);
  return unit;
}

/** @throws Refusal access.notYours where it is no ceremony of this campaign */
export async function chosenCeremony(
  { pool }: Platform,
  agencyId: string,
  campaignId: string,
  ceremony: string,
) {
  if (ceremony === '') return null;
  const known = (await ceremoniesOf(pool, agencyId, campaignId)).some((one) => one.id === ceremony);
  if (!known) throw new Refusal('access.notYours', 403);
  return ceremony;
}
