import { z } from 'zod';
import { CATEGORIES } from '../campaigns/index.ts';
import { type Client, many, queries } from '../platform/db/index.ts';
import sqlText from './expected.sql';

const sql = queries(sqlText);

const ExpectedPerson = z.object({
  personId: z.string(),
  name: z.string(),
  category: z.enum(CATEGORIES),
  rank: z.string().nullable(),
  post: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
});
export type ExpectedPerson = z.output<typeof ExpectedPerson>;

export interface ExpectedFilter {
  personIds?: readonly string[];
  /** Exactly these units; null or absent: every unit. */
  unitIds?: readonly string[] | null;
  /** Part of a name, in any case. */
  search?: string;
  limit?: number;
}

/** People expected at a ceremony, by name. */
export function expectedPeople(
  client: Client,
  agencyId: string,
  ceremonyId: string,
  filter: ExpectedFilter = {},
): Promise<ExpectedPerson[]> {
  const { personIds = null, unitIds = null, search, limit = null } = filter;
  const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const params = { agencyId, ceremonyId, personIds, unitIds, like, limit };
  return many(client, sql.expectedPeople, params, ExpectedPerson);
}

/** How many people of each unit are expected. */
export async function expectedByUnit(
  client: Client,
  agencyId: string,
  ceremonyId: string,
): Promise<Map<string, number>> {
  const rows = await many(client, sql.expectedByUnit, { agencyId, ceremonyId }, UnitCount);
  return new Map(rows.map(({ unitId, count }) => [unitId, count]));
}

const UnitCount = z.object({ unitId: z.string(), count: z.number() });
