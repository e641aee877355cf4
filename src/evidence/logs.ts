import { z } from 'zod';
import { type Client, many } from '../platform/db/index.ts';
import { sql } from './store.ts';

const Log = z.object({ agencyId: z.string(), campaignId: z.string(), origin: z.string() });

/** Every log of this installation, or the one of a campaign; a campaign has a log from its first signature on. */
export function logsOf(client: Client, campaignId: string | null) {
  return many(client, sql.logs, { campaignId }, Log);
}
