import { z } from 'zod';
import { CATEGORIES, type Category } from '../../campaigns/index.ts';
import { type Client, many } from '../../platform/db/index.ts';
import type { Day } from '../charts/over-time.ts';
import type { Counts } from '../counts.ts';
import type { LatestCampaign } from './figures.ts';
import { CountColumns, countsOf, DayRow } from './read-nation.ts';
import { sql } from './sql.ts';

/** A unit with all below it; or, inside an opened unit, its own people alone. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly counts: Counts;
  /** It is in today's tree, so it can be opened. */
  readonly known: boolean;
  /** There is something below it. */
  readonly deeper: boolean;
}

export interface BranchesWanted {
  /** null: the top of the tree. */
  readonly focus: string | null;
  /** null: every unit; else only these, each by its id. */
  readonly only: readonly string[] | null;
  readonly limit: number;
  readonly offset?: number;
  /** The biggest first, for a drawing; else the lowest share first. */
  readonly biggest?: boolean;
}

/** Read from the counters alone; sorted and cut by the database. */
export async function branchesOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  { focus, only, limit, offset = 0, biggest = false }: BranchesWanted,
): Promise<{ branches: Branch[]; total: number }> {
  const params = { agencyId, campaignId, focus, only, limit, offset, biggest };
  const rows = await many(client, sql.branches, params, BranchRow);
  const branches = rows.map((row) => {
    const { id, name, known, deeper } = row;
    return { id, name, known, deeper, counts: countsOf(row) };
  });
  return { branches, total: rows[0]?.total ?? 0 };
}

const BranchRow = z.object({
  id: z.string(),
  name: z.string(),
  known: z.boolean(),
  deeper: z.boolean(),
  total: z.number(),
  ...CountColumns,
});

export async function categoriesOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  { focus, only }: Pick<BranchesWanted, 'focus' | 'only'>,
): Promise<{ category: Category; counts: Counts }[]> {
  const rows = await many(client, sql.categoriesBelow, { agencyId, campaignId, focus, only }, CategoryRow);
  const counts = new Map(rows.map((row) => [row.category, countsOf(row)]));
  return CATEGORIES.flatMap((category) => {
    const found = counts.get(category);
    return found && found.audience > 0 ? [{ category, counts: found }] : [];
  });
}

const CategoryRow = z.object({ category: z.enum(CATEGORIES), ...CountColumns });

export function daysOf(client: Client, agencyId: string, campaignId: string): Promise<Day[]> {
  return many(client, sql.days, { agencyIds: [agencyId], campaignIds: [campaignId] }, DayRow);
}

/** A campaign of an institution that was opened, the last one first. */
export type OpenedCampaign = LatestCampaign & { readonly electionId: string };

export function openedCampaigns(client: Client, agencyId: string): Promise<OpenedCampaign[]> {
  return many(client, sql.campaignsOf, { agencyId }, OpenedRow);
}

const OpenedRow = z.object({
  id: z.string(),
  title: z.string(),
  electionId: z.string(),
  deadline: z.date(),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
});
