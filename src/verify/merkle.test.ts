import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from './bytes.ts';
import { emptyRoot, leafHash, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts';

/** The entries and roots that the reference implementations of RFC 6962 have shared since 2012. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex')));

describe('RFC 6962 hashing', () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    'the root of %i leaves is the known one',
    (size, root) => {
      expect(hex(rootOf(leaves.slice(0, size)))).toBe(root);
    },
  );
});

/** PATH and SUBPROOF of RFC 6962 §2.1.1 and §2.1.2, written from the definition. */
function path(m: number, hashes: Uint8Array[]): Uint8Array[] {
  if (hashes.length === 1) return [];
  const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return m < k ? [...path(m, left), rootOf(right)] : [...path(m - k, right), rootOf(left)];
}

function subproof(m: number, hashes: Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === hashes.length) return whole ? [] : [rootOf(hashes)];
  const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return m <= k
    ? [...subproof(m, left, whole), rootOf(right)]
    : [...subproof(m - k, right, false), rootOf(left)];
}

const tree = Array.from({ length: 70 }, (_, i) => leafHash(Uint8Array.of(i)));
const sizes = fc.integer({ min: 1, max: 70 });
const flip = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, i) => (i === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte));

describe('inclusion', () => {
  it('holds for every leaf of every tree, and for no other place, size, leaf, root or proof', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), fc.nat(), (size, seed, bit, which) => {
        const index = seed % size;
        const hashes = tree.slice(0, size);
        const [leaf, proof, root] = [hashes[index]!, path(index, hashes), rootOf(hashes)];
        expect(verifyInclusion(index, size, leaf, proof, root)).toBe(true);
        expect(verifyInclusion(index, size, flip(leaf, bit), proof, root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, proof, flip(root, bit))).toBe(false);
        expect(verifyInclusion(index, size, leaf, [...proof, root], root)).toBe(false);
        for (let other = 0; other < size; other += 1) {
          if (other !== index) expect(verifyInclusion(other, size, leaf, proof, root)).toBe(false);
        }
        if (proof.length === 0) return;
        const at = which % proof.length;
        const damaged = proof.map((hash, i) => (i === at ? flip(hash, bit) : hash));
        expect(verifyInclusion(index, size, leaf, damaged, root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, proof.toSpliced(at, 1), root)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses places and hashes that cannot be', () => {
    const leaf = tree[0]!;
    for (const [index, size] of [
      [1, 1],
      [-1, 1],
      [0, 0],
      [0.5, 1],
      [0, Number.NaN],
      [0, 2 ** 60],
    ] as const) {
      expect(verifyInclusion(index, size, leaf, [], leaf)).toBe(false);
    }
    expect(verifyInclusion(0, 1, leaf.slice(1), [], leaf.slice(1))).toBe(false);
  });

  it('works far beyond 32 bits', () => {
    const size = 2 ** 40;
    const proof = Array.from({ length: 40 }, (_, i) => leafHash(Uint8Array.of(i)));
    const root = proof.reduce((hash, sibling) => nodeHash(sibling, hash), tree[69]!);
    expect(verifyInclusion(size - 1, size, tree[69]!, proof, root)).toBe(true);
    expect(verifyInclusion(size - 2, size, tree[69]!, proof, root)).toBe(false);
  });
});

describe('consistency', () => {
  it('holds between any two sizes, and for no damaged proof or root', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), fc.nat(), (newSize, seed, bit, which) => {
        const oldSize = 1 + (seed % newSize);
        const hashes = tree.slice(0, newSize);
        const [oldRoot, newRoot] = [rootOf(hashes.slice(0, oldSize)), rootOf(hashes)];
        const proof = subproof(oldSize, hashes, true);
        expect(verifyConsistency(oldSize, newSize, proof, oldRoot, newRoot)).toBe(true);
        expect(verifyConsistency(oldSize, newSize, proof, flip(oldRoot, bit), newRoot)).toBe(false);
        expect(verifyConsistency(oldSize, newSize, proof, oldRoot, flip(newRoot, bit))).toBe(false);
        expect(verifyConsistency(oldSize, newSize, [...proof, newRoot], oldRoot, newRoot)).toBe(false);
        if (proof.length === 0) return;
        const at = which % proof.length;
        const damaged = proof.map((hash, i) => (i === at ? flip(hash, bit) : hash));
        expect(verifyConsistency(oldSize, newSize, damaged, oldRoot, newRoot)).toBe(false);
        expect(verifyConsistency(oldSize, newSize, proof.toSpliced(at, 1), oldRoot, newRoot)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('from the empty tree needs no proof', () => {
    const root = rootOf(tree);
    expect(verifyConsistency(0, 70, [], emptyRoot, root)).toBe(true);
    expect(verifyConsistency(0, 70, [], root, root)).toBe(false);
    expect(verifyConsistency(0, 70, [root], emptyRoot, root)).toBe(false);
    expect(verifyConsistency(70, 69, [], root, root)).toBe(false);
  });
});
