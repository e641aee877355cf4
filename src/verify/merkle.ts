import { sameBytes, sha256 } from './bytes.ts';

/** RFC 6962 §2.1 hashing; every hash has 32 bytes. Proof checking follows RFC 9162 §2.1.3.2 and §2.1.4.2. */

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** The root of the tree with no entries. */
export const emptyRoot: Uint8Array = sha256();

export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(leafPrefix, entry);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

/** The root over leaf hashes, straight from the definition: for tests and small trees. */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const [first] = leafHashes;
  if (first === undefined) return emptyRoot;
  if (leafHashes.length === 1) return first;
  const split = largestPowerBelow(leafHashes.length);
  return nodeHash(rootOf(leafHashes.slice(0, split)), rootOf(leafHashes.slice(split)));
}

/** The largest power of two that is smaller than `n`; `n` is at least 2. */
export function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** Whether `proof`, from the leaf's sibling up to the root's child, leads from the leaf at `index` to the root. */
export function verifyInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  const place = { node: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of proof) {
    if (place.last === 0) return false;
    hash = isRightChild(place) ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    climb(place);
  }
  return place.last === 0 && sameBytes(hash, root);
}

/** Whether the tree of `newSize` with `newRoot` extends the tree of `oldSize` with `oldRoot`. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot);
  const roots = rootsOfProof(oldSize, newSize, isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof);
  return roots !== null && sameBytes(roots.old, oldRoot) && sameBytes(roots.new, newRoot);
}

/**
 * The root that the tree of `newRoot` had at `oldSize`, as far as a consistency proof shows it by itself, or null.
 * Every hash of the proof stands in the tree of `newRoot`, so that nobody can make it show another root. For a power
 * of two the proof leaves out that very root, and shows nothing.
 */
export function provenOldRoot(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  newRoot: Uint8Array,
): Uint8Array | null {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize < 1 || oldSize >= newSize) return null;
  if (isPowerOfTwo(oldSize) || !areHashes([newRoot, ...proof])) return null;
  const roots = rootsOfProof(oldSize, newSize, proof);
  return roots !== null && sameBytes(roots.new, newRoot) ? roots.old : null;
}

/** Both roots that a path leads to, or null if it has another length than the sizes demand. */
function rootsOfProof(
  oldSize: number,
  newSize: number,
  path: readonly Uint8Array[],
): { old: Uint8Array; new: Uint8Array } | null {
  const place = { node: oldSize - 1, last: newSize - 1 };
  while (isOdd(place.node)) halve(place);
  const [seed, ...rest] = path;
  if (seed === undefined) return null;
  let oldHash = seed;
  let newHash = seed;
  for (const sibling of rest) {
    if (place.last === 0) return null;
    if (isRightChild(place)) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    climb(place);
  }
  return place.last === 0 ? { old: oldHash, new: newHash } : null;
}

/** A node's number and the last node's number on the same level of the tree. */
interface Place {
  node: number;
  last: number;
}

/** A right child, or the last node of its level, takes its sibling from the left. */
function isRightChild(place: Place): boolean {
  return isOdd(place.node) || place.node === place.last;
}

/** One level up; a last node without a right sibling rises until it has a left one. */
function climb(place: Place): void {
  while (!isOdd(place.node) && place.node === place.last && place.node !== 0) halve(place);
  halve(place);
}

function halve(place: Place): void {
  place.node = Math.floor(place.node / 2);
  place.last = Math.floor(place.last / 2);
}

function isOdd(n: number): boolean {
  return n % 2 === 1;
}

function isPowerOfTwo(n: number): boolean {
  return n > 0 && Number.isInteger(Math.log2(n)) && 2 ** Math.log2(n) === n;
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === 32);
}
