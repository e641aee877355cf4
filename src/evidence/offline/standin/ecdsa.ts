import { fromBytes, invert, mod } from './field.ts';

/** y² = x³ - 3x + b over the field of p, with n points that G makes. */
export interface Curve {
  name: string;
  /** Bytes of a coordinate. */
  size: number;
  p: bigint;
  b: bigint;
  n: bigint;
  g: Affine;
}

interface Affine {
  x: bigint;
  y: bigint;
}

/** Jacobian: x = X/Z², y = Y/Z³; Z is zero for the point at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint];

const infinity: Point = [1n, 1n, 0n];

/** The point in an uncompressed encoding, or null where it is none of the curve. */
export function readPoint(curve: Curve, bytes: Uint8Array): Affine | null {
  const { size, p, b } = curve;
  if (bytes.length !== 1 + 2 * size || bytes[0] !== 0x04) return null;
  const x = fromBytes(bytes.subarray(1, 1 + size));
  const y = fromBytes(bytes.subarray(1 + size));
  const isOn = x < p && y < p && mod(y * y - (x * x * x - 3n * x + b), p) === 0n;
  return isOn ? { x, y } : null;
}

/** FIPS 186-5 §6.4.2, with the leftmost bits of the digest. */
export function verifiesEcdsa(curve: Curve, key: Affine, digest: Uint8Array, r: bigint, s: bigint): boolean {
  const { n } = curve;
  if (r < 1n || s < 1n || r >= n || s >= n) return false;
  const inverse = invert(s, n);
  const e = fromBytes(digest.subarray(0, curve.size));
  const [x, , z] = sum(curve, mod(e * inverse, n), key, mod(r * inverse, n));
  if (z === 0n) return false;
  const root = invert(z, curve.p);
  return mod(mod(x * root * root, curve.p), n) === r;
}

/** u·G + v·Q, both at once. */
function sum(curve: Curve, u: bigint, key: Affine, v: bigint): Point {
  const g: Point = [curve.g.x, curve.g.y, 1n];
  const q: Point = [key.x, key.y, 1n];
  const both = add(curve, g, q);
  let result = infinity;
  for (let bit = BigInt(8 * curve.size); bit >= 0n; bit -= 1n) {
    result = double(curve, result);
    const [inU, inV] = [(u >> bit) & 1n, (v >> bit) & 1n];
    if (inU && inV) result = add(curve, result, both);
    else if (inU) result = add(curve, result, g);
    else if (inV) result = add(curve, result, q);
  }
  return result;
}

/** dbl-2001-b of the Explicit-Formulas Database, for a = -3. */
function double({ p }: Curve, [x, y, z]: Point): Point {
  if (z === 0n) return infinity;
  const delta = (z * z) % p;
  const gamma = (y * y) % p;
  const beta = (x * gamma) % p;
  const alpha = (3n * (x - delta) * (x + delta)) % p;
  const x3 = mod(alpha * alpha - 8n * beta, p);
  const z3 = mod((y + z) * (y + z) - gamma - delta, p);
  return [x3, mod(alpha * (4n * beta - x3) - 8n * gamma * gamma, p), z3];
}

/** add-2007-bl, with the cases that it leaves out. */
function add(curve: Curve, a: Point, b: Point): Point {
  const { p } = curve;
  const [x1, y1, z1] = a;
  const [x2, y2, z2] = b;
  if (z1 === 0n) return b;
  if (z2 === 0n) return a;
  const [zz1, zz2] = [(z1 * z1) % p, (z2 * z2) % p];
  const u1 = (x1 * zz2) % p;
  const s1 = (y1 * z2 * zz2) % p;
  const h = mod(x2 * zz1 - u1, p);
  const r = mod(y2 * z1 * zz1 - s1, p);
  if (h === 0n) return r === 0n ? double(curve, a) : infinity;
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x3 = mod(r * r - hhh - 2n * v, p);
  return [x3, mod(r * (v - x3) - s1 * hhh, p), (z1 * z2 * h) % p];
}
