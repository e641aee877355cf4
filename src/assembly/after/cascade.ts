import type { ClientBase } from 'pg';
import { type Unit, unitsBelow } from '../../agencies/index.ts';
import type { CeremonyHead, CeremonyValues } from '../../ceremonies/index.ts';
import { createSmallCeremony } from '../../ceremonies/index.ts';
import type { CeremonyCounts } from '../counts.ts';
import type { RolledUp, TreeCeremony } from './standing.ts';

/** A unit that may have its small ceremony. */
export interface Branch {
  unitId: string;
  name: string;
  /** How far below the topmost unit it stands. */
  depth: number;
  /** People expected at the larger ceremony, of the unit and all below it. */
  people: number;
}

/** How a larger ceremony and those below it stand, for whoever asks. */
export interface Standing {
  units: readonly Unit[];
  byUnit: CeremonyCounts['byUnit'];
  tree: readonly TreeCeremony[];
  rolledUp: RolledUp;
}

/** Units with people at the larger ceremony, without a small one of their own yet. `own`: whose they must be. */
export function openBranches({ own }: { own: readonly string[] | null }, standing: Standing): Branch[] {
  const { units, byUnit, tree } = standing;
  const people = new Map(byUnit.map(({ unitId, expected }) => [unitId, expected]));
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  for (const { unitId, expected } of byUnit)
    for (const above of pathAbove(parents, unitId)) people.set(above, (people.get(above) ?? 0) + expected);
  const small = tree.filter(({ depth, kind }) => depth === 1 && kind === 'apel');
  const covered = new Set(small.flatMap(({ unitIds }) => unitIds ?? []));
  return units
    .filter(({ id }) => (people.get(id) ?? 0) > 0 && !covered.has(id) && (own === null || own.includes(id)))
    .map(({ id, name }) => ({
      ...{ unitId: id, name, people: people.get(id) ?? 0 },
      depth: pathAbove(parents, id).length,
    }));
}

/** Attacker: parents in a loop; each unit is taken once. */
function pathAbove(parents: ReadonlyMap<string, string | null>, unitId: string): string[] {
  const path: string[] = [];
  for (let above = parents.get(unitId); above && !path.includes(above); above = parents.get(above))
    path.push(above);
  return path;
}

/** One small ceremony for each of these units, with everybody of the unit and of all below it. @returns how many */
export async function createCascade(
  client: ClientBase,
  cascade: {
    parent: CeremonyHead;
    /** Of the form, so that one form sent twice makes its ceremonies once. */
    key: string;
    branches: readonly Branch[];
    values: CeremonyValues;
    by: string;
  },
  now: Date,
): Promise<number> {
  const { parent, key, branches, values, by } = cascade;
  const { agencyId, campaignId, isExample } = parent;
  for (const [n, { unitId, name }] of branches.entries()) {
    const unitIds = await unitsBelow(client, agencyId, [unitId]);
    const small = {
      ...values,
      ...{ agencyId, campaignId, isExample, by, id: `${key}-${n + 1}`, parentId: parent.id },
      ...{ kind: 'apel' as const, title: `${parent.title}: ${name}`.slice(0, 300), unitIds, personIds: null },
    };
    await createSmallCeremony(client, small, now);
  }
  return branches.length;
}
