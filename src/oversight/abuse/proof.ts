import { sha256 } from '@noble/hashes/sha2.js';
import { concat, uint32, utf8 } from '../seal/index.ts';

/** A proof is so many small ones: the time to find them varies less than that of one large one. */
export const PROOF_PARTS = 8;

export const PROOF_HEADER = 'Ikrar-Proof';

/** What a browser is asked: `bits` in all, `token` as the server gave it. */
export interface Puzzle {
  token: string;
  bits: number;
}

/** What all parts begin with: the token and what is to be sent, by hash. */
export function proofBase(token: string, subject: string): Uint8Array {
  return sha256(utf8(`ikrar/proof/v1\n${token}\n${subject}`));
}

/** Base (32 bytes), number of the part and nonce (4 each): one block of SHA-256. */
export function proofBlock(base: Uint8Array, part: number): Uint8Array {
  return concat(base, uint32(part), uint32(0));
}

/** Zeros at the beginning of each of the hashes, so that all together take 2^bits tries. */
export function bitsOfPart(bits: number): number {
  return bits - Math.log2(PROOF_PARTS);
}

export function leadingZeros(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  return at < 0 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] as number) - 24;
}

/** Token and nonces as they go into the header. */
export function printProof(token: string, nonces: readonly number[]): string {
  return `${token} ${nonces.map((nonce) => nonce.toString(36)).join('.')}`;
}

/** Whether each nonce does its part. @param nonces as printed */
export function holds({ token, bits }: Puzzle, subject: string, nonces: string): boolean {
  const found = nonces.split('.');
  if (found.length !== PROOF_PARTS || !found.every((text) => /^[0-9a-z]{1,7}$/.test(text))) return false;
  const base = proofBase(token, subject);
  return found.every((text, part) => {
    const nonce = Number.parseInt(text, 36);
    if (nonce > 0xffffffff) return false;
    const block = proofBlock(base, part);
    block.set(uint32(nonce), 36);
    return leadingZeros(sha256(block)) >= bitsOfPart(bits);
  });
}
