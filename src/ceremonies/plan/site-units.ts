import { unitsOf } from '../../agencies/index.ts';
import type { Client } from '../../platform/db/index.ts';
import type { Plan } from '../plan.ts';

/**
 * The units whose people are expected at a site, each listed by itself. A unit is expected where the plan names it, or
 * else where it names the nearest unit above it; what it names nowhere is expected at the sites without units.
 * @returns empty for a site that the plan does not have
 */
export async function siteUnits(
  client: Client,
  agencyId: string,
  plan: Pick<Plan, 'sites'>,
  siteId: string,
): Promise<string[]> {
  return unitsAt(await unitsOf(client, agencyId), plan.sites, siteId);
}

/** The same over a tree already read. */
export function unitsAt(
  units: readonly { id: string; parentId: string | null }[],
  sites: Plan['sites'],
  siteId: string,
): string[] {
  const site = sites.find(({ id }) => id === siteId);
  if (!site) return [];
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const named = new Set(sites.flatMap(({ unitIds }) => unitIds ?? []));
  const nearest = (unitId: string): string | null => {
    let at: string | null | undefined = unitId;
    while (at && !named.has(at)) at = parents.get(at);
    return at ?? null;
  };
  return units
    .map(({ id }) => id)
    .filter((id) => {
      const by = nearest(id);
      return by === null ? site.unitIds === null : (site.unitIds?.includes(by) ?? false);
    });
}
