import type { ClientBase, Pool } from 'pg';
import { exec, transaction } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { agencyOn } from '../agency.ts';
import { batches } from '../batches.ts';
import { addPeople, changePeople, type Person } from '../person.ts';
import type { CurrentPerson, ImportPlan, PersonValues } from '../roster/index.ts';
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
    await keepChanges(client, accepting, changes);
    const { counts, newUnits } = prepared.plan;
    await decide(client, accepting, 'accepted', { ...counts, units: newUnits.length }, now);
    return counts;
  });
}

/** One person before and after; before is null for who is new. */
interface PersonChange {
  id: string;
  before: CurrentPerson | null;
  after: Written;
}

async function write(
  client: ClientBase,
  accepting: Accepting,
  { plan, current }: Prepared,
  isExample: boolean,
  now: Date,
): Promise<PersonChange[]> {
  const { agencyId } = accepting;
  const placed = await placeUnits(client, accepting, plan, now);
  const known = new Map(current.map((person) => [person.id, person]));
  const added: (Written & { isExample: boolean })[] = [];
  const changed: (Written & { id: string })[] = [];
  for (const row of plan.rows) {
    if (row.kind === 'add') added.push({ ...personOf(row.values, placed), isExample });
    if (row.kind === 'change') changed.push({ ...personOf(row.values, placed), id: row.personId });
  }
  const ids = await addPeople(client, agencyId, added, now);
  await changePeople(client, agencyId, changed, now);
  return [
    ...added.map((after, at) => ({ id: ids[at] as string, before: null, after })),
    ...changed.map((after) => ({ id: after.id, before: known.get(after.id) ?? null, after })),
  ];
}

async function keepChanges(client: ClientBase, { agencyId, importId }: Accepting, changes: PersonChange[]) {
  for (const { part } of batches(changes)) {
    const personIds = part.map(({ id }) => id);
    const befores = part.map(({ before }) => before && JSON.stringify(before));
    const afters = part.map(({ id, after }) => JSON.stringify({ ...after, id }));
    await exec(client, sql.addChanges, { agencyId, importId, personIds, befores, afters });
  }
}

/** Makes the new units. @returns the id for each of their keys */
async function placeUnits(
  client: ClientBase,
  { agencyId, parentId }: Accepting,
  plan: ImportPlan,
  now: Date,
) {
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
