import { z } from 'zod';
import { type Client, many, maybe } from '../../platform/db/index.ts';
import {
  type Checkpoint,
  GrowingTree,
  inclusionProof,
  parseCheckpoint,
  parseNote,
  type Tile,
  tilePath,
  tileWidth,
  verifyInclusion,
  widthAt,
} from '../../verify/index.ts';
import { Head } from './check-heads.ts';
import { Difference } from './difference.ts';
import { logSql } from './store.ts';
import type { LogId } from './tile-reader.ts';

const StoredTile = z.object({
  level: z.number(),
  n: z.number(),
  width: z.number(),
  hashes: z.instanceof(Buffer),
});
type StoredTile = z.output<typeof StoredTile>;
const Stray = z.object({ level: z.number(), n: z.number(), width: z.number() });

/**
 * The tree as its entries give it, beside the tiles as stored. Of a tile that other sizes published in part, every part
 * that is still there is compared too.
 * @param published size of the newest tree head; below 0 where there is none
 */
export function createTileCheck(client: Client, { agencyId, campaignId }: LogId, published: number) {
  let full: Tile[] = [];
  let compared = 0;
  const tree = new GrowingTree((tile) => full.push(tile));

  async function storedAt(places: readonly { level: number; n: number }[]): Promise<StoredTile[]> {
    const levels = places.map((place) => place.level);
    const ns = places.map((place) => place.n);
    return many(client, logSql.tilesAt, { agencyId, campaignId, levels, ns }, StoredTile);
  }

  /** @throws Difference tile-missing, tile-changed, entry-replaced */
  async function match(tiles: readonly Tile[], head?: Checkpoint): Promise<void> {
    const stored = tiles.length === 0 ? [] : await storedAt(tiles);
    for (const tile of tiles) {
      const here = stored.filter(({ level, n }) => level === tile.level && n === tile.n);
      if (isPublished(tile) && !here.some(({ width }) => width === tile.width))
        throw new Difference('tile-missing', { tile: tilePath(tile) });
      for (const one of here) {
        if (one.width > tile.width) continue;
        compared += 1;
        const expected = Buffer.from(tile.bytes.buffer, tile.bytes.byteOffset, one.width * 32);
        if (!expected.equals(one.hashes)) throw await explain(one, expected, head);
      }
    }
  }

  function isPublished({ level, n, width }: Tile): boolean {
    return published >= 0 && widthAt(level, n, published) === width;
  }

  /** Whether the tile is wrong, or the entry below it: the signed head knows. */
  async function explain(stored: StoredTile, expected: Buffer, head?: Checkpoint): Promise<Difference> {
    const { level, n, width, hashes } = stored;
    const tile = tilePath({ level, n, width });
    const at = firstDifference(hashes, expected);
    const index = (n * tileWidth + at) * tileWidth ** level;
    const believed = head ?? (await newest());
    if (level === 0 && at < width && believed && hashes.length === width * 32) {
      const leaf = hashes.subarray(at * 32, at * 32 + 32);
      if (await leads(leaf, index, believed)) return new Difference('entry-replaced', { index });
    }
    return new Difference('tile-changed', { tile, index });
  }

  async function leads(leaf: Uint8Array, index: number, { size, root }: Checkpoint): Promise<boolean> {
    if (index >= size) return false;
    const read = async (level: number, n: number, width: number) => {
      const found = (await storedAt([{ level, n }])).find((one) => one.width >= width);
      return found?.hashes.subarray(0, width * 32) ?? Buffer.alloc(0);
    };
    const proof = await inclusionProof(index, size, read).catch(() => []);
    return verifyInclusion(index, size, leaf, proof, root);
  }

  /** The newest head, not yet believed: a place that leads to its root was in the tree when it was signed. */
  async function newest(): Promise<Checkpoint | null> {
    const low = Math.max(published, 0);
    const [head] = await many(
      client,
      logSql.headsBetween,
      { agencyId, campaignId, low, high: low + 1 },
      Head,
    );
    try {
      return head ? parseCheckpoint(parseNote(head.note).text) : null;
    } catch {
      return null;
    }
  }

  return {
    push: (leaf: Uint8Array) => tree.push(leaf),
    root: () => tree.root(),
    compared: () => compared,

    /** Compares the tiles that have become full. `head`: one that contradicts the entries, where there is one. */
    async compare(head?: Checkpoint): Promise<void> {
      const tiles = full;
      full = [];
      await match(tiles, head);
    },

    /** Under the newest head, and one that contradicts the entries, the tiles at the right edge count too. */
    async atHead(size: number, head?: Checkpoint): Promise<void> {
      if (size === published || head) await match(tree.edge(), head);
    },

    /** The hash that the stored tiles give for a place, whatever its entry says; null where there is none. */
    async hashAt(index: number): Promise<Buffer | null> {
      const n = Math.floor(index / tileWidth);
      const at = (index % tileWidth) * 32;
      const found = (await storedAt([{ level: 0, n }])).findLast(({ hashes }) => hashes.length >= at + 32);
      return found?.hashes.subarray(at, at + 32) ?? null;
    },

    /** @throws Difference tile-stray */
    async requireNoStray(): Promise<void> {
      const size = Math.max(published, 0);
      const stray = await maybe(client, logSql.strayTile, { agencyId, campaignId, size }, Stray);
      if (!stray) return;
      const { level, n, width } = stray;
      throw new Difference('tile-stray', { why: `level ${level}, number ${n}, width ${width}` });
    },
  };
}
export type TileCheck = ReturnType<typeof createTileCheck>;

/** Number of the first hash that differs. */
function firstDifference(stored: Buffer, expected: Buffer): number {
  let at = 0;
  while (at < expected.length && stored[at] === expected[at]) at += 1;
  return Math.floor(at / 32);
}
