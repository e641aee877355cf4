import { randomBytes } from 'node:crypto';
import { inFours } from './codes.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford base32, lower case, of whole 5-bit groups; 5 bytes give 8 characters. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += CROCKFORD[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return out;
}

/** The first 60 bits of a MAC as a code: XXXX-XXXX-XXXX. What is derived so need not be stored. */
export function codeOf(mac: Uint8Array): string {
  return inFours(base32(mac.subarray(0, 8)).slice(0, 12).toUpperCase());
}

/** A new identifier: 48 bits of milliseconds, then 32 random bits; 16 characters that sort by time. */
export function newId(now: Date): string {
  const bytes = Buffer.alloc(10);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  randomBytes(4).copy(bytes, 6);
  return base32(bytes);
}
