import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Nonce (12 bytes), ciphertext and tag (16 bytes) of AES-256-GCM, in base64url. @param bound for what it is sealed */
export function seal(
  key: Buffer,
  bound: string,
  plain: string | Uint8Array,
  nonce = randomBytes(12),
): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const sealed = [nonce, cipher.update(plain as Uint8Array), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** What was sealed with this key for this purpose, or null: of another key, another purpose, or changed. */
export function unseal(key: Buffer, bound: string, sealed: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const given = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  given.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([given.update(bytes.subarray(12, -16)), given.final()]);
  } catch {
    return null;
  }
}
