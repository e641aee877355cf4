import { z } from 'zod';
import { agenciesOf } from '../../agencies/index.ts';
import { type Client, many } from '../../platform/db/index.ts';
import { ALL_LOGS } from './head-log.ts';
import { logSql } from './store.ts';

const Listed = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  origin: z.string(),
  size: z.number(),
  publishedAt: z.date(),
  title: z.string().nullable(),
  isExample: z.boolean(),
  /** Where its newest recorded head stands in the tree of all. */
  place: z.number().nullable(),
  total: z.number(),
});

export interface ListedLog extends z.output<typeof Listed> {
  agency: string;
}

export interface LogList {
  ofAll: ListedLog | null;
  logs: ListedLog[];
  pages: number;
}

const PER_PAGE = 100;

/** Every published log, the one that grew last first; the tree of all stands on the first page alone. */
export async function listedLogs(client: Client, page: number): Promise<LogList> {
  const params = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const rows = await many(client, logSql.listed, params, Listed);
  const agencies = await agenciesOf(client, [...new Set(rows.map((row) => row.agencyId))]);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const listed = rows.map((row) => ({ ...row, agency: names.get(row.agencyId) ?? row.agencyId }));
  return {
    ofAll: listed.find(({ agencyId }) => agencyId === ALL_LOGS) ?? null,
    logs: listed.filter(({ agencyId }) => agencyId !== ALL_LOGS),
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / PER_PAGE)),
  };
}
