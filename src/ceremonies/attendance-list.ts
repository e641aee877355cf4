import { z } from 'zod';
import { type Client, many, queries } from '../platform/db/index.ts';
import sqlText from './attendance-list.sql';
import { PRESENCE_WAYS, STANDINGS } from './presence.ts';

const sql = queries(sqlText);

const Row = z.object({
  personId: z.string(),
  name: z.string(),
  unitName: z.string(),
  post: z.string().nullable(),
  standing: z.enum(STANDINGS).nullable(),
  reason: z.string().nullable(),
  how: z.enum(PRESENCE_WAYS).nullable(),
  site: z.string().nullable(),
  deviceAt: z.date().nullable(),
  recordedAt: z.date().nullable(),
  /** The name of an account; empty where a device or the person themselves did it. */
  recordedBy: z.string(),
  total: z.number(),
});
/** One person who is expected, and the newest that is known of them: all null where nothing is. */
export type Listed = Omit<z.output<typeof Row>, 'total'>;

export interface ListFilter {
  agencyId: string;
  ceremonyId: string;
  /** Exactly these; null: every unit. */
  unitIds: readonly string[] | null;
  standing: (typeof STANDINGS)[number] | 'unrecorded' | null;
  search: string | null;
}

/** A part of those who are expected, by unit and name, and how many there are in all. */
export async function attendanceList(
  client: Client,
  filter: ListFilter,
  part: { limit: number; offset: number },
): Promise<{ people: Listed[]; total: number }> {
  const rows = await many(client, sql.listed, { ...filter, ...part }, Row);
  const [first] = rows;
  if (!first && part.offset > 0) {
    const begin = await many(client, sql.listed, { ...filter, limit: 1, offset: 0 }, Row);
    return { people: [], total: begin[0]?.total ?? 0 };
  }
  return { people: rows.map(({ total, ...person }) => person), total: first?.total ?? 0 };
}

/** The units of those who are expected, by name. */
export function expectedUnits(
  client: Client,
  at: Pick<ListFilter, 'agencyId' | 'ceremonyId' | 'unitIds'>,
): Promise<{ id: string; name: string }[]> {
  return many(client, sql.units, { ...at }, z.object({ id: z.string(), name: z.string() }));
}
