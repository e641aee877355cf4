import { addCounts, type Counts, NOBODY } from './counts.ts';
import type { UnitCounts } from './coverage.ts';

export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** One line of a table of units: a unit with all below it, or the people of the unit in focus itself. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly counts: Counts;
  /** People of this unit alone, beside its children. */
  readonly direct: boolean;
  /** There is something to open below it. */
  readonly deeper: boolean;
}

/**
 * The units directly below `focus`, each rolled up. With no focus, the topmost units of `nodes`; a single one
 * that covers everything is opened at once. Counts of all rows add up to those of the units at or below `focus`.
 */
export function rowsBelow(
  nodes: readonly UnitNode[],
  perUnit: readonly UnitCounts[],
  focus: string | null,
): { readonly focus: string | null; readonly rows: readonly UnitRow[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = collect(byId, perUnit, focus);
  const only = rows[0];
  if (focus === null && rows.length === 1 && only?.deeper)
    return { focus: only.id, rows: collect(byId, perUnit, only.id) };
  return { focus, rows };
}

/** From the top of the tree down to the unit itself. */
export function pathTo(nodes: readonly UnitNode[], id: string | null): UnitNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const first = id === null ? undefined : byId.get(id);
  return first ? [...ancestors(byId, first), first] : [];
}

function collect(
  byId: ReadonlyMap<string, UnitNode>,
  perUnit: readonly UnitCounts[],
  focus: string | null,
): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const unit of perUnit) {
    const path = pathOf(byId, unit);
    const at = focus === null ? 0 : path.findIndex((node) => node.id === focus);
    if (at < 0) continue;
    const child = focus === null ? path[0]! : path[at + 1];
    const row = child ?? path[at]!;
    const before = rows.get(row.id);
    rows.set(row.id, {
      id: row.id,
      name: row.name,
      counts: addCounts(before?.counts ?? NOBODY, unit.counts),
      direct: child === undefined,
      deeper: (before?.deeper ?? false) || unit.unitId !== row.id,
    });
  }
  return [...rows.values()];
}

/** A unit that the tree no longer knows stands at the top by the name it had. */
function pathOf(byId: ReadonlyMap<string, UnitNode>, unit: UnitCounts): UnitNode[] {
  const node = byId.get(unit.unitId) ?? { id: unit.unitId, parentId: null, name: unit.name };
  return [...ancestors(byId, node), node];
}

/** Attacker: parents in a loop; each unit is taken once. */
function ancestors(byId: ReadonlyMap<string, UnitNode>, node: UnitNode): UnitNode[] {
  const found: UnitNode[] = [];
  const seen = new Set([node.id]);
  let next = node.parentId === null ? undefined : byId.get(node.parentId);
  while (next && !seen.has(next.id)) {
    seen.add(next.id);
    found.unshift(next);
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return found;
}
