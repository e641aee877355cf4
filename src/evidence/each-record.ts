import { z } from 'zod';
import { many, one } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { StoredRecord, sql } from './store.ts';

const Index = z.object({ idx: z.number() });

/** Every record of a campaign in the order of its log, read a page at a time. */
export async function* eachRecord(
  { pool }: Platform,
  agencyId: string,
  campaignId: string,
): AsyncGenerator<StoredRecord> {
  for (let after = -1; ; ) {
    const page = await many(pool, sql.indexesFrom, { agencyId, campaignId, after, limit: 500 }, Index);
    for (const { idx } of page)
      yield one(pool, sql.recordByIndex, { agencyId, campaignId, idx }, StoredRecord);
    if (page.length === 0) return;
    after = (page.at(-1) as { idx: number }).idx;
  }
}
