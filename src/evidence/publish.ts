import { z } from 'zod';
import { exec, many, transaction } from '../platform/db/index.ts';
import { nudge } from '../platform/events.ts';
import type { Platform } from '../platform/platform.ts';
import { formatCheckpoint, formatNote, growTiles, leafHash } from '../verify/index.ts';
import type { LogKey } from './keys.ts';
import { type Holder, holdsLease } from './lease.ts';
import { recordHeads } from './log/head-log.ts';
import { edgeReader } from './log/tile-reader.ts';
import { sql } from './store.ts';

const Waiting = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  origin: z.string(),
  size: z.number(),
  published: z.number(),
});
type Waiting = z.output<typeof Waiting>;

const AT_ONCE = 8192;
/** Logs published at the same time: while one waits for the disk, another is hashed. */
const SIDE_BY_SIDE = 3;

export interface Publishing extends Holder {
  key: LogKey;
}

/**
 * Publishes every log that has grown, then records their heads in the tree of all and publishes that.
 * @returns how many logs of campaigns were brought up to date. @throws AggregateError of those that failed
 */
export async function publishAll(platform: Platform, key: LogKey, holder: string): Promise<number> {
  const publishing = { platform, key, holder, leases: new Map() };
  return publishBoth(publishing);
}

/** A campaign's log that cannot be published does not keep the tree of all back. */
export async function publishBoth(publishing: Publishing): Promise<number> {
  try {
    return await publishLogs(publishing);
  } finally {
    await publishHeads(publishing);
  }
}

/**
 * Publishes every campaign's log that has grown. Tiles and tree head appear together or not at all; running it twice,
 * or after a crash, stores the same bytes. A log that cannot be published keeps none of the others back.
 * @returns how many were brought up to date. @throws AggregateError of those that failed, after the others
 */
export function publishLogs(publishing: Publishing): Promise<number> {
  return publishWaiting(publishing, false);
}

/** Records the heads of the logs that have grown in the tree of all, and publishes that. */
async function publishHeads(publishing: Publishing): Promise<void> {
  await recordHeads(publishing.platform);
  await publishWaiting(publishing, true);
}

async function publishWaiting(publishing: Publishing, ofAll: boolean): Promise<number> {
  const waiting = await many(publishing.platform.pool, sql.unpublished, { ofAll }, Waiting);
  let done = 0;
  const failed: Error[] = [];
  const work = async () => {
    for (let log = waiting.shift(); log; log = waiting.shift()) {
      const published = await publishLog(publishing, log).catch((error: Error) => error);
      if (published instanceof Error) failed.push(published);
      else if (published) done += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
  return done;
}

async function publishLog(publishing: Publishing, log: Waiting): Promise<boolean> {
  if (!(await holdsLease(sql.takeLease, publishing, log))) return false;
  let from = Math.max(log.published, 0);
  do {
    const to = Math.min(log.size, from + AT_ONCE);
    await step(publishing, log, from, to);
    from = to;
  } while (from < log.size);
  return true;
}

async function step(publishing: Publishing, log: Waiting, from: number, to: number): Promise<void> {
  const { agencyId, campaignId, origin } = log;
  const { platform, key } = publishing;
  await transaction(
    platform.pool,
    async (client) => {
      const rows = await many(client, sql.entriesFrom, { agencyId, campaignId, low: from, high: to });
      if (rows.length !== to - from) throw new Error(`log ${origin} has a gap between ${from} and ${to}`);
      const leaves = rows.map((row) => leafHash(row.entry as Buffer));
      const grown = await growTiles(from, leaves, await edgeReader(client, log, from));
      await exec(client, sql.addTiles, {
        agencyId,
        campaignId,
        levels: grown.tiles.map((tile) => tile.level),
        ns: grown.tiles.map((tile) => tile.n),
        widths: grown.tiles.map((tile) => tile.width),
        hashes: grown.tiles.map((tile) => tile.bytes),
      });
      const text = formatCheckpoint({ origin, size: to, root: grown.root });
      const note = formatNote({ text, signatures: key.sign(origin, text) });
      await exec(client, sql.addCheckpoint, { agencyId, campaignId, size: to, note, now: platform.now() });
      await nudge(client, { agencyId, at: platform.now(), kind: 'log.head', subject: campaignId });
    },
    { idempotent: true },
  );
}
