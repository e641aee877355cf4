import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, isSafe, nextFigures, type OpenFigures, type OpenRow, sumRows } from './suppress.ts';

const CATEGORIES = ['pns', 'cpns', 'pppk', 'non-asn'];

/** Small units and lopsided categories on purpose: that is where single people show through. */
const world = fc.array(
  fc.record({
    unit: fc.integer({ min: 0, max: 6 }),
    category: fc.integer({ min: 0, max: 3 }),
    audience: fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 10, max: 60 })),
    steps: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), { minLength: 5, maxLength: 5 }),
    all: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function* history(made: World): Generator<{ cells: Cell[]; shown: OpenFigures; at: string }> {
  const parts = [...new Map(made.map((part) => [`${part.unit}/${part.category}`, part])).values()];
  const signed = parts.map(() => 0);
  let shown: OpenFigures | null = null;
  for (let at = 0; at < 6; at += 1) {
    const cells = parts.map((part, of): Cell => {
      if (at > 0) signed[of] = Math.min(part.audience, signed[of]! + (part.steps[at - 1] ?? 0));
      if (at === 5 && part.all) signed[of] = part.audience;
      const category = CATEGORIES[part.category]!;
      return { unitId: `u${part.unit}`, category, audience: part.audience, signed: signed[of]! };
    });
    shown = nextFigures(shown, cells, `t${at}`);
    yield { cells, shown, at: `t${at}` };
  }
}

describe('figures for everybody', () => {
  it('show no row of few people, and each unit once', () => {
    fc.assert(
      fc.property(world, (made) => {
        for (const { cells, shown } of history(made)) {
          for (const row of [...shown.units, ...(shown.categories ?? [])]) expect(isSafe(row)).toBe(true);
          if (shown.units.length === 0) continue;
          const ids = shown.units.flatMap((row) => row.ids);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(ids)).toEqual(new Set(cells.map((cell) => cell.unitId)));
          expect(sumRows(shown.units).audience).toBe(cells.reduce((sum, cell) => sum + cell.audience, 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never move by one to four people, whatever two versions are compared', () => {
    fc.assert(
      fc.property(world, (made) => {
        const seen = new Map<string, number[]>();
        for (const { shown } of history(made))
          for (const row of [
            ...shown.units,
            ...(shown.categories ?? []),
            { ids: ['total'], ...sumRows(shown.units) },
          ]) {
            const before = seen.get(row.ids.join()) ?? [];
            for (const value of before) expect([0, 5].includes(Math.min(5, row.signed - value))).toBe(true);
            seen.set(row.ids.join(), [...before, row.signed]);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('keep a small group hidden from everybody who adds and subtracts rows of one version', () => {
    fc.assert(
      fc.property(world, (made) => {
        for (const { cells, shown, at } of history(made)) {
          const newest = [...shown.units, ...(shown.categories ?? [])]
            .map(({ asOf }) => asOf)
            .sort()
            .at(-1);
          if (newest === at) expect(told(cells, shown)).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('hide what would be told by the only unit that has a category', () => {
    const cell = (unitId: string, category: string, audience: number, signed: number) => ({
      ...{ unitId, category, audience, signed },
    });
    const shown = nextFigures(
      null,
      [cell('a', 'pns', 3, 1), cell('a', 'pppk', 30, 12), cell('b', 'pns', 40, 20)],
      't0',
    );
    expect(shown.units).toHaveLength(2);
    expect(shown.categories).toBeNull();
  });

  it('do not move twice for one state', () => {
    const cells = [{ unitId: 'a', category: 'pns', audience: 30, signed: 10 }];
    const shown = nextFigures(null, cells, 't0');
    expect(nextFigures(shown, cells, 't1')).toBe(shown);
    const four = [{ ...cells[0]!, signed: 14 }];
    expect(nextFigures(shown, four, 't2')).toBe(shown);
    expect(nextFigures(shown, [{ ...cells[0]!, signed: 15 }], 't3').units[0]).toMatchObject({
      signed: 15,
      asOf: 't3',
    });
  });
});

function full(row: OpenRow): boolean {
  return row.audience === row.signed;
}

/**
 * The attacker: knows who works where and in which category, and every row of this version. By elimination over all cells
 * (units within their rows, categories within theirs), which single cells or whole hidden units follow that are no safe
 * figure? Cells of which everybody is known to have signed are known to them beforehand.
 */
function told(cells: readonly Cell[], shown: OpenFigures): string[] {
  const holds = (row: OpenRow, cell: Cell) =>
    row.ids.includes(shown.units.includes(row) ? cell.unitId : cell.category);
  const all = [...shown.units, ...(shown.categories ?? [])];
  // A row that stands from before may have moved since; only that everybody has signed stays so.
  const newest = all
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  const rows = all.filter((row) => row.asOf === newest || full(row));
  const open = cells.filter(
    (cell) => cell.audience > 0 && !rows.some((row) => full(row) && holds(row, cell)),
  );
  const vectors = rows.map((row) => open.map((cell) => (holds(row, cell) ? 1 : 0)));
  const groups = new Map<string, Cell[]>();
  for (const cell of open)
    for (const key of [`${cell.unitId}/${cell.category}`, cell.unitId, cell.category])
      groups.set(key, [...(groups.get(key) ?? []), cell]);
  return [...groups].flatMap(([key, own]) => {
    const sum = sumRows(own);
    if (isSafe(sum)) return [];
    const wanted = open.map((cell) => (own.includes(cell) ? 1 : 0));
    return rank([...vectors, wanted]) === rank(vectors) ? [key] : [];
  });
}

/** By elimination; the numbers are small. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= found && Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    [left[found], left[at]] = [left[at]!, left[found]!];
    const pivot = left[found]!;
    for (const row of left.slice(found + 1)) {
      const times = row[column]! / pivot[column]!;
      for (let index = column; index < row.length; index += 1)
        row[index] = row[index]! - times * pivot[index]!;
    }
    found += 1;
  }
  return found;
}
