import { sha256 } from '@noble/hashes/sha2.js';
import { type KeyPair, keyPairFrom } from './box.ts';
import { SealError, utf8 } from './bytes.ts';
import { RETURN_CODE } from './code.ts';
import { type Cost, derive, type Slow, slowHash } from './slow.ts';

/** Part of the format. The code has 80 random bits already; this adds to what one guess costs. */
const REPORTER_COST: Cost = { memory: 19_456, passes: 2 };
const SALT = utf8(RETURN_CODE.format);

export interface ReporterKeys {
  /** Shown to the server to find the mailbox; the server keeps its SHA-256 alone. */
  lookup: Uint8Array;
  pair: KeyPair;
}

/** @param bits 10 bytes, as `readCode` gives them. @throws SealError bad-code */
export async function reporterKeys(bits: Uint8Array, slow: Slow = slowHash()): Promise<ReporterKeys> {
  if (bits.length !== 10) throw new SealError('bad-code');
  const root = await slow(bits, SALT, REPORTER_COST);
  return {
    lookup: derive(root, 'ikrar/return-code/v1 lookup'),
    pair: await keyPairFrom(derive(root, 'ikrar/return-code/v1 box')),
  };
}

/** What stands in `mailbox.lookup_hash`. */
export function lookupHash(lookup: Uint8Array): Uint8Array {
  return sha256(lookup);
}
