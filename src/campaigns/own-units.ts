import { unitsBelow } from '../agencies/index.ts';
import type { Client } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';

/** The part of `Staff` that says how far someone's role reaches. */
interface Reach {
  agencyId: string;
  unitIds: readonly string[] | null;
}

/** The units someone works for with all below them; null: the whole institution. */
export async function ownUnits(client: Client, { agencyId, unitIds }: Reach): Promise<string[] | null> {
  return unitIds === null ? null : unitsBelow(client, agencyId, unitIds);
}

/** @throws Refusal access.notYours (403) for a unit outside the reach, and for no unit: both look the same */
export async function refuseOtherUnits(client: Client, reach: Reach, unitId: string | null): Promise<void> {
  const units = await ownUnits(client, reach);
  if (units && (unitId === null || !units.includes(unitId))) throw new Refusal('access.notYours', 403);
}
