import { z } from 'zod';
import { type Client, many, one, queries } from '../../platform/db/index.ts';
import type { Campaign } from '../campaign.ts';
import sqlText from './difference.sql';

export const sql = queries(sqlText);

export const DIFFERENCES = ['hired', 'gone', 'changed'] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];
export const DIFFERENCE_PAGE = 50;

const Counts = z.object({ hired: z.number(), gone: z.number(), changed: z.number(), added: z.number() });
export type DifferenceCounts = z.output<typeof Counts>;

const Row = z.object({
  personId: z.string(),
  name: z.string(),
  unitName: z.string(),
  /** Category today; of who is gone, as it was pinned. */
  after: z.string(),
  /** Unit and category as pinned, where they changed. */
  before: z.string().nullable(),
  status: z.string(),
  exempted: z.boolean(),
});
export type DifferentPerson = z.output<typeof Row>;

/** What the roster says today of those whom the opened campaign is about, and of those it pinned. */
export function countDifference(client: Client, campaign: Campaign): Promise<DifferenceCounts> {
  return one(client, sql.countDifference, { ...choiceOf(campaign), campaignId: campaign.id }, Counts);
}

export function differenceOf(
  client: Client,
  campaign: Campaign,
  kind: DifferenceKind,
  page: number,
): Promise<DifferentPerson[]> {
  const limits = { limit: DIFFERENCE_PAGE, offset: (page - 1) * DIFFERENCE_PAGE };
  const { agencyId, categories, unitIds } = choiceOf(campaign);
  const named = { agencyId, campaignId: campaign.id, ...limits };
  if (kind === 'hired') return many(client, sql.hired, { ...named, categories, unitIds }, Row);
  return many(client, kind === 'gone' ? sql.gone : sql.changed, named, Row);
}

/** How many of those who must sign were added after the opening. */
export async function additionsOf(client: Client, agencyId: string, campaignId: string): Promise<number> {
  return (await one(client, sql.countAdditions, { agencyId, campaignId }, z.object({ count: z.number() })))
    .count;
}

/** Who belongs to the campaign, as was chosen when it opened. */
export function choiceOf({ agencyId, opening }: Campaign) {
  return { agencyId, categories: opening?.categories ?? [], unitIds: opening?.unitIds ?? null };
}
