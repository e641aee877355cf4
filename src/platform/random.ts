import { randomFillSync } from 'node:crypto';

const POOL = 8192;
let pool = Buffer.alloc(0);
let at = 0;

/** Random bytes of the operating system's quality, drawn in bulk: one call costs as much for 8 kB as for 10 bytes. */
export function randomPart(length: number): Buffer {
  if (length > POOL / 8) return randomFillSync(Buffer.alloc(length));
  if (at + length > pool.length) {
    // A new one each time, never the same refilled: parts that were handed out stay as they are.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    at = 0;
  }
  at += length;
  return pool.subarray(at - length, at);
}
