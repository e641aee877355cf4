import { unitsBelow, unitsOf } from '../agencies/index.ts';
import type { Client } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { UnitNode } from './tree.ts';

/** null: the whole institution; else these units and all that is below them. */
export interface Scope {
  readonly unitIds: readonly string[] | null;
}

/** Every unit of the scope by name, or null for the whole institution. */
export async function expand(
  client: Client,
  agencyId: string,
  scope: Scope,
): Promise<readonly string[] | null> {
  return scope.unitIds === null ? null : unitsBelow(client, agencyId, scope.unitIds);
}

/** Units in both of two expanded scopes. */
export function both(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null) return b;
  if (b === null) return a;
  const known = new Set(b);
  return a.filter((id) => known.has(id));
}

/** The units of the scope, parents first; parents outside it are unknown here. */
export async function unitsIn(client: Client, agencyId: string, scope: Scope): Promise<UnitNode[]> {
  const units = await unitsOf(client, agencyId);
  const within = await expand(client, agencyId, scope);
  if (within === null) return units;
  const known = new Set(within);
  return units.filter((unit) => known.has(unit.id));
}

/**
 * The scope narrowed to one unit that somebody asked for.
 * @throws Refusal access.notYours (403) outside the scope, the same whether or not the unit exists;
 *   coverage.noSuchUnit (404) for those who see the whole institution
 */
export function narrowed(nodes: readonly UnitNode[], scope: Scope, unitId: string | undefined): Scope {
  if (!unitId) return scope;
  if (nodes.some((node) => node.id === unitId)) return { unitIds: [unitId] };
  throw scope.unitIds === null
    ? new Refusal('coverage.noSuchUnit', 404)
    : new Refusal('access.notYours', 403);
}
