import { createHash } from 'node:crypto';
import { FormatError } from './format-error.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** SHA-256 of the concatenation of the parts; strings count as UTF-8. 32 bytes. */
export function sha256(...parts: (string | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** @throws FormatError `not-utf8`; a byte-order mark is kept as a character. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FormatError('not-utf8');
  }
}

export function hex(bytes: Uint8Array): string {
  return view(bytes).toString('hex');
}

export function base64(bytes: Uint8Array): string {
  return view(bytes).toString('base64');
}

/** Standard base64 with padding (RFC 4648 §4), in its one canonical spelling. @throws FormatError `bad-base64` */
export function fromBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new FormatError('bad-base64');
  return new Uint8Array(bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && view(a).equals(b);
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A Buffer over the same memory. */
export function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
