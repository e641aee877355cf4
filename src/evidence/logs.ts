import { z } from 'zod';
import { type Client, many } from '../platform/db/index.ts';
import { ALL_LOGS } from './log/head-log.ts';
import { OVERSIGHT_LOG } from './log/oversight-log.ts';
import { logSql } from './log/store.ts';

const Log = z.object({ agencyId: z.string(), campaignId: z.string(), origin: z.string(), size: z.number() });
export type Log = z.output<typeof Log>;

/** Every log of this installation, or the one of a campaign, and last the tree of all. */
export function everyLog(client: Client, campaignId: string | null): Promise<Log[]> {
  return many(client, logSql.everyLog, { campaignId }, Log);
}

/** Those of campaigns alone; a campaign has a log from its first signature on. */
export async function logsOf(client: Client, campaignId: string | null): Promise<Log[]> {
  return (await everyLog(client, campaignId)).filter(
    ({ agencyId, campaignId }) => agencyId !== ALL_LOGS && campaignId !== OVERSIGHT_LOG,
  );
}
