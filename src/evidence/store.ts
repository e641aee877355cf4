import { z } from 'zod';
import { type Client, maybe, queries } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './evidence.sql';

export const sql = queries(sqlText);

/** A sealed record as stored: canonical bytes, the salt that opens its commitment, its place in the log. */
export const StoredRecord = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  idx: z.number(),
  record: z.instanceof(Buffer),
  salt: z.instanceof(Buffer),
  verifyUrl: z.string(),
  origin: z.string(),
});
export type StoredRecord = z.output<typeof StoredRecord>;

const TreeHead = z.object({ size: z.number(), note: z.string(), publishedAt: z.date() });
export type TreeHead = z.output<typeof TreeHead>;

/** The newest tree head of a log, cosigned or not, or null before the first. */
export function lastCheckpoint(
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<TreeHead | null> {
  return maybe(client, sql.lastCheckpoint, { agencyId, campaignId }, TreeHead);
}

/** @throws Refusal evidence.noSuchReceipt */
export async function recordByReceipt(
  client: Client,
  agencyId: string,
  receipt: string,
): Promise<StoredRecord> {
  const found = await maybe(client, sql.recordByReceipt, { agencyId, receipt }, StoredRecord);
  if (!found) throw new Refusal('evidence.noSuchReceipt', 404);
  return found;
}
