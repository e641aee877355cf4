import { z } from 'zod';
import { type Client, many } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { commitment, encodeEntry, kindOfRecord } from '../verify/index.ts';
import { type StoredRecord, sql } from './store.ts';

const Entry = z.object({ idx: z.number(), entry: z.instanceof(Buffer) });

/**
 * That each record, all of one campaign, is the one its log entry commits to. Attacker: whoever can write to the
 * database and would have the institution's key seal other words than were signed.
 * @throws Refusal evidence.recordDiffers
 */
export async function requireLogged(client: Client, records: readonly StoredRecord[]): Promise<void> {
  const [first] = records;
  if (!first) return;
  const { agencyId, campaignId } = first;
  const idxs = records.map(({ idx }) => idx);
  const rows = await many(client, sql.entriesAt, { agencyId, campaignId, idxs }, Entry);
  const entries = new Map(rows.map(({ idx, entry }) => [idx, entry]));
  for (const { idx, record, salt } of records) {
    const own = encodeEntry({ kind: kindOfRecord(record), commitment: commitment(salt, record) });
    if (!entries.get(idx)?.equals(own))
      throw recordDiffers(`record ${agencyId}/${campaignId}/${idx} is not the logged one`);
  }
}

/** What the person is told; the log of the server says more. */
export function recordDiffers(why: string): Refusal {
  return Object.assign(new Refusal('evidence.recordDiffers', 409), { cause: new Error(why) });
}
