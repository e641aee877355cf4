import { readExif } from '../../../platform/pictures/index.ts';
import { num } from './syntax.ts';

/** What a JPEG file says of itself, as the dictionary of a picture needs it. */
export interface JpegHeader {
  /** As coded, before it is turned upright. */
  readonly width: number;
  readonly height: number;
  /** One is grey, three are colours. */
  readonly components: 1 | 3;
  /** Which side is up, 1 to 8, as in Exif. A PDF viewer does not look for it. */
  readonly orientation: number;
}

export interface Photo extends JpegHeader {
  readonly bytes: Uint8Array;
}

const LONGEST_SIDE = 12_000;

/**
 * The header of a baseline, extended or progressive JPEG of eight bits, grey or in colours, or null. Only markers are read: that
 * a viewer can decode the rest is for whoever took the photo in.
 */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 32 || file.readUInt16BE(0) !== 0xffd8) return null;
  if (file.readUInt16BE(file.length - 2) !== 0xffd9) return null;
  let header: JpegHeader | null = null;
  let orientation = 1;
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file.readUInt16BE(at);
    const length = file.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > file.length) return null;
    if (marker === START_OF_SCAN) return header && { ...header, orientation };
    if (FRAMES.includes(marker)) {
      if (header !== null) return null;
      header = frameAt(file, at + 4, length - 2);
      if (header === null) return null;
    } else if (!isOther(marker)) return null;
    else if (marker === EXIF && orientation === 1)
      orientation = readExif(file.subarray(at + 4, at + 2 + length))?.orientation ?? 1;
    at += 2 + length;
  }
  return null;
}

/** @throws Error where it is none that can be printed */
export function photoOf(bytes: Uint8Array): Photo {
  const header = jpegHeader(bytes);
  if (header === null) throw new Error('not a JPEG that can be printed');
  return { ...header, bytes };
}

/** How wide and high it is once upright. */
export function uprightSize({ width, height, orientation }: JpegHeader): { width: number; height: number } {
  return orientation < 5 ? { width, height } : { width: height, height: width };
}

/** Operators that draw the picture of this name upright in a box whose lower left corner is (x, y). */
export function picture(
  name: string,
  { orientation }: JpegHeader,
  [x, y, width, height]: readonly [number, number, number, number],
): string {
  const [a, b, c, d, right, up] = TURNS[orientation - 1] ?? TURNS[0]!;
  const turn = [a * width, b * height, c * width, d * height, x + right * width, y + up * height];
  return `q ${turn.map(num).join(' ')} cm /${name} Do Q\n`;
}

/** For each orientation the matrix by which the unit square of the picture comes to lie upright in its box. */
const TURNS: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

const FRAMES = [0xffc0, 0xffc1, 0xffc2];
const EXIF = 0xffe1;
const START_OF_SCAN = 0xffda;

/** Tables, restart interval, application data, comment. */
function isOther(marker: number): boolean {
  const isTable = [0xffc4, 0xffdb, 0xffdd, 0xfffe].includes(marker);
  return isTable || (marker >= 0xffe0 && marker <= 0xffef);
}

function frameAt(file: Buffer, at: number, length: number): JpegHeader | null {
  if (length < 6) return null;
  const [bits, height, width, components] = [
    file.readUInt8(at),
    file.readUInt16BE(at + 1),
    file.readUInt16BE(at + 3),
    file.readUInt8(at + 5),
  ];
  const inSize = [width, height].every((side) => side > 0 && side <= LONGEST_SIDE);
  if (bits !== 8 || !inSize || (components !== 1 && components !== 3)) return null;
  return length === 6 + 3 * components ? { width, height, components, orientation: 1 } : null;
}
