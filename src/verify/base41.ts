import { FormatError } from './format-error.ts';

/**
 * The construction of Base45 (RFC 9285) over 41 characters: those of a QR code's alphanumeric mode that may also stand
 * in a path segment of an address. 41³ ≥ 2¹⁶, so it is exactly as short. The last digit of a group is at most 38 and
 * comes last, so no text ends in `.` or `:`, which readers of addresses drop.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:';
const radix = alphabet.length;
const square = radix * radix;
const letters = Buffer.from(alphabet, 'latin1');
const digits = new Int8Array(128).fill(-1);
for (let i = 0; i < radix; i += 1) digits[alphabet.charCodeAt(i)] = i;

/** Two bytes in three characters, a last single one in two; the lowest digit first. */
export function encodeBase41(bytes: Uint8Array): string {
  const text = Buffer.alloc(Math.ceil((bytes.length * 3) / 2));
  let end = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const pair = (bytes[at] as number) * 256 + (bytes[at + 1] as number);
    const rest = Math.floor(pair / radix);
    text[end] = letters[pair % radix] as number;
    text[end + 1] = letters[rest % radix] as number;
    text[end + 2] = letters[Math.floor(rest / radix)] as number;
    end += 3;
  }
  if (bytes.length % 2 === 1) {
    const last = bytes[bytes.length - 1] as number;
    text[end] = letters[last % radix] as number;
    text[end + 1] = letters[Math.floor(last / radix)] as number;
  }
  return text.toString('latin1');
}

/** @throws FormatError `bad-base41`: a strange character, a length or a group that no bytes give */
export function decodeBase41(text: string): Uint8Array {
  const tail = text.length % 3;
  if (tail === 1) throw new FormatError('bad-base41');
  const pairs = (text.length - tail) / 3;
  const bytes = new Uint8Array(pairs * 2 + tail / 2);
  for (let i = 0; i < pairs; i += 1) {
    const pair = digit(text, 3 * i) + digit(text, 3 * i + 1) * radix + digit(text, 3 * i + 2) * square;
    if (pair > 0xffff) throw new FormatError('bad-base41');
    bytes[2 * i] = pair >> 8;
    bytes[2 * i + 1] = pair & 0xff;
  }
  if (tail === 0) return bytes;
  const last = digit(text, 3 * pairs) + digit(text, 3 * pairs + 1) * radix;
  if (last > 0xff) throw new FormatError('bad-base41');
  bytes[2 * pairs] = last;
  return bytes;
}

function digit(text: string, at: number): number {
  const value = digits[text.charCodeAt(at)] ?? -1;
  if (value < 0) throw new FormatError('bad-base41');
  return value;
}
