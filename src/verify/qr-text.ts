import { decodeBase41, encodeBase41 } from './base41.ts';
import { concat } from './bytes.ts';
import { type Claims, decodeClaims } from './claims.ts';
import { FormatError } from './format-error.ts';

/** What stands in the QR code of a pact. Not to be believed before its signature is checked. */
export interface QrContent {
  claims: Claims;
  /** The bytes that were signed, without the prefix. */
  claimsBytes: Uint8Array;
  /** Raw P-256, r ‖ s, 64 bytes. */
  signature: Uint8Array;
}

const signatureLength = 64;
/** The longest address and the longest claims. */
const longest = 800;

/**
 * `<ADDRESS>/Q/<payload>`, so that any camera opens the page that checks it. `address` is an origin; scheme and host
 * have no case, so all of it is upper-cased and the code stays in the dense alphanumeric mode.
 */
export function qrText(address: string, claims: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== signatureLength) throw new FormatError('bad-qr');
  return `${address.toUpperCase()}/Q/${encodeBase41(concat(claims, signature))}`;
}

/** Reads a whole text or its payload alone. @throws FormatError `bad-qr` | `bad-base41` | `bad-claims` | `not-utf8` */
export function parseQrText(text: string): QrContent {
  const payload = payloadOf(text);
  if (payload === null) throw new FormatError('bad-qr');
  const bytes = decodeBase41(payload);
  const end = Math.max(0, bytes.length - signatureLength);
  const claimsBytes = bytes.slice(0, end);
  return { claims: decodeClaims(claimsBytes), claimsBytes, signature: bytes.slice(end) };
}

/** Whether the text has the outward form of a pact's QR code, as another code in the same picture has not. */
export function isQrText(text: string): boolean {
  return payloadOf(text) !== null;
}

function payloadOf(text: string): string | null {
  if (text.length > longest) return null;
  return /^(?:[Hh][Tt]{2}[Pp][Ss]?:\/\/[^/?#\s]+\/Q\/)?([0-9A-Z$*.:-]{150,})$/.exec(text)?.[1] ?? null;
}
