import type { Pool } from 'pg';
import { formatTlogProof, inclusionProof } from '../verify/index.ts';
import { sharedHead } from './log/shared-head.ts';
import { tileReader } from './log/tile-reader.ts';
import type { StoredRecord } from './store.ts';
import type { WitnessPolicy } from './witness/policy-file.ts';

/**
 * The record's `.tlog-proof` (C2SP tlog-proof) under the newest tree head, with a policy the newest that enough
 * witnesses have cosigned; null while that does not cover the record.
 */
export async function proofOf(
  pool: Pool,
  record: Pick<StoredRecord, 'agencyId' | 'campaignId' | 'idx'>,
  witnesses: WitnessPolicy | null,
): Promise<string | null> {
  const { agencyId, campaignId, idx } = record;
  const head = await sharedHead(pool, { agencyId, campaignId }, witnesses);
  if (!head || head.size <= idx) return null;
  const hashes = await inclusionProof(idx, head.size, tileReader(pool, { agencyId, campaignId }));
  return formatTlogProof({ index: idx, hashes, checkpoint: head.note });
}
