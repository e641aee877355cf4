import { Unzlib } from 'fflate';
import { concat } from '../seal/bytes.ts';

/** So little is given at once that even what unpacks a thousandfold is stopped in time. */
const STEP = 4096;

/** null where it is damaged or unpacks to more than `most`. Attacker: a bomb. */
export function unzlibWithin(packed: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return null;
  }
  return length > most ? null : concat(...parts);
}
