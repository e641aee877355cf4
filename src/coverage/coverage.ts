import { z } from 'zod';
import { CATEGORIES, type Category } from '../campaigns/index.ts';
import { type Client, many, queries } from '../platform/db/index.ts';
import { type Cell, type Counts, STATES, type State, sumCells } from './counts.ts';
import sqlText from './coverage.sql';
import { expand, type Scope } from './scope.ts';

export const sql = queries(sqlText);

export interface UnitCounts {
  readonly unitId: string;
  /** As the audience was pinned when the campaign opened. */
  readonly name: string;
  readonly counts: Counts;
}

export interface CategoryCounts {
  readonly category: Category;
  readonly counts: Counts;
}

/** Who of the audience stands where at `asOf`. The denominator of every figure is its own `counts.audience`. */
export interface Coverage {
  readonly asOf: Date;
  readonly total: Counts;
  /** Units that have people of their own in the audience; not rolled up. */
  readonly perUnit: readonly UnitCounts[];
  readonly perCategory: readonly CategoryCounts[];
}

/**
 * Counts over the pinned audience as they stand now, from the tally: nobody's row is read. Symbolic signing and
 * attendance count as no signature. An unopened campaign has an audience of nobody.
 * @param asOf the moment of reading, as it will be said
 */
export async function coverageOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  scope: Scope,
  asOf: Date,
): Promise<Coverage> {
  const params = { agencyId, campaignId, unitIds: await expand(client, agencyId, scope) };
  const cells: Cell[] = await many(client, sql.cells, params, CellRow);
  const units = groupBy(cells, (cell) => cell.unitId);
  const categories = groupBy(cells, (cell) => cell.category);
  return {
    asOf,
    total: sumCells(cells),
    perUnit: [...units].map(([unitId, own]) => ({ unitId, name: own[0]!.unitName, counts: sumCells(own) })),
    perCategory: CATEGORIES.flatMap((category) => {
      const own = categories.get(category);
      return own ? [{ category, counts: sumCells(own) }] : [];
    }),
  };
}

const Count = z.number();
const CellRow = z
  .object({ unitId: z.string(), unitName: z.string(), category: z.enum(CATEGORIES), audience: Count })
  .extend(Object.fromEntries(STATES.map((state) => [state, Count])) as Record<State, typeof Count>)
  .transform(({ unitId, unitName, category, ...counts }) => ({ unitId, unitName, category, counts }));

function groupBy(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(key(cell));
    if (group) group.push(cell);
    else groups.set(key(cell), [cell]);
  }
  return groups;
}
