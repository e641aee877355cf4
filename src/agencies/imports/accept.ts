import type { ClientBase, Pool } from 'pg';
import { exec, transaction } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { agencyOn } from '../agency.ts';
import { addPeople, changePeople, type Person } from '../person.ts';
import type { CurrentPerson, ImportPlan, PersonValues, PlanRow } from '../roster/index.ts';
import { addUnit } from '../unit.ts';
import { type Deciding, decide, lockUndecided } from './decide.ts';
import { type Prepared, prepare } from './plan-import.ts';
import { sql } from './sql.ts';
import { unitKindOf } from './unit-kind.ts';

export interface Accepting extends Deciding {
  /** The digest of the plan that was shown. */
  digest: string;
  /** Where new units are put; null: at the top. */
  parentId: string | null;
}

/**
 * Carries out the plan that the officer saw, and no other: it is made anew under the lock and must have the digest
 * of the one shown. All of it or nothing.
 * @throws Refusal agencies.planChanged (409), agencies.importDecided (409), agencies.importUnknown (404),
 *   agencies.roster.unit.parent-missing
 */
export function acceptImport(pool: Pool, accepting: Accepting, now: Date): Promise<ImportPlan['counts']> {
  const { agencyId, importId } = accepting;
  return transaction(pool, async (client) => {
    await lockUndecided(client, accepting);
    const prepared = await prepare(client, agencyId, importId);
    if (prepared.digest !== accepting.digest) throw new Refusal('agencies.planChanged', 409);
    const { isExample } = await agencyOn(client, agencyId, null);
    const changes = await write(client, accepting, prepared, isExample, now);
    await exec(client, sql.addChanges, { agencyId, importId, ...changes });
    await decide(client, accepting, 'accepted', { ...prepared.plan.counts, units: prepared.plan.newUnits.length }, now);
    return prepared.plan.counts;
  });
}

async function write(client: ClientBase, accepting: Accepting, prepared: Prepared, isExample: boolean, now: Date) {
  const { agencyId } = accepting;
  const placed = await placeUnits(client, accepting, prepared.plan, now);
  const added = prepared.plan.rows.filter((row) => row.kind === 'add').map((row) => personOf(row.values, placed));
  const changing = prepared.plan.rows.filter((row) => row.kind === 'change');
  const changed = changing.map((row) => ({ id: row.personId, ...personOf(row.values, placed) }));
  const ids = await addPeople(client, agencyId, added.map((person) => ({ ...person, isExample })), now);
  await changePeople(client, agencyId, changed, now);
  const before = new Map<string, CurrentPerson>(prepared.current.map((person) => [person.id, person]));
  return {
    personIds: [...ids, ...changed.map((person) => person.id)],
    befores: [...ids.map(() => null), ...changing.map((row) => JSON.stringify(before.get(row.personId)))],
    afters: [...added.map((person, at) => ({ id: ids[at], ...person })), ...changed].map((row) => JSON.stringify(row)),
  };
}

/** Makes the new units. @returns the id for each of their keys */
async function placeUnits(client: ClientBase, { agencyId, parentId }: Accepting, plan: ImportPlan, now: Date) {
  const placed = new Map<string, string>();
  for (const { key, name, code } of plan.newUnits) {
    const unit = { parentId, name, kind: unitKindOf(name), regionCode: null, code };
    placed.set(key, await addUnit(client, agencyId, unit, now));
  }
  return placed;
}

type Written = Omit<Person, 'id' | 'isExample'>;

function personOf(values: PersonValues, placed: ReadonlyMap<string, string>): Written {
  const { unit, unitName: _, idKind, ...rest } = values;
  const unitId = unit.kind === 'known' ? unit.id : (placed.get(unit.key) as string);
  return { ...rest, idKind: idKind ?? 'local', unitId };
}
