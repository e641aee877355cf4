import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a whole file in hexadecimal, as it is recorded. Script alone: an onion address has no `crypto.subtle`. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
