import { z } from 'zod';
import { type Client, many } from '../../platform/db/index.ts';
import { sql } from './store.ts';

const ShownStamp = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  origin: z.string(),
  size: z.number(),
  stampedAt: z.date(),
  verified: z.boolean(),
});
const ShownFailure = z.object({ failedAt: z.date(), failure: z.string() });

/** What the page of the logs shows of time stamps. */
export interface ShownStamps {
  stamps: z.output<typeof ShownStamp>[];
  /** The newest failure that no stamp has followed. */
  failure: z.output<typeof ShownFailure> | null;
}

const MOST = 100;

export async function shownStamps(client: Client): Promise<ShownStamps> {
  const stamps = await many(client, sql.lastTimestamps, { limit: MOST }, ShownStamp);
  const [failure] = await many(client, sql.timestampFailures, {}, ShownFailure);
  return { stamps, failure: failure ?? null };
}
