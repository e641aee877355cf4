import { concat } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { emptyRoot, nodeHash } from './merkle.ts';
import { tileWidth } from './tile-path.ts';
import type { Tile } from './tiles.ts';

/**
 * A tree built from its first leaf on, in memory that grows with the logarithm of its size. Each node is hashed once:
 * n leaves cost n hashes, with every full tile and the root at every size on the way.
 */
export class GrowingTree {
  size = 0;
  /** Roots of the complete subtrees at the left, the widest first (one for each binary one of the size). */
  readonly #subtrees: Uint8Array[] = [];
  /** The hashes of the last, not yet full, tile of each level, and that tile's number. */
  readonly #edge: { n: number; hashes: Uint8Array[] }[] = [];
  readonly #onFull: (tile: Tile) => void;

  /** `onFull` is given each tile of 256 hashes when it is complete, lower levels first. */
  constructor(onFull: (tile: Tile) => void = () => {}) {
    this.#onFull = onFull;
  }

  /** @throws FormatError `bad-digest` */
  push(leaf: Uint8Array): void {
    if (leaf.length !== 32) throw new FormatError('bad-digest');
    let node = leaf;
    this.#keep(0, node);
    let height = 0;
    for (let left = this.size; left % 2 === 1; left = Math.floor(left / 2)) {
      node = nodeHash(this.#subtrees.pop() as Uint8Array, node);
      height += 1;
      if (height % 8 === 0) this.#keep(height / 8, node);
    }
    this.#subtrees.push(node);
    this.size += 1;
  }

  root(): Uint8Array {
    if (this.size === 0) return emptyRoot;
    return this.#subtrees.reduceRight((right, left) => nodeHash(left, right));
  }

  /** The partial tiles at the right edge of the present size, lowest level first. */
  edge(): Tile[] {
    return this.#edge.flatMap(({ n, hashes }, level) =>
      hashes.length === 0 ? [] : [{ level, n, width: hashes.length, bytes: concat(...hashes) }],
    );
  }

  #keep(level: number, hash: Uint8Array): void {
    this.#edge[level] ??= { n: 0, hashes: [] };
    const { n, hashes } = this.#edge[level];
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    this.#edge[level] = { n: n + 1, hashes: [] };
    this.#onFull({ level, n, width: tileWidth, bytes: concat(...hashes) });
  }
}
