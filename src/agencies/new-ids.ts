import { randomBytes } from 'node:crypto';
import { base32 } from '../platform/ids.ts';

/**
 * Many identifiers of one moment, in the form of `newId`: 48 bits of milliseconds, then 32 bits that start at random
 * and count up. Drawn one by one, two of a hundred thousand would be equal more often than not.
 */
export function newIds(now: Date, count: number): string[] {
  const start = randomBytes(4).readUInt32BE();
  const bytes = Buffer.alloc(10);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return Array.from({ length: count }, (_, index) => {
    bytes.writeUInt32BE((start + index) % 2 ** 32, 6);
    return base32(bytes);
  });
}
