import type { ClientBase } from 'pg';
import { z } from 'zod';
import { one } from '../platform/db/index.ts';
import { openLog } from './append.ts';
import { sql } from './store.ts';

const Head = z.object({ size: z.number() });

/**
 * Opens the log where it is new and holds its head until the caller's transaction ends: who else would write waits.
 * @returns how many entries it has
 */
export async function holdLog(client: ClientBase, agencyId: string, campaignId: string): Promise<number> {
  await openLog(client, agencyId, campaignId);
  return (await one(client, sql.holdLog, { agencyId, campaignId }, Head)).size;
}

/**
 * Gives entries the next places of a log whose records are kept elsewhere, in the caller's transaction.
 * @param entries of 39 bytes. @returns the place of the first
 */
export async function appendEntries(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  entries: readonly Uint8Array[],
): Promise<number> {
  const params = { agencyId, campaignId, count: entries.length, entries: Buffer.concat(entries) };
  return (await one(client, sql.appendEntries, params, Head)).size - entries.length;
}
