import { createCipheriv, createHmac, type KeyObject } from 'node:crypto';
import { base32 } from '../../platform/ids.ts';
import type { Place } from './find.ts';

/** Version, encapsulated key, tag around the smallest padded text. */
const SEALED = 4 * 1024 + 1 + 32 + 16;

export interface Decoy extends Place {
  daysAgo: number;
  mailbox: Uint8Array;
  messages: { n: number; sender: string; sealed: Uint8Array }[];
}

/**
 * A mailbox for a code that none has: the same all day, and its sealed parts are noise, as real ones are to whoever
 * cannot open them. @param agencies to which one may report here
 */
export function decoyOf(key: KeyObject, lookup: Uint8Array, agencies: readonly string[]): Decoy {
  const seed = createHmac('sha256', key).update('ikrar/decoy/v1\n').update(lookup).digest();
  const agencyId = agencies[seed.readUInt32BE(0) % Math.max(1, agencies.length)] ?? 'contoh';
  const count = 1 + (seed.readUInt8(4) % 3);
  const messages = Array.from({ length: count }, (_, n) => ({
    ...{ n, sender: n % 2 === 0 ? 'reporter' : `account:${base32(noise(seed, 'sender', 10))}` },
    sealed: sealedNoise(seed, `message ${n}`),
  }));
  return {
    ...{ agencyId, caseId: base32(seed.subarray(5, 15)), daysAgo: seed.readUInt8(15) % 90, messages },
    mailbox: sealedNoise(seed, 'mailbox'),
  };
}

/** Of a file of such a mailbox. */
export function decoyPart(key: KeyObject, lookup: Uint8Array, about: string, length: number): Uint8Array {
  return noise(createHmac('sha256', key).update('ikrar/decoy/v1\n').update(lookup).digest(), about, length);
}

function sealedNoise(seed: Buffer, about: string): Uint8Array {
  const bytes = noise(seed, about, SEALED);
  bytes[0] = 1;
  // A point of Curve25519 has no 256th bit.
  bytes[32] = (bytes[32] as number) & 0x7f;
  return bytes;
}

function noise(seed: Buffer, about: string, length: number): Uint8Array {
  const key = createHmac('sha256', seed).update(about).digest();
  return new Uint8Array(createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length)));
}
