import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, many } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { UNIT_KINDS } from './roster/index.ts';
import { sql } from './sql.ts';

const Unit = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  regionCode: z.string().nullable(),
  code: z.string().nullable(),
});
export type Unit = z.output<typeof Unit>;

export type NewUnit = Omit<Unit, 'id'> & {
  id?: string;
  /** Who employs its people, where that is not the institution itself. */
  employer?: string | null;
};

/**
 * Adds one unit under an existing one, or at the top.
 * @returns its id
 * @throws Refusal agencies.roster.unit.own-parent, unit.cycle, unit.parent-missing or unit.id-twice;
 *   agencies.unitNameTaken (same name under the same parent, letter case aside)
 */
export async function addUnit(
  client: ClientBase,
  agencyId: string,
  unit: NewUnit,
  now: Date,
): Promise<string> {
  const { parentId, name, kind, regionCode, code, employer = null } = unit;
  const id = unit.id ?? newId(now);
  if (parentId === id) throw new Refusal('agencies.roster.unit.own-parent', 422, { unit: name });
  const above = parentId === null ? [] : await ancestors(client, agencyId, parentId);
  if (parentId !== null && above.length === 0)
    throw new Refusal('agencies.roster.unit.parent-missing', 422, { unit: name });
  if (above.includes(id)) throw new Refusal('agencies.roster.unit.cycle', 422, { units: name });
  if (unit.id && (await ancestors(client, agencyId, id)).length > 0)
    throw new Refusal('agencies.roster.unit.id-twice', 409, { unit: name });
  const added = await exec(client, sql.addUnit, {
    agencyId,
    id,
    parentId,
    name,
    kind,
    regionCode,
    code,
    employer,
    now,
  });
  if (added === 0) throw new Refusal('agencies.unitNameTaken', 409, { name });
  return id;
}

/** The unit itself and all above it; empty when there is no such unit. */
async function ancestors(client: Client, agencyId: string, unitId: string): Promise<string[]> {
  return (await many(client, sql.unitAncestors, { agencyId, unitId }, OnlyId)).map((row) => row.id);
}

const OnlyId = z.object({ id: z.string() });

/** The whole tree, depth first, so that parents stand before their children. */
export function unitsOf(client: Client, agencyId: string): Promise<Unit[]> {
  return many(client, sql.units, { agencyId }, Unit);
}

/** The units and all below them. */
export async function unitsBelow(
  client: Client,
  agencyId: string,
  unitIds: readonly string[],
): Promise<string[]> {
  return (await many(client, sql.unitsBelow, { agencyId, unitIds }, OnlyId)).map((row) => row.id);
}
