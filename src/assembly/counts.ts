import { z } from 'zod';
import { CATEGORIES, type Category } from '../campaigns/index.ts';
import { type Client, many, queries } from '../platform/db/index.ts';
import sqlText from './counts.sql';

const sql = queries(sqlText);

const Figures = z.object({
  /** Of the campaign's audience, without the exempted. The denominator of everything below. */
  expected: z.number(),
  present: z.number(),
  /** There, but late; not counted in `present`. */
  late: z.number(),
  dutyElsewhere: z.number(),
  excused: z.number(),
  absent: z.number(),
  /** Nobody has recorded anything of them. */
  unrecorded: z.number(),
  /** Signed themselves, at this ceremony or before. */
  signed: z.number(),
  /** Of those who were there, on time or late, how many have signed. */
  presentSigned: z.number(),
  /** Signed in front for others: never a signature. */
  symbolic: z.number(),
});
export type Figures = z.output<typeof Figures>;

const Cell = Figures.extend({ unitId: z.string(), unitName: z.string(), category: z.enum(CATEGORIES) });

/** The figures of one ceremony, as a whole, by unit (by name) and by category (in the order of the law). */
export interface CeremonyCounts {
  total: Figures;
  byUnit: (Figures & { unitId: string; unitName: string })[];
  byCategory: (Figures & { category: Category })[];
}

/** `unitIds`: only people of exactly these units; null: everybody who is expected. */
export async function ceremonyCounts(
  client: Client,
  at: { agencyId: string; ceremonyId: string; unitIds: readonly string[] | null },
): Promise<CeremonyCounts> {
  const cells = await many(client, sql.cells, { ...at }, Cell);
  const units = [...new Map(cells.map(({ unitId, unitName }) => [unitId, unitName]))];
  return {
    total: sum(cells),
    byUnit: units
      .map(([unitId, unitName]) => ({
        unitId,
        unitName,
        ...sum(cells.filter((cell) => cell.unitId === unitId)),
      }))
      .sort((a, b) => (a.unitName < b.unitName ? -1 : 1)),
    byCategory: CATEGORIES.map((category) => ({
      category,
      ...sum(cells.filter((cell) => cell.category === category)),
    })).filter(({ expected }) => expected > 0),
  };
}

const NAMES = Object.keys(Figures.shape) as (keyof Figures)[];

function sum(cells: readonly Figures[]): Figures {
  return Object.fromEntries(
    NAMES.map((name) => [name, cells.reduce((all, cell) => all + cell[name], 0)]),
  ) as unknown as Figures;
}
