import { createPublicKey, verify } from 'node:crypto';
import { base64, concat, fromBase64, hex, sha256, utf8 } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** C2SP signed-note verifier key of type 0x01: Ed25519 over the note's text. */
export interface VerifierKey {
  name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), as eight hexadecimal digits. */
  id: string;
  /** 32 bytes, RFC 8032. */
  publicKey: Uint8Array;
}

/** Signature types of signed-note: Ed25519 over the text, and cosignature/v1 of tlog-cosignature. */
type KeyType = 0x01 | 0x04;

/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410). */
const spkiHead = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** @throws FormatError `bad-key` if the name or the key's length is not permitted */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  return { name, id: keyId(0x01, name, publicKey), publicKey };
}

/** `<name>+<id>+<base64 of 0x01 and the key>`. */
export function formatVkey(key: VerifierKey): string {
  return spellVkey(0x01, key, key.publicKey);
}

/** @throws FormatError `bad-key`: malformed, an id that does not belong to the key, or another type than Ed25519 */
export function parseVkey(text: string): VerifierKey {
  return verifierKey(...readVkey(0x01, text));
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), as eight hexadecimal digits. @throws FormatError `bad-key` */
export function keyId(type: KeyType, name: string, publicKey: Uint8Array): string {
  if (!isKeyName(name) || publicKey.length !== 32) throw new FormatError('bad-key');
  return hex(sha256(`${name}\n`, Uint8Array.of(type), publicKey).slice(0, 4));
}

export function spellVkey(type: KeyType, key: { name: string; id: string }, publicKey: Uint8Array): string {
  return `${key.name}+${key.id}+${base64(concat(Uint8Array.of(type), publicKey))}`;
}

/** Name and key of a vkey of exactly this type. @throws FormatError `bad-key` */
export function readVkey(type: KeyType, text: string): [name: string, publicKey: Uint8Array] {
  const found = /^([^+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,100})$/.exec(text);
  if (found === null) throw new FormatError('bad-key');
  const material = keyMaterial(found[3] as string);
  const [name, publicKey] = [found[1] as string, material.slice(1)];
  if (material[0] !== type || keyId(type, name, publicKey) !== found[2]) throw new FormatError('bad-key');
  return [name, publicKey];
}

/** Key names are not empty and hold neither Unicode spaces nor `+` nor control characters. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\p{Cc}\p{Zs}\u0085]/u.test(name);
}

export function verifiesEd25519(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const der = Buffer.from(concat(spkiHead, publicKey));
  return verify(null, utf8(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

function keyMaterial(text: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch {
    throw new FormatError('bad-key');
  }
}
