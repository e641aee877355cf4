import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type KeyPair, keyPairFrom } from './box.ts';
import { concat, randomBytes, utf8 } from './bytes.ts';
import { aloud } from './code.ts';
import { derive } from './slow.ts';

/** Of one person of the staff: 32 bytes, from which both pairs come. Wraps hold the seed. */
export interface StaffKey {
  seed: Uint8Array;
  seal: KeyPair;
  sign: KeyPair;
}

export function newSeed(): Uint8Array {
  return randomBytes(32);
}

export async function staffKey(seed: Uint8Array): Promise<StaffKey> {
  const signing = derive(seed, 'ikrar/staff-key/v1 sign');
  return {
    seed,
    seal: await keyPairFrom(derive(seed, 'ikrar/staff-key/v1 seal')),
    sign: { privateKey: signing, publicKey: ed25519.getPublicKey(signing) },
  };
}

/** Six words (60 bits) by which two people compare a key aloud. */
export function keyWords(key: { sealPublic: Uint8Array; signPublic: Uint8Array }): string {
  return aloud(sha256(concat(utf8('ikrar/staff-key/v1 words\n'), key.sealPublic, key.signPublic)));
}

export function signBytes(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  return ed25519.sign(message, privateKey);
}

/** False for a signature that is none, and for a key that is none (ZIP 215 is too lenient here: RFC 8032). */
export function isSigned(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
