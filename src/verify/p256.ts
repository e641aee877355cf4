import { createPublicKey, type KeyObject } from 'node:crypto';
import { base64, concat, sameBytes } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480 §2), up to its X. */
const SPKI_P256 = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');

/** X and Y of a P-256 key, 64 bytes, as the key's one encoding. */
export function p256Spki(point: Uint8Array): Uint8Array {
  return concat(SPKI_P256, point);
}

/** The key in its one encoding, 91 bytes, or null. */
export function readP256(spki: Uint8Array): KeyObject | null {
  const isP256 = spki.length === SPKI_P256.length + 64;
  if (!isP256 || !sameBytes(spki.subarray(0, SPKI_P256.length), SPKI_P256)) return null;
  try {
    // As PEM: OpenSSL then makes a key that checks in two thirds of the time of one read from DER.
    return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${base64(spki)}\n-----END PUBLIC KEY-----\n`);
  } catch {
    return null;
  }
}

/** Unpadded base64url in its one canonical spelling (RFC 4648 §5). @throws FormatError `not-canonical` */
export function fromBase64url(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new FormatError('not-canonical');
  return new Uint8Array(bytes);
}
