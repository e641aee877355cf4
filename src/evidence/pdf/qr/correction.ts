/** Reed-Solomon remainders over GF(256) with the polynomial 0x11d (ISO/IEC 18004, 7.5). */
const EXPONENT = new Uint8Array(510);
const LOGARITHM = new Uint8Array(256);
for (let at = 0, value = 1; at < 255; at++) {
  EXPONENT[at] = EXPONENT[at + 255] = value;
  LOGARITHM[value] = at;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

/** By the number of correction codewords: for each factor its multiple of the generator, in words of four bytes. */
const multiples: Uint32Array[] = [];

/** Writes the `count` (at most 32) correction codewords of `data[from..to)` into `out` at `at`. */
export function correct(
  data: Uint8Array,
  from: number,
  to: number,
  count: number,
  out: Uint8Array,
  at: number,
): void {
  multiples[count] ??= multiplesOf(count);
  const table = multiples[count]!;
  // The remainder as eight words, its first codeword highest; what is beyond `count` stays zero.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let next = from; next < to; next++) {
    const row = ((a >>> 24) ^ data[next]!) << 3;
    a = ((a << 8) | (b >>> 24)) ^ table[row]!;
    b = ((b << 8) | (c >>> 24)) ^ table[row + 1]!;
    c = ((c << 8) | (d >>> 24)) ^ table[row + 2]!;
    d = ((d << 8) | (e >>> 24)) ^ table[row + 3]!;
    e = ((e << 8) | (f >>> 24)) ^ table[row + 4]!;
    f = ((f << 8) | (g >>> 24)) ^ table[row + 5]!;
    g = ((g << 8) | (h >>> 24)) ^ table[row + 6]!;
    h = (h << 8) ^ table[row + 7]!;
  }
  const words = Int32Array.of(a, b, c, d, e, f, g, h);
  for (let byte = 0; byte < count; byte++) out[at + byte] = words[byte >> 2]! >>> (24 - 8 * (byte & 3));
}

function multiplesOf(count: number): Uint32Array {
  const generator = generatorOf(count);
  const table = new Uint32Array(256 * 8);
  for (let factor = 1; factor < 256; factor++) {
    for (let byte = 0; byte < count; byte++) {
      const product = EXPONENT[LOGARITHM[factor]! + LOGARITHM[generator[byte]!]!]!;
      table[factor * 8 + (byte >> 2)]! |= product << (24 - 8 * (byte & 3));
    }
  }
  return table;
}

/** Coefficients of the product of (x - 2^i), the leading one left out; none of them is zero at these degrees. */
function generatorOf(count: number): Uint8Array {
  const polynomial = new Uint8Array(count);
  polynomial[count - 1] = 1;
  for (let root = 0; root < count; root++) {
    for (let at = 0; at < count; at++) {
      const held = polynomial[at]!;
      const times = held === 0 ? 0 : EXPONENT[LOGARITHM[held]! + root]!;
      polynomial[at] = times ^ (at + 1 < count ? polynomial[at + 1]! : 0);
    }
  }
  return polynomial;
}
