import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, many, maybe, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { formatCheckpoint, formatNote, growTiles, leafHash, type ReadTile } from '../verify/index.ts';
import type { LogKey } from './keys.ts';
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
/** Between two rounds: many batches of signatures then share one tree head and its disk writes. */
const BREATH_MS = 250;

/**
 * Publishes every log that has grown. Tiles and tree head appear together or not at all; running it twice, or
 * after a crash, stores the same bytes. A log that cannot be published keeps none of the others back.
 * @returns how many logs were brought up to date. @throws AggregateError of those that failed, after the others
 */
export async function publishAll(platform: Platform, key: LogKey, holder: string): Promise<number> {
  const waiting = await many(platform.pool, sql.unpublished, {}, Waiting);
  let done = 0;
  const failed: Error[] = [];
  for (const log of waiting) {
    const published = await publishLog(platform, key, holder, log).catch((error: Error) => error);
    if (published instanceof Error) failed.push(published);
    else if (published) done += 1;
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
  return done;
}

async function publishLog(platform: Platform, key: LogKey, holder: string, log: Waiting): Promise<boolean> {
  const { agencyId, campaignId } = log;
  const now = platform.now();
  const until = new Date(now.getTime() + LEASE_MS);
  if ((await exec(platform.pool, sql.takeLease, { agencyId, campaignId, holder, until, now })) === 0)
    return false;
  let from = Math.max(log.published, 0);
  do {
    const to = Math.min(log.size, from + AT_ONCE);
    await step(platform, key, log, from, to);
    from = to;
  } while (from < log.size);
  return true;
}

async function step(
  { pool, now }: Platform,
  key: LogKey,
  log: Waiting,
  from: number,
  to: number,
): Promise<void> {
  const { agencyId, campaignId, origin } = log;
  await transaction(
    pool,
    async (client) => {
      const rows = await many(client, sql.entriesFrom, { agencyId, campaignId, low: from, high: to });
      if (rows.length !== to - from) throw new Error(`log ${origin} has a gap between ${from} and ${to}`);
      const leaves = rows.map((row) => leafHash(row.entry as Buffer));
      const grown = await growTiles(from, leaves, tileReader(client, agencyId, campaignId));
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
      await exec(client, sql.addCheckpoint, { agencyId, campaignId, size: to, note, now: now() });
    },
    { idempotent: true },
  );
}

/** Tiles as stored, for growing the tree and for proofs. */
export function tileReader(client: Client, agencyId: string, campaignId: string): ReadTile {
  return async (level, n, width) => {
    const row = await maybe(client, sql.tile, { agencyId, campaignId, level, n, width });
    if (!row) throw new Error(`tile ${level}/${n}.${width} of ${agencyId}/${campaignId} is missing`);
    return row.hashes as Buffer;
  };
}

/**
 * Keeps the logs published while the process lives. `soon` asks for a round at once; rounds never overlap.
 * A round that fails is logged and tried again: signatures stay recorded, only their tree head is late.
 */
export function startPublisher(platform: Platform, key: LogKey, log: (line: string) => void, everyMs = 1000) {
  const holder = randomBytes(8).toString('hex');
  let running: Promise<unknown> | undefined;
  let next: NodeJS.Timeout | undefined;
  let ended = 0;
  let stopped = false;
  let wanted = false;
  const soon = () => {
    wanted = Boolean(running);
    if (stopped || running) return;
    next ??= setTimeout(round, Math.max(0, ended + BREATH_MS - Date.now()));
  };
  const round = () => {
    next = undefined;
    if (stopped || running) return;
    running = publishAll(platform, key, holder)
      .catch((error: Error) => log(`publishing the log failed, will try again: ${error.message}`))
      .finally(() => {
        running = undefined;
        ended = Date.now();
        if (wanted) soon();
      });
  };
  const timer = setInterval(round, everyMs);
  return {
    soon,
    async stop(): Promise<void> {
      clearInterval(timer);
      if (next) clearTimeout(next);
      if (next) round();
      stopped = true;
      await running;
    },
  };
}
export type Publisher = ReturnType<typeof startPublisher>;
