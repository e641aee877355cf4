import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  type Cell,
  type Counts,
  NOBODY,
  remainingIn,
  STATES,
  type State,
  signedShare,
  sumCells,
  worstFirst,
} from './counts.ts';
import { pathTo, rowsBelow, type UnitNode } from './tree.ts';

const only = ([state, n]: [State, number]): Counts => ({ ...NOBODY, audience: n, [state]: n });

const cells = fc.array(
  fc.record({
    unitId: fc.constantFrom('u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'gone'),
    unitName: fc.constant('Unit'),
    category: fc.constantFrom('pns', 'pppk', 'non-asn'),
    counts: fc.tuple(fc.constantFrom(...STATES), fc.integer({ min: 0, max: 500 })).map(only),
  }),
);

/** Any parents at all, loops included. */
const trees: fc.Arbitrary<UnitNode[]> = fc
  .array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 6, maxLength: 6 })
  .map((parents) =>
    parents.map((parent, at) => ({
      id: `u${at}`,
      parentId: parent === null ? null : `u${parent}`,
      name: `Unit ${at}`,
    })),
  );

const sumOf = (counts: Counts) => STATES.reduce((sum, state) => sum + counts[state], 0);
const total = (all: readonly { counts: Counts }[]) =>
  all.reduce((sum, { counts }) => addCounts(sum, counts), sumCells([]));

function perUnit(all: readonly Cell[]) {
  const ids = [...new Set(all.map((cell) => cell.unitId))];
  return ids.map((unitId) => ({
    unitId,
    name: 'Unit',
    counts: sumCells(all.filter((cell) => cell.unitId === unitId)),
  }));
}

describe('counts', () => {
  it('always add up to the denominator', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [one, two] = [sumCells(a), sumCells(b)];
        expect(sumOf(one)).toBe(one.audience);
        expect(addCounts(one, two)).toEqual(sumCells([...a, ...b]));
        expect(remainingIn(one) + one.signed + one.declined + one.exempted).toBe(one.audience);
      }),
    );
  });

  it('symbolic and attended are no signatures', () => {
    const counts = sumCells([
      { unitId: 'u', unitName: 'U', category: 'pns', counts: only(['symbolic', 3]) },
      { unitId: 'u', unitName: 'U', category: 'pns', counts: only(['attended', 4]) },
    ]);
    expect(counts.signed).toBe(0);
    expect(signedShare(counts)).toBe(0);
    expect(signedShare(sumCells([]))).toBeNull();
  });

  it('sorts the worst first, and units with nobody last', () => {
    const unit = (name: string, signed: number, notYet: number) => ({
      name,
      counts: { ...sumCells([]), audience: signed + notYet, signed, notYet },
    });
    const rows = [unit('C', 9, 1), unit('B', 1, 1), unit('A', 0, 0), unit('D', 10, 10)];
    expect(worstFirst(rows).map((row) => row.name)).toEqual(['D', 'B', 'C', 'A']);
  });
});

describe('the tree of units', () => {
  it('rolls up without losing or doubling anybody, whatever the parents', () => {
    fc.assert(
      fc.property(trees, cells, (nodes, all) => {
        const units = perUnit(all);
        const { rows } = rowsBelow(nodes, units, null);
        expect(total(rows)).toEqual(sumCells(all));
      }),
    );
  });

  it('opens a unit into its children and its own people', () => {
    const nodes = [
      { id: 'pemkab', parentId: null, name: 'Pemkab' },
      { id: 'dinas', parentId: 'pemkab', name: 'Dinas' },
      { id: 'upt', parentId: 'dinas', name: 'UPT' },
      { id: 'camat', parentId: 'pemkab', name: 'Kecamatan' },
    ];
    const cell = (unitId: string, n: number): Cell => ({
      unitId,
      unitName: unitId,
      category: 'pns',
      counts: only(['notYet', n]),
    });
    const units = perUnit([cell('dinas', 1), cell('upt', 2), cell('camat', 4)]);
    const top = rowsBelow(nodes, units, null);
    expect(top.focus).toBe('pemkab');
    expect(top.rows.map((row) => [row.id, row.counts.audience, row.deeper, row.direct])).toEqual([
      ['dinas', 3, true, false],
      ['camat', 4, false, false],
    ]);
    const dinas = rowsBelow(nodes, units, 'dinas').rows;
    expect(dinas.map((row) => [row.id, row.counts.audience, row.direct])).toEqual([
      ['dinas', 1, true],
      ['upt', 2, false],
    ]);
    expect(pathTo(nodes, 'upt').map((node) => node.id)).toEqual(['pemkab', 'dinas', 'upt']);
  });
});
