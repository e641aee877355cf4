import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBundle, encodeBundle } from './bundle.ts';
import { hex } from './bytes.ts';
import { MemoryTiles } from './fixtures/log.ts';
import { FormatError } from './format-error.ts';
import { leafHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts';
import { entriesPath, parseTilePath, tilePath, tilesOf, widthAt } from './tile-path.ts';
import { consistencyProof, inclusionProof, rootFromTiles } from './tiles.ts';

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Uint8Array.of(i >> 16, i >> 8, i)));

async function grown(size: number, cuts: number[] = []): Promise<MemoryTiles> {
  const tiles = new MemoryTiles();
  for (const end of [...cuts.filter((cut) => cut < size).sort((a, b) => a - b), size]) {
    await tiles.grow(leaves.slice(tiles.size, end));
  }
  return tiles;
}

describe('tiles of a tree', () => {
  it('of size 70,000 are those of the specification, and its proofs verify', async () => {
    const places = [...tilesOf(70_000)];
    const count = (level: number, width: number) =>
      places.filter((p) => p.level === level && p.width === width).length;
    expect([count(0, 256), count(0, 112), count(1, 256), count(1, 17), count(2, 1)]).toEqual([
      273, 1, 1, 1, 1,
    ]);
    expect(places).toHaveLength(277);

    const tiles = await grown(70_000);
    expect([...tiles.tiles.keys()].sort()).toEqual(places.map(tilePath).sort());
    const root = rootOf(leaves);
    expect(hex(tiles.root)).toBe(hex(root));
    for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
      const proof = await inclusionProof(index, 70_000, tiles.read);
      expect(verifyInclusion(index, 70_000, leaves[index]!, proof, root)).toBe(true);
    }
    tiles.reads = 0;
    expect(hex(await rootFromTiles(70_000, tiles.read))).toBe(hex(root));
    expect(tiles.reads).toBe(3);
  });

  it('of size 256 are one full tile and one hash above it', async () => {
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect([...(await grown(256)).tiles.keys()]).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect([...tilesOf(0)]).toEqual([]);
  });

  it('grow in batches of any size to what is computed at once', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 1300 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1300 }), cuts, async (size, ends) => {
        const [batched, atOnce] = [await grown(size, ends), await grown(size)];
        expect(hex(batched.root)).toBe(hex(rootOf(leaves.slice(0, size))));
        for (const [path, bytes] of atOnce.tiles) expect(hex(batched.tiles.get(path)!)).toBe(hex(bytes));
        expect(hex(await rootFromTiles(size, batched.read))).toBe(hex(batched.root));
      }),
      { numRuns: 60 },
    );
  });

  it('grow across a level boundary one by one', async () => {
    const tiles = await grown(65_530);
    for (let size = 65_531; size <= 65_540; size += 1) {
      await tiles.grow(leaves.slice(size - 1, size));
      expect(hex(tiles.root)).toBe(hex(rootOf(leaves.slice(0, size))));
    }
    expect(tiles.tiles.has('tile/2/000.p/1')).toBe(true);
  });

  it('give proofs that verify, between any two sizes', async () => {
    const tiles = await grown(
      3000,
      Array.from({ length: 3000 }, (_, i) => i),
    );
    const size = fc.integer({ min: 1, max: 3000 });
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(), async (one, two, seed) => {
        const [oldSize, newSize] = [Math.min(one, two), Math.max(one, two)];
        const [oldRoot, newRoot] = [rootOf(leaves.slice(0, oldSize)), rootOf(leaves.slice(0, newSize))];
        const consistency = await consistencyProof(oldSize, newSize, tiles.read);
        expect(verifyConsistency(oldSize, newSize, consistency, oldRoot, newRoot)).toBe(true);
        const index = seed % newSize;
        const inclusion = await inclusionProof(index, newSize, tiles.read);
        expect(verifyInclusion(index, newSize, leaves[index]!, inclusion, newRoot)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(await consistencyProof(0, 3000, tiles.read)).toEqual([]);
  });

  it('of the wrong width, and places outside the tree, are refused', async () => {
    const tiles = await grown(300);
    await expect(rootFromTiles(301, () => new Uint8Array(32))).rejects.toThrow(FormatError);
    await expect(inclusionProof(300, 300, tiles.read)).rejects.toMatchObject({ code: 'bad-index' });
    await expect(consistencyProof(300, 299, tiles.read)).rejects.toMatchObject({ code: 'bad-index' });
    await expect(rootFromTiles(-1, tiles.read)).rejects.toMatchObject({ code: 'bad-index' });
  });
});

describe('tile paths', () => {
  it('are those of the specification', () => {
    expect(tilePath({ level: 1, n: 1_234_067, width: 256 })).toBe('tile/1/x001/x234/067');
    expect(tilePath({ level: 0, n: 273, width: 112 })).toBe('tile/0/273.p/112');
    expect(entriesPath(1000, 5)).toBe('tile/entries/x001/000.p/5');
    expect(widthAt(2, 0, 70_000)).toBe(1);
  });

  it('are read back, and no other spelling is', () => {
    const place = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      n: fc.integer({ min: 0, max: 1e12 }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(place, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual({ ...tile, entries: false });
        expect(parseTilePath(entriesPath(tile.n, tile.width))).toEqual({ ...tile, level: 0, entries: true });
      }),
    );
    const strange = ['tile/00/000', 'tile/0/0', 'tile/0/x000/001', 'tile/0/000.p/256', 'tile/0/000.p/0'];
    for (const path of [...strange, 'tile/0/../000', '/tile/0/000', 'tile/0/000/', 'tile/0/001/000']) {
      expect(parseTilePath(path)).toBeNull();
    }
  });
});

describe('entry bundles', () => {
  it('hold big-endian lengths and are read back', () => {
    expect(hex(encodeBundle([Uint8Array.of(7), new Uint8Array()]))).toBe('0001070000');
    const entries = fc.array(fc.uint8Array({ maxLength: 70 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (list) => {
        expect(decodeBundle(encodeBundle(list)).map(hex)).toEqual(list.map(hex));
      }),
    );
  });

  it('cut short, empty or overlong are refused', () => {
    const bundle = encodeBundle([Uint8Array.of(1, 2, 3)]);
    for (let end = 0; end < bundle.length; end += 1)
      expect(() => decodeBundle(bundle.slice(0, end))).toThrow(FormatError);
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(FormatError);
    expect(() => encodeBundle(Array(257).fill(new Uint8Array()))).toThrow(FormatError);
    expect(() => decodeBundle(new Uint8Array(2 * 257))).toThrow(FormatError);
  });
});
