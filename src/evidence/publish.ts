import { z } from 'zod';
import { exec, many, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { formatCheckpoint, formatNote, growTiles, leafHash } from '../verify/index.ts';
import type { LogKey } from './keys.ts';
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

const LEASE_MS = 10_000;
const AT_ONCE = 8192;
/** Logs published at the same time: while one waits for the disk, another is hashed. */
const SIDE_BY_SIDE = 3;

/** Who publishes, and until when it still holds which log: a lease is renewed when half of it has passed. */
export interface Publishing {
  platform: Platform;
  key: LogKey;
  holder: string;
  leases: Map<string, number>;
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
  if (!(await holdsLease(publishing, log))) return false;
  let from = Math.max(log.published, 0);
  do {
    const to = Math.min(log.size, from + AT_ONCE);
    await step(publishing, log, from, to);
    from = to;
  } while (from < log.size);
  return true;
}

/** The lease spares two publishers the same work; what they publish would be the same bytes. */
async function holdsLease({ platform, holder, leases }: Publishing, log: Waiting): Promise<boolean> {
  const { agencyId, campaignId } = log;
  const now = platform.now();
  if ((leases.get(log.origin) ?? 0) > now.getTime() + LEASE_MS / 2) return true;
  const until = new Date(now.getTime() + LEASE_MS);
  const taken = await exec(platform.pool, sql.takeLease, { agencyId, campaignId, holder, until, now });
  if (taken > 0) leases.set(log.origin, until.getTime());
  else leases.delete(log.origin);
  return taken > 0;
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
    },
    { idempotent: true },
  );
}
