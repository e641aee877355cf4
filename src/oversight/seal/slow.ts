import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from './bytes.ts';

/** Argon2id, one lane, 32 bytes. Memory in KiB. */
export interface Cost {
  memory: number;
  passes: number;
}

/** Injected, so that the server may use what Node has and a browser may show how far it is. */
export type Slow = (secret: Uint8Array, salt: Uint8Array, cost: Cost) => Promise<Uint8Array>;

/** In script alone. @param told how far it is, 0 to 1 */
export function slowHash(told?: (done: number) => void): Slow {
  return (secret, salt, { memory, passes }) =>
    argon2idAsync(secret, salt, {
      ...{ m: memory, t: passes, p: 1, dkLen: 32, asyncTick: 30 },
      ...(told ? { onProgress: told } : {}),
    });
}

/** 32 bytes for one purpose; what was derived for another tells nothing about them. */
export function derive(secret: Uint8Array, purpose: string, salt?: Uint8Array): Uint8Array {
  return hkdf(sha256, secret, salt, utf8(purpose), 32);
}
