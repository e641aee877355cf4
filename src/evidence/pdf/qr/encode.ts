import { correct } from './correction.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { dataOf, segmentsOf, versionFor } from './segments.ts';

/** A QR code: rows of `stride` bytes, highest bit first, one is dark. */
export interface QrCode {
  /** Modules a side. */
  readonly size: number;
  readonly stride: number;
  readonly rows: Uint8Array;
}

/**
 * The code for a text: error correction M, mask 2, the smallest version that holds it. A function of the text alone,
 * for documents are rebuilt byte for byte. @throws Error when it is too long for any
 */
export function qrCode(text: string): QrCode {
  const segments = segmentsOf(text);
  const pattern = patternOf(versionFor(segments));
  const { capacity, stride, ground, places, masks, version } = pattern;
  const codewords = interleave(dataOf(segments, version, capacity.data), pattern);
  const rows = ground.slice();
  // Without a branch on the bit, which a processor guesses wrong half the time.
  for (let at = 0, bit = 0; at < codewords.length; at++, bit += 8) {
    const byte = codewords[at]!;
    rows[places[bit]!]! ^= masks[bit]! & -(byte >> 7);
    rows[places[bit + 1]!]! ^= masks[bit + 1]! & -((byte >> 6) & 1);
    rows[places[bit + 2]!]! ^= masks[bit + 2]! & -((byte >> 5) & 1);
    rows[places[bit + 3]!]! ^= masks[bit + 3]! & -((byte >> 4) & 1);
    rows[places[bit + 4]!]! ^= masks[bit + 4]! & -((byte >> 3) & 1);
    rows[places[bit + 5]!]! ^= masks[bit + 5]! & -((byte >> 2) & 1);
    rows[places[bit + 6]!]! ^= masks[bit + 6]! & -((byte >> 1) & 1);
    rows[places[bit + 7]!]! ^= masks[bit + 7]! & -(byte & 1);
  }
  return { size: capacity.size, stride, rows };
}

export function isDark({ rows, stride }: QrCode, row: number, column: number): boolean {
  return (rows[row * stride + (column >> 3)]! & (0x80 >> (column & 7))) !== 0;
}

/** Data and correction of all blocks, each codeword of every block in turn (7.6). The last blocks are one longer. */
function interleave(data: Uint8Array, { capacity }: Pattern): Uint8Array {
  const { blocks, correction, codewords } = capacity;
  const short = Math.floor(data.length / blocks);
  const shorter = blocks - (data.length % blocks);
  const out = new Uint8Array(codewords);
  const remainders = new Uint8Array(correction);
  for (let block = 0, from = 0; block < blocks; block++) {
    const length = short + (block < shorter ? 0 : 1);
    for (let at = 0; at < short; at++) out[at * blocks + block] = data[from + at]!;
    if (length > short) out[short * blocks + block - shorter] = data[from + short]!;
    correct(data, from, from + length, correction, remainders, 0);
    for (let at = 0; at < correction; at++) out[data.length + at * blocks + block] = remainders[at]!;
    from += length;
  }
  return out;
}
