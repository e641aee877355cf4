import { alignmentOf, type Capacity, capacityOf } from './versions.ts';

/** What is the same in every code of one version: made once. Modules are bits in rows padded to whole bytes. */
export interface Pattern {
  readonly version: number;
  readonly capacity: Capacity;
  /** Bytes a row. */
  readonly stride: number;
  /** All that is not data, and the mask where data will stand: data bits are added to it without carry. */
  readonly ground: Uint8Array;
  /** Where each data bit stands in turn: the byte and the bit within it. */
  readonly places: Uint16Array;
  readonly masks: Uint8Array;
}

/** Mask 2 always: every reader takes any mask, and choosing one of eight would cost eight times the work. */
const MASK = 2;
const LEVEL_M = 0;
const patterns: Pattern[] = [];

export function patternOf(version: number): Pattern {
  patterns[version] ??= compile(version);
  return patterns[version]!;
}

function compile(version: number): Pattern {
  const capacity = capacityOf(version);
  const { size } = capacity;
  const stride = Math.ceil(size / 8);
  const ground = new Uint8Array(size * stride);
  const taken = new Uint8Array(size * size);
  const set = (row: number, column: number, dark: boolean) => {
    taken[row * size + column] = 1;
    if (dark) ground[row * stride + (column >> 3)]! |= 0x80 >> (column & 7);
  };
  drawTiming(size, set);
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    drawFinder(row, column, size, set);
  drawAlignments(version, size, set);
  drawFormat(size, set);
  if (version >= 7) drawVersion(version, size, set);
  const places = new Uint16Array(8 * capacity.codewords);
  const masks = new Uint8Array(places.length);
  let at = 0;
  for (const [row, column] of zigzag(size)) {
    if (taken[row * size + column]) continue;
    const [place, mask] = [row * stride + (column >> 3), 0x80 >> (column & 7)];
    if (column % 3 === 0) ground[place]! |= mask;
    if (at === places.length) continue;
    places[at] = place;
    masks[at++] = mask;
  }
  return { version, capacity, stride, ground, places, masks };
}

type Draw = (row: number, column: number, dark: boolean) => void;

function drawTiming(size: number, set: Draw): void {
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
}

/** A finder with its light separator, cut at the edge. */
function drawFinder(row: number, column: number, size: number, set: Draw): void {
  for (let y = -4; y <= 4; y++) {
    for (let x = -4; x <= 4; x++) {
      const ring = Math.max(Math.abs(x), Math.abs(y));
      const inside = row + y >= 0 && row + y < size && column + x >= 0 && column + x < size;
      if (inside) set(row + y, column + x, ring !== 2 && ring !== 4);
    }
  }
}

function drawAlignments(version: number, size: number, set: Draw): void {
  const centres = alignmentOf(version);
  for (const row of centres) {
    for (const column of centres) {
      const onFinder =
        (row === 6 && column === 6) ||
        (row === 6 && column === size - 7) ||
        (row === size - 7 && column === 6);
      if (onFinder) continue;
      for (let y = -2; y <= 2; y++)
        for (let x = -2; x <= 2; x++) set(row + y, column + x, Math.max(Math.abs(x), Math.abs(y)) !== 1);
    }
  }
}

/** Level and mask with their BCH code, twice (7.9); and the dark module. */
function drawFormat(size: number, set: Draw): void {
  const data = (LEVEL_M << 3) | MASK;
  const bits = ((data << 10) | remainder(data << 10, 0x537, 10)) ^ 0x5412;
  for (let at = 0; at < 15; at++) {
    const dark = ((bits >> at) & 1) === 1;
    const along = at < 6 ? at : at < 8 ? at + 1 : size - 15 + at;
    const across = at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at;
    set(along, 8, dark);
    set(8, across, dark);
  }
  set(size - 8, 8, true);
}

/** The version with its Golay code, twice (7.10). */
function drawVersion(version: number, size: number, set: Draw): void {
  const bits = (version << 12) | remainder(version << 12, 0x1f25, 12);
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >> at) & 1) === 1;
    const [near, far] = [Math.floor(at / 3), size - 11 + (at % 3)];
    set(near, far, dark);
    set(far, near, dark);
  }
}

function remainder(value: number, divisor: number, degree: number): number {
  let left = value;
  for (let bit = 31; bit >= degree; bit--) if ((left >>> bit) & 1) left ^= divisor << (bit - degree);
  return left;
}

/** Columns in pairs from the right, upwards and downwards in turn, past the timing column (7.7.3). */
function* zigzag(size: number): Generator<[number, number]> {
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    up = !up;
  }
}
