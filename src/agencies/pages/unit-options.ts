import { inTreeOrder } from '../roster/index.ts';
import type { Unit } from '../unit.ts';

/** Units for a select, indented by their depth. */
export function unitOptions(units: readonly Unit[]): { value: string; text: string }[] {
  const known = new Set(units.map((unit) => unit.id));
  const rooted = units.map((unit) =>
    unit.parentId && known.has(unit.parentId) ? unit : { ...unit, parentId: null },
  );
  return inTreeOrder(rooted).map(({ unit, depth }) => ({
    value: unit.id,
    text: `${'\u2003'.repeat(depth)}${unit.name}`,
  }));
}
