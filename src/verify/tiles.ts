import { concat } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { emptyRoot, largestPowerBelow, nodeHash, rootOf } from './merkle.ts';
import { type TilePlace, tilePath, tileWidth, widthAt } from './tile-path.ts';

/** Gives the bytes of one tile, `width * 32` long. Owner of the bytes: the reader; they are not changed. */
export type ReadTile = (level: number, n: number, width: number) => Uint8Array | Promise<Uint8Array>;

export interface Tile extends TilePlace {
  /** `width` hashes of 32 bytes. */
  bytes: Uint8Array;
}

export interface Growth {
  /** The tiles to store, lowest level first; partial tiles of the old size stay as they are. */
  tiles: Tile[];
  root: Uint8Array;
  size: number;
}

/**
 * Appends leaf hashes to a tree of `oldSize`. Reads only the partial tiles at the old right edge, so the cost is
 * that of the new leaves. Storing the same result twice stores the same bytes: a crash between is repaired by
 * running it again.
 * @throws FormatError `bad-tile` if a tile read has another width than the old size demands
 */
export async function growTiles(
  oldSize: number,
  newLeafHashes: readonly Uint8Array[],
  readTile: ReadTile,
): Promise<Growth> {
  requireSize(oldSize);
  const read = careful(readTile);
  const tiles: Tile[] = [];
  let added: readonly Uint8Array[] = newLeafHashes;
  for (let level = 0; added.length > 0; level += 1) {
    const before = Math.floor(oldSize / tileWidth ** level);
    const grown = await growLevel(level, before, added, read);
    tiles.push(...grown);
    added = grown.filter((tile) => tile.width === tileWidth).map((tile) => rootOf(hashesOf(tile.bytes)));
  }
  const size = oldSize + newLeafHashes.length;
  return { tiles, root: await rootFromTiles(size, preferring(tiles, readTile)), size };
}

/** The root of the tree of `size` entries. Reads only the tiles at its right edge. @throws FormatError `bad-tile` */
export async function rootFromTiles(size: number, readTile: ReadTile): Promise<Uint8Array> {
  requireSize(size);
  return size === 0 ? emptyRoot : rangeRoot(0, size, size, careful(readTile));
}

/**
 * RFC 6962 §2.1.1, from the leaf's sibling up to the root's child.
 * @throws FormatError `bad-index` | `bad-tile`
 */
export async function inclusionProof(index: number, size: number, readTile: ReadTile): Promise<Uint8Array[]> {
  requireSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new FormatError('bad-index');
  const read = careful(readTile);
  const proof: Uint8Array[] = [];
  for (let [low, high] = [0, size]; high - low > 1; ) {
    const middle = low + largestPowerBelow(high - low);
    const left = index < middle;
    proof.unshift(
      left ? await rangeRoot(middle, high, size, read) : await rangeRoot(low, middle, size, read),
    );
    [low, high] = left ? [low, middle] : [middle, high];
  }
  return proof;
}

/** RFC 6962 §2.1.2; empty if the sizes are equal or the old tree is empty. @throws FormatError */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  requireSize(oldSize);
  requireSize(newSize);
  if (oldSize > newSize) throw new FormatError('bad-index');
  if (oldSize === 0 || oldSize === newSize) return [];
  const read = careful(readTile);
  const proof: Uint8Array[] = [];
  let [low, high] = [0, newSize];
  while (oldSize !== high) {
    const middle = low + largestPowerBelow(high - low);
    const left = oldSize <= middle;
    proof.unshift(
      left ? await rangeRoot(middle, high, newSize, read) : await rangeRoot(low, middle, newSize, read),
    );
    [low, high] = left ? [low, middle] : [middle, high];
  }
  // A subtree that starts at 0 is the old tree itself, whose root the verifier holds.
  return low === 0 ? proof : [await rangeRoot(low, high, newSize, read), ...proof];
}

/** The tiles of one level that change when `added` hashes follow the `before` hashes already there. */
async function growLevel(
  level: number,
  before: number,
  added: readonly Uint8Array[],
  read: ReadTile,
): Promise<Tile[]> {
  const n = Math.floor(before / tileWidth);
  const kept = before % tileWidth;
  const hashes = kept === 0 ? [] : hashesOf(await read(level, n, kept));
  for (const hash of added) {
    if (hash.length !== 32) throw new FormatError('bad-digest');
    hashes.push(hash);
  }
  const tiles: Tile[] = [];
  for (let start = 0; start < hashes.length; start += tileWidth) {
    const part = hashes.slice(start, start + tileWidth);
    tiles.push({ level, n: n + start / tileWidth, width: part.length, bytes: concat(...part) });
  }
  return tiles;
}

/** MTH of the entries `low` to `high` of a tree of `size`; `low` is a multiple of the first subtree's width. */
async function rangeRoot(low: number, high: number, size: number, read: ReadTile): Promise<Uint8Array> {
  const width = high - low;
  const split = width === 1 ? 0 : largestPowerBelow(width);
  if (width === 1 || split * 2 === width) return subtreeRoot(low, width, size, read);
  const left = await rangeRoot(low, low + split, size, read);
  return nodeHash(left, await rangeRoot(low + split, high, size, read));
}

/** The root of a complete subtree: `width` is a power of two and `low` a multiple of it. */
async function subtreeRoot(low: number, width: number, size: number, read: ReadTile): Promise<Uint8Array> {
  let level = 0;
  let span = 1;
  while (span * tileWidth <= width) {
    level += 1;
    span *= tileWidth;
  }
  const first = low / span;
  const n = Math.floor(first / tileWidth);
  const bytes = await read(level, n, widthAt(level, n, size));
  return nodeIn(bytes, first % tileWidth, width / span);
}

/** Nodes between a tile and its root, kept as long as its reader keeps the bytes: proofs share most of them. */
const inner = new WeakMap<Uint8Array, Uint8Array[]>();

/** The root over `count` hashes of a tile from `start` on; `count` is a power of two and `start` a multiple of it. */
function nodeIn(tile: Uint8Array, start: number, count: number): Uint8Array {
  if (count === 1) return tile.subarray(start * 32, start * 32 + 32);
  const nodes = inner.get(tile) ?? [];
  inner.set(tile, nodes);
  const place = (tileWidth + start) / count;
  const half = count / 2;
  nodes[place] ??= nodeHash(nodeIn(tile, start, half), nodeIn(tile, start + half, half));
  return nodes[place];
}

function hashesOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.subarray(i * 32, i * 32 + 32));
}

/** Reads each tile once and refuses one of the wrong length. */
function careful(readTile: ReadTile): ReadTile {
  const seen = new Map<string, Uint8Array>();
  return async (level, n, width) => {
    const path = tilePath({ level, n, width });
    const bytes = seen.get(path) ?? (await readTile(level, n, width));
    if (bytes.length !== width * 32) throw new FormatError('bad-tile');
    seen.set(path, bytes);
    return bytes;
  };
}

/** Reads from tiles that are not stored yet, else from the reader. */
function preferring(tiles: readonly Tile[], readTile: ReadTile): ReadTile {
  const fresh = new Map(tiles.map((tile) => [tilePath(tile), tile.bytes]));
  return (level, n, width) => fresh.get(tilePath({ level, n, width })) ?? readTile(level, n, width);
}

function requireSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new FormatError('bad-index');
}
