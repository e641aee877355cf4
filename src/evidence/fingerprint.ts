import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, to be compared by eye. */
export function fingerprint(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest().toString('hex');
}
