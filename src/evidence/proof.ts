import { z } from 'zod';
import { type Client, maybe } from '../platform/db/index.ts';
import { formatTlogProof, inclusionProof } from '../verify/index.ts';
import { tileReader } from './publish.ts';
import { type StoredRecord, sql } from './store.ts';

const Head = z.object({ size: z.number(), note: z.string(), publishedAt: z.date() });

/** The newest tree head of a log, or null before the first. */
export function lastCheckpoint(client: Client, agencyId: string, campaignId: string) {
  return maybe(client, sql.lastCheckpoint, { agencyId, campaignId }, Head);
}

/** The record's `.tlog-proof` (C2SP tlog-proof) under the newest tree head, or null while that does not cover it. */
export async function proofOf(client: Client, record: StoredRecord): Promise<string | null> {
  const { agencyId, campaignId, idx } = record;
  const head = await lastCheckpoint(client, agencyId, campaignId);
  if (!head || head.size <= idx) return null;
  const hashes = await inclusionProof(idx, head.size, tileReader(client, agencyId, campaignId));
  return formatTlogProof({ index: idx, hashes, checkpoint: head.note } as Parameters<
    typeof formatTlogProof
  >[0]);
}
