import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { BY_INDEX, type Client, exec, many, maybe, queries, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './recount.sql';
import type { TallyOf } from './tally.ts';

const sql = queries(sqlText);

const Difference = z.object({
  /** Whose count: a category of all, a day, a category of a unit, one person's facts. */
  kind: z.enum(['total', 'day', 'unit', 'person']),
  subject: z.string(),
  what: z.enum(['audience', 'signed', 'declined', 'exempted', 'symbolic', 'attended', 'facts']),
  kept: z.number(),
  counted: z.number(),
});
export type Difference = z.output<typeof Difference>;

/** As many as anybody reads; one suffices to repair. */
export const MOST_DIFFERENCES = 200;

/** Where the counts and a recount of the facts differ, from one snapshot. Reads the whole audience. */
export function recount(pool: Pool, agencyId: string, campaignId: string): Promise<Difference[]> {
  return transaction(pool, (client) => differencesOf(client, agencyId, campaignId), {
    mode: `read only${BY_INDEX}`,
  });
}

function differencesOf(client: Client, agencyId: string, campaignId: string): Promise<Difference[]> {
  return many(client, sql.differences, { agencyId, campaignId, limit: MOST_DIFFERENCES }, Difference);
}

/**
 * Counts anew from the facts. In a transaction: the campaign and its total rows are held first, so that whoever signs or
 * changes a fact is either seen whole or waits and is counted on top.
 * @returns what was wrong; nothing is written where nothing was
 * @throws Refusal campaigns.unknown (404)
 */
export async function repair(
  client: ClientBase,
  of: TallyOf & { by: string },
  now: Date,
): Promise<Difference[]> {
  const { by, agencyId, campaignId } = of;
  const which = { agencyId, campaignId };
  await exec(client, sql.byIndex);
  const held = await maybe(client, sql.holdCampaign, which, z.object({ id: z.string() }));
  if (!held) throw new Refusal('campaigns.unknown', 404);
  await exec(client, sql.ensureTotals, which);
  await exec(client, sql.hold, which);
  const differences = await differencesOf(client, agencyId, campaignId);
  if (differences.length === 0) return [];
  await rebuild(client, which);
  const data = { differences: differences.length, first: differences.slice(0, 5).map(differenceLine) };
  const kind = 'tally.repaired';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: campaignId, data });
  return differences;
}

async function rebuild(client: ClientBase, { agencyId, campaignId }: TallyOf): Promise<void> {
  for (const statement of REBUILD) await exec(client, statement, { agencyId, campaignId });
}

/** In this order. Rows that nothing stands behind any more stay, with nobody in them. */
const REBUILD = [
  ...[sql.forgetFacts, sql.setFacts, sql.clearUnits, sql.setUnits],
  ...[sql.clearTotals, sql.setTotals, sql.clearDays, sql.setDays],
];

/** For a log or a terminal. */
export function differenceLine({ kind, subject, what, kept, counted }: Difference): string {
  return `${kind} ${subject}: ${what} ${kept}, counted ${counted}`;
}

const Opened = z.object({ agencyId: z.string(), campaignId: z.string() });

/** Campaigns that were opened, of one institution or (within `forAll`) of all. */
export function openedCampaigns(client: Client, agencyId: string | null): Promise<TallyOf[]> {
  return many(client, sql.openedCampaigns, { agencyId }, Opened);
}

/** One campaign that was not compared since `before`, for this process alone until `until`; null where none is due. */
export function claimDue(
  client: Client,
  times: { now: Date; before: Date; until: Date },
): Promise<TallyOf | null> {
  return maybe(client, sql.claimDue, { ...times }, Opened);
}

/** Keeps that a campaign was compared, and what came of it. */
export async function keepComparison(
  client: Client,
  { agencyId, campaignId }: TallyOf,
  differences: number,
  now: Date,
): Promise<void> {
  await exec(client, sql.compared, { agencyId, campaignId, differences, now });
}

const Comparison = z.object({ comparedAt: z.date(), differences: z.number() });

/** When the counts were last compared; null: never. */
export function lastComparison(
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<z.output<typeof Comparison> | null> {
  return maybe(client, sql.comparison, { agencyId, campaignId }, Comparison);
}
