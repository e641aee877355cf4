import type { Platform } from '../platform/platform.ts';
import { agencyOn } from './agency.ts';
import { unitsOf } from './unit.ts';

/** What slices above this one show of an institution: its name, its clock, its units. */
export function institutionOf({ pool }: Pick<Platform, 'pool'>) {
  return async (agencyId: string) => {
    const { name, zone } = await agencyOn(pool, agencyId, null);
    return { name, zone, units: await unitsOf(pool, agencyId) };
  };
}
