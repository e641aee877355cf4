import { many } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { StoredRecord, sql } from './store.ts';

/** At most 128 kB each: a page is never more than some megabytes. */
const PAGE = 100;

/** Every record of a campaign in the order of its log, read a page at a time. */
export async function* eachRecord(
  { pool }: Platform,
  agencyId: string,
  campaignId: string,
): AsyncGenerator<StoredRecord> {
  for (let after = -1; ; ) {
    const page = await many(
      pool,
      sql.recordsFrom,
      { agencyId, campaignId, after, limit: PAGE },
      StoredRecord,
    );
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.idx;
  }
}
