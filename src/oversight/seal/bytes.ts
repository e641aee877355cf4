/** Bytes as texts and back, in browsers and in Node alike. */

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** @throws TypeError where the bytes are no UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** 4 bytes, big-endian. */
export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** base64url without padding, RFC 4648 section 5. */
export function toText(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws SealError `bad-text` */
export function fromText(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new SealError('bad-text');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

export type SealFault =
  | 'bad-text'
  | 'bad-version'
  | 'bad-padding'
  | 'bad-code'
  | 'bad-chain'
  | 'not-for-us'
  | 'too-long';

/** What cannot be opened or read; the code says why, never what was in it. */
export class SealError extends Error {
  readonly code: SealFault;

  constructor(code: SealFault) {
    super(code);
    this.code = code;
  }
}
