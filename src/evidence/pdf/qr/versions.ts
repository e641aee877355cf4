/** The symbols of ISO/IEC 18004, versions 1 to 40, at error correction level M. */

/** Table 9: error correction codewords of each block, by version. */
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
/** Table 9: blocks, by version. */
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
  31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

export const LAST_VERSION = 40;

export interface Capacity {
  /** Modules a side. */
  readonly size: number;
  readonly codewords: number;
  readonly blocks: number;
  /** Error correction codewords of each block. */
  readonly correction: number;
  /** Data codewords of all blocks. */
  readonly data: number;
}

export function capacityOf(version: number): Capacity {
  const size = 17 + 4 * version;
  const codewords = Math.floor(dataModules(version) / 8);
  const blocks = BLOCKS[version - 1]!;
  const correction = CORRECTION[version - 1]!;
  return { size, codewords, blocks, correction, data: codewords - blocks * correction };
}

/** Modules left when finders, timing, alignment, format and version are taken away. */
function dataModules(version: number): number {
  const plain = (16 * version + 128) * version + 64;
  if (version === 1) return plain;
  const marks = Math.floor(version / 7) + 2;
  return plain - ((25 * marks - 10) * marks - 55) - (version >= 7 ? 36 : 0);
}

/** Annex E: rows and columns on which alignment marks are centred. */
export function alignmentOf(version: number): number[] {
  if (version === 1) return [];
  const marks = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * marks - 2)) * 2;
  const last = 4 * version + 10;
  return [6, ...Array.from({ length: marks - 1 }, (_, at) => last - (marks - 2 - at) * step)];
}
