import { z } from 'zod';
import { type Client, exec, many, one, transaction } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { encodeHeadEntry, parseCheckpoint, parseNote } from '../../verify/index.ts';
import { originOf } from '../origin.ts';
import { sql } from '../store.ts';
import { logSql } from './store.ts';

/** Both parts of the key of the tree over the roots of all logs; no institution may bear this name. */
export const ALL_LOGS = 'semua';

const Head = z.object({ agencyId: z.string(), campaignId: z.string(), size: z.number(), note: z.string() });

/**
 * Records the newest tree head of every log that has grown since in the tree of all, once, whoever calls at the same
 * time. A crash before the commit records nothing: the next round finds the same heads again.
 * @returns how many were recorded
 */
export async function recordHeads({ pool }: Pick<Platform, 'pool'>): Promise<number> {
  if ((await many(pool, logSql.newHeads)).length === 0) return 0;
  const origin = `${await originOf(pool)}/${ALL_LOGS}`;
  const record = async (client: Client) => {
    await exec(client, sql.addLog, { agencyId: ALL_LOGS, campaignId: ALL_LOGS, origin });
    await one(client, logSql.holdHeadLog);
    const heads = await many(client, logSql.newHeads, {}, Head);
    await exec(client, logSql.addHeads, {
      count: heads.length,
      agencies: heads.map((head) => head.agencyId),
      campaigns: heads.map((head) => head.campaignId),
      sizes: heads.map((head) => head.size),
      entries: heads.map(({ note }) => encodeHeadEntry(parseCheckpoint(parseNote(note).text))),
    });
    return heads.length;
  };
  return transaction(pool, record, { idempotent: true });
}
