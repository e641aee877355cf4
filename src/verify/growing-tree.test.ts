import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from './bytes.ts';
import { MemoryTiles } from './fixtures/log.ts';
import { GrowingTree } from './growing-tree.ts';
import { emptyRoot, leafHash, rootOf } from './merkle.ts';
import { tilePath, tilesOf } from './tile-path.ts';
import type { Tile } from './tiles.ts';

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Uint8Array.of(i >> 16, i >> 8, i)));

function grown(size: number): { tree: GrowingTree; tiles: Tile[] } {
  const tiles: Tile[] = [];
  const tree = new GrowingTree((tile) => tiles.push(tile));
  for (const leaf of leaves.slice(0, size)) tree.push(leaf);
  return { tree, tiles: [...tiles, ...tree.edge()] };
}

describe('a tree that grows leaf by leaf', () => {
  it('has the root of the definition at every size', () => {
    expect(new GrowingTree().root()).toEqual(emptyRoot);
    const tree = new GrowingTree();
    for (let size = 1; size <= 600; size += 1) {
      tree.push(leaves[size - 1]!);
      expect(hex(tree.root())).toBe(hex(rootOf(leaves.slice(0, size))));
    }
  });

  it.each([0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])(
    'of %i leaves has the tiles that growing in batches gives',
    async (size) => {
      const stored = new MemoryTiles();
      await stored.grow(leaves.slice(0, size));
      const { tree, tiles } = grown(size);
      expect(hex(tree.root())).toBe(hex(stored.root));
      expect(tiles.map(tilePath).sort()).toEqual([...tilesOf(size)].map(tilePath).sort());
      for (const tile of tiles) expect(hex(tile.bytes)).toBe(hex(stored.tiles.get(tilePath(tile))!));
    },
  );

  it('gives both at any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (size) => {
        const { tree, tiles } = grown(size);
        expect(hex(tree.root())).toBe(hex(rootOf(leaves.slice(0, size))));
        expect(tiles).toHaveLength([...tilesOf(size)].length);
      }),
      { numRuns: 20 },
    );
  });

  it('takes hashes alone', () => {
    expect(() => new GrowingTree().push(new Uint8Array(31))).toThrow(/digest/);
  });
});
