import { capacityOf, LAST_VERSION } from './versions.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Int8Array(128).fill(-1);
for (let at = 0; at < ALPHANUMERIC.length; at++) values[ALPHANUMERIC.charCodeAt(at)] = at;

/** A text cut in two: bytes first, then what stands in the alphanumeric set; either may be empty. */
export interface Segments {
  readonly bytes: Uint8Array;
  readonly tail: string;
}

/** The longest alphanumeric end goes into its own segment where that is shorter than bytes throughout. */
export function segmentsOf(text: string): Segments {
  let cut = text.length;
  while (cut > 0 && (values[text.charCodeAt(cut - 1)] ?? -1) >= 0) cut--;
  if (cut === 0) return { bytes: NOTHING, tail: text };
  const parted = { bytes: utf8.encode(text.slice(0, cut)), tail: text.slice(cut) };
  const whole = { bytes: utf8.encode(text), tail: '' };
  return bitsOf(parted, LAST_VERSION) < bitsOf(whole, LAST_VERSION) ? parted : whole;
}

const NOTHING = new Uint8Array(0);
const utf8 = new TextEncoder();

/** The smallest version that holds them. @throws Error when none does */
export function versionFor(segments: Segments): number {
  const needed = BANDS.map((version) => bitsOf(segments, version));
  for (let version = 1; version <= LAST_VERSION; version++)
    if (needed[band(version)]! <= DATA_BITS[version]!) return version;
  throw new Error('too long for a QR code');
}

const DATA_BITS = Array.from({ length: LAST_VERSION + 1 }, (_, at) => 8 * capacityOf(Math.max(1, at)).data);
/** One version of each band. */
const BANDS = [1, 10, 27];

/** Width of the count that stands before a segment's characters (table 3). */
const band = (version: number) => (version < 10 ? 0 : version < 27 ? 1 : 2);
const BYTE_COUNT = [8, 16, 16];
const TAIL_COUNT = [9, 11, 13];

function bitsOf({ bytes, tail }: Segments, version: number): number {
  const first = bytes.length === 0 ? 0 : 4 + BYTE_COUNT[band(version)]! + 8 * bytes.length;
  const odd = (tail.length % 2) * 6;
  return first + (tail === '' ? 0 : 4 + TAIL_COUNT[band(version)]! + 11 * (tail.length >> 1) + odd);
}

/** The data codewords: segments, terminator, padding (7.4). */
export function dataOf({ bytes, tail }: Segments, version: number, length: number): Uint8Array {
  const to: Bits = { out: new Uint8Array(length), at: 0, held: 0, count: 0 };
  if (bytes.length > 0) {
    put(to, (0b0100 << BYTE_COUNT[band(version)]!) | bytes.length, 4 + BYTE_COUNT[band(version)]!);
    for (const byte of bytes) put(to, byte, 8);
  }
  if (tail !== '') {
    put(to, (0b0010 << TAIL_COUNT[band(version)]!) | tail.length, 4 + TAIL_COUNT[band(version)]!);
    let from = 0;
    for (; from + 1 < tail.length; from += 2)
      put(to, values[tail.charCodeAt(from)]! * 45 + values[tail.charCodeAt(from + 1)]!, 11);
    if (from < tail.length) put(to, values[tail.charCodeAt(from)]!, 6);
  }
  put(to, 0, Math.min(4, 8 * (length - to.at) - to.count));
  if (to.count > 0) put(to, 0, 8 - to.count);
  for (let pad = 0xec; to.at < length; pad ^= 0xec ^ 0x11) to.out[to.at++] = pad;
  return to.out;
}

interface Bits {
  readonly out: Uint8Array;
  at: number;
  /** The last `count` bits, fewer than eight, that do not fill a byte yet. */
  held: number;
  count: number;
}

/** At most 20 bits. */
function put(to: Bits, value: number, width: number): void {
  let held = (to.held << width) | value;
  let count = to.count + width;
  while (count >= 8) {
    count -= 8;
    to.out[to.at++] = held >> count;
    held &= (1 << count) - 1;
  }
  to.held = held;
  to.count = count;
}
