import { z } from 'zod';
import { many } from '../../platform/db/index.ts';
import {
  type Checkpoint,
  FormatError,
  parseCheckpoint,
  parseNote,
  verifyCheckpoint,
} from '../../verify/index.ts';
import type { CheckedLog, LogCheck, Stated } from './check.ts';
import type { TileCheck } from './check-tiles.ts';
import { Difference } from './difference.ts';
import { logSql } from './store.ts';

export const Head = z.object({ size: z.number(), note: z.string(), publishedAt: z.date() });
export type Head = z.output<typeof Head>;

/** The signed tree heads of one log: each must be of this log, by its key, and have the root of its entries. */
export function checkHeads(
  { client, key }: LogCheck,
  { agencyId, campaignId, origin }: CheckedLog,
  tiles: TileCheck,
) {
  const keys = [key.vkey(), key.vkey(origin)];
  const between = (low: number, high: number) =>
    many(client, logSql.headsBetween, { agencyId, campaignId, low, high }, Head);
  return {
    async between(low: number, high: number): Promise<Stated[]> {
      const heads = await between(low, high);
      return heads.map((head) => ({ size: head.size, at: head.publishedAt, check: () => check(head) }));
    },

    /** @throws Difference head-beyond */
    async requireNoneBeyond(size: number): Promise<void> {
      const [beyond] = await between(size + 1, Number.MAX_SAFE_INTEGER);
      if (beyond) throw new Difference('head-beyond', { size: beyond.size, index: size });
    },
  };

  /** @throws Difference head-* ; tile-* or entry-replaced where the tiles show that not the head is wrong */
  async function check({ size, note }: Head): Promise<void> {
    const head = signedHead(note, size);
    if (head.origin !== origin || head.size !== size)
      throw new Difference('head-unreadable', { size, why: 'it is of another log or size' });
    if (Buffer.from(head.root).equals(tiles.root())) return tiles.atHead(size);
    await tiles.compare(head);
    await tiles.atHead(size, head);
    throw new Difference('head-root', { size });
  }

  function signedHead(note: string, size: number): Checkpoint {
    try {
      const head = parseCheckpoint(parseNote(note).text);
      return head.origin === origin ? verifyCheckpoint(note, keys) : head;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      if (error.code === 'note-unsigned') throw new Difference('head-key', { size });
      if (error.code === 'note-bad-signature') throw new Difference('head-signature', { size });
      throw new Difference('head-unreadable', { size, why: error.code });
    }
  }
}
