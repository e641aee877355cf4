import { sha512 } from '@noble/hashes/sha2.js';
import { fromBytes, invert, mod, power, toBytes } from './field.ts';

/** edwards25519 (RFC 8032 §5.1): -x² + y² = 1 + d·x²·y² over 2²⁵⁵ - 19, with l points that B makes. */
const p = 2n ** 255n - 19n;
const l = 2n ** 252n + 27742317777372353535851937790883648493n;
const d = mod(-121665n * invert(121666n, p), p);
const rootOfMinusOne = power(2n, (p - 1n) / 4n, p);

/** Extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const zero: Point = [0n, 1n, 1n, 0n];
const base = pointOf(mod(4n * invert(5n, p), p), 0n) as Point;

/**
 * Whether the signature verifies in the way of Node.js: no key and no R of small order, S below the order of B, and R byte for
 * byte that of S·B - k·A, without multiplying by the cofactor.
 */
export function verifiesEddsa(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32);
  const s = fromLittle(signature.subarray(32));
  const a = readPoint(key);
  if (a === null || s >= l || isOfSmallOrder(a)) return false;
  const k = fromLittle(sha512.create().update(r).update(key).update(message).digest()) % l;
  const [x, y, z, t] = a;
  const point = sum(s, k, [mod(-x, p), y, z, mod(-t, p)]);
  if (isOfSmallOrder(point)) return false;
  return write(point).every((byte, i) => byte === r[i]);
}

/** As a key it would let one signature fit many messages. */
function isOfSmallOrder(point: Point): boolean {
  let multiple = point;
  for (let i = 0; i < 3; i += 1) multiple = add(multiple, multiple);
  return multiple[0] === 0n && multiple[1] === multiple[2];
}

function readPoint(bytes: Uint8Array): Point | null {
  const value = fromLittle(bytes);
  return pointOf((value & (2n ** 255n - 1n)) % p, value >> 255n);
}

/** The point of this y whose x has this lowest bit (RFC 8032 §5.1.3), or null. */
function pointOf(y: bigint, lowest: bigint): Point | null {
  const [u, v] = [mod(y * y - 1n, p), mod(d * y * y + 1n, p)];
  const square = mod(u * invert(v, p), p);
  let x = power(square, (p + 3n) / 8n, p);
  if (mod(x * x - square, p) !== 0n) x = (x * rootOfMinusOne) % p;
  if (mod(x * x - square, p) !== 0n) return null;
  if ((x & 1n) !== lowest) x = mod(-x, p);
  return [x, y, 1n, (x * y) % p];
}

function write([x, y, z]: Point): Uint8Array {
  const inverse = invert(z, p);
  const sign = ((x * inverse) % p) & 1n;
  return toBytes(((y * inverse) % p) | (sign << 255n), 32).reverse();
}

/** s·B + k·a, both at once. */
function sum(s: bigint, k: bigint, a: Point): Point {
  const both = add(base, a);
  let result = zero;
  for (let bit = 253n; bit >= 0n; bit -= 1n) {
    result = add(result, result);
    const [inS, inK] = [(s >> bit) & 1n, (k >> bit) & 1n];
    if (inS && inK) result = add(result, both);
    else if (inS) result = add(result, base);
    else if (inK) result = add(result, a);
  }
  return result;
}

/** RFC 8032 §5.1.4; complete, so it doubles too. */
function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = ((y1 - x1) * (y2 - x2)) % p;
  const b = ((y1 + x1) * (y2 + x2)) % p;
  const c = (2n * d * t1 * t2) % p;
  const twice = (2n * z1 * z2) % p;
  const [e, f, g, h] = [b - a, twice - c, twice + c, b + a];
  return [mod(e * f, p), mod(g * h, p), mod(f * g, p), mod(e * h, p)];
}

function fromLittle(bytes: Uint8Array): bigint {
  return fromBytes(Uint8Array.from(bytes).reverse());
}
