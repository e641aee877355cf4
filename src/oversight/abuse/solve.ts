import { sha256 } from '@noble/hashes/sha2.js';
import {
  bitsOfPart,
  leadingZeros,
  PROOF_PARTS,
  type Puzzle,
  printProof,
  proofBase,
  proofBlock,
} from './proof.ts';

/** How long it works before it lets the page breathe, ms. */
const SLICE_MS = 40;

export interface Solving {
  /** Parts done, of all. */
  progress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/** The proof for the header, in browsers and in Node; works in slices, so that typing goes on. @throws the signal's reason */
export async function solve(
  puzzle: Puzzle,
  subject: string,
  { progress, signal }: Solving = {},
): Promise<string> {
  const base = proofBase(puzzle.token, subject);
  const nonces: number[] = [];
  for (let part = 0; part < PROOF_PARTS; part += 1) {
    nonces.push(await nonceFor(proofBlock(base, part), bitsOfPart(puzzle.bits), signal));
    progress?.(part + 1, PROOF_PARTS);
  }
  return printProof(puzzle.token, nonces);
}

async function nonceFor(block: Uint8Array, bits: number, signal?: AbortSignal): Promise<number> {
  const view = new DataView(block.buffer);
  let until = performance.now() + SLICE_MS;
  for (let nonce = 0; ; nonce += 1) {
    view.setUint32(36, nonce);
    if (leadingZeros(sha256(block)) >= bits) return nonce;
    if (nonce % 1024 !== 0 || performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
}
