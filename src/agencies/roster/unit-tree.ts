import type { UnitCode } from './codes.ts';
import { parseRegionCode, type RegionLevel } from './region-code.ts';

export const UNIT_KINDS = [
  'province',
  'kabupaten',
  'kota',
  'opd',
  'upt',
  'school',
  'kecamatan',
  'kelurahan',
  'section',
  'other',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

export type TreeUnit = { id: string; name: string; parentId: string | null };
export type UnitProblem = {
  code: UnitCode;
  unitId: string;
  params: Readonly<Record<string, string | number>>;
};

/**
 * What is wrong with a forest of units: a unit under itself, a ring of units, a parent that is not there, an id
 * twice. Any depth; linear in the number of units; a ring is told once, by its names.
 */
export function checkTree(units: readonly TreeUnit[]): UnitProblem[] {
  const byId = new Map<string, TreeUnit>();
  const problems: UnitProblem[] = [];
  for (const unit of units) {
    if (byId.has(unit.id))
      problems.push({ code: 'unit.id-twice', unitId: unit.id, params: { unit: unit.name } });
    byId.set(unit.id, unit);
  }
  for (const unit of byId.values()) {
    if (unit.parentId === unit.id) {
      problems.push({ code: 'unit.own-parent', unitId: unit.id, params: { unit: unit.name } });
    } else if (unit.parentId !== null && !byId.has(unit.parentId)) {
      problems.push({ code: 'unit.parent-missing', unitId: unit.id, params: { unit: unit.name } });
    }
  }
  return [...problems, ...rings(byId)];
}

function rings(byId: ReadonlyMap<string, TreeUnit>): UnitProblem[] {
  const problems: UnitProblem[] = [];
  const settled = new Set<string>();
  for (const start of byId.values()) {
    const path: TreeUnit[] = [];
    const onPath = new Set<string>();
    let unit: TreeUnit | undefined = start;
    while (unit && !settled.has(unit.id) && !onPath.has(unit.id)) {
      path.push(unit);
      onPath.add(unit.id);
      unit = unit.parentId === null ? undefined : byId.get(unit.parentId);
    }
    if (unit && onPath.has(unit.id)) {
      const ring = path.slice(path.indexOf(unit));
      if (ring.length > 1)
        problems.push({ code: 'unit.cycle', unitId: unit.id, params: { units: ringNames(ring) } });
    }
    for (const { id } of path) settled.add(id);
  }
  return problems;
}

function ringNames(ring: readonly TreeUnit[]) {
  const names = ring.slice(0, 6).map((unit) => unit.name);
  return ring.length > 6 ? `${names.join(' → ')} → …` : [...names, ring[0]!.name].join(' → ');
}

/** Whether `unitId` may be put under `parentId`; null when it may. The tree itself must be sound. */
export function checkMove(
  units: readonly TreeUnit[],
  unitId: string,
  parentId: string | null,
): UnitProblem | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unit = byId.get(unitId);
  if (!unit) throw new Error(`no such unit: ${unitId}`);
  if (parentId === null) return null;
  if (parentId === unitId) return { code: 'unit.own-parent', unitId, params: { unit: unit.name } };
  const parent = byId.get(parentId);
  if (!parent) return { code: 'unit.parent-missing', unitId, params: { unit: unit.name } };
  const path = pathTo(byId, parentId);
  const at = path.findIndex((step) => step.id === unitId);
  return at < 0 ? null : { code: 'unit.cycle', unitId, params: { units: ringNames(path.slice(at)) } };
}

/** From the root down to the unit itself. Stops at a ring instead of turning in it. */
export function pathTo<T extends TreeUnit>(byId: ReadonlyMap<string, T>, unitId: string): T[] {
  const path: T[] = [];
  const seen = new Set<string>();
  for (
    let unit = byId.get(unitId);
    unit && !seen.has(unit.id);
    unit = unit.parentId ? byId.get(unit.parentId) : undefined
  ) {
    seen.add(unit.id);
    path.push(unit);
  }
  return path.reverse();
}

/** All units as a list to print: parents before children, brothers in the order given, `depth` 0 for a root. */
export function inTreeOrder<T extends TreeUnit>(units: readonly T[]): { unit: T; depth: number }[] {
  const children = new Map<string | null, T[]>();
  for (const unit of units) {
    const brothers = children.get(unit.parentId);
    if (brothers) brothers.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  const order: { unit: T; depth: number }[] = [];
  const stack = (children.get(null) ?? []).map((unit) => ({ unit, depth: 0 })).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    order.push(next);
    const below = children.get(next.unit.id) ?? [];
    for (let at = below.length - 1; at >= 0; at--) stack.push({ unit: below[at]!, depth: next.depth + 1 });
  }
  return order;
}

const LEVELS: Readonly<Partial<Record<UnitKind, readonly RegionLevel[]>>> = {
  province: ['province'],
  kabupaten: ['kabupaten'],
  kota: ['kota'],
  kecamatan: ['kecamatan'],
  kelurahan: ['kelurahan'],
};

/** A region code in the place of a unit of this kind. Kinds that are no region may carry any region they serve. */
export function checkUnitRegion(kind: UnitKind, code: string): UnitCode | null {
  const region = parseRegionCode(code);
  if (!region.ok) return region.code;
  const wanted = LEVELS[kind];
  return wanted && !wanted.includes(region.level) ? 'region.kind' : null;
}
