import { type Bytes, fromText, fromUtf8, toText, utf8 } from './bytes.ts';

const NONCE = 12;

/** Nonce and AES-256-GCM; `bound` says what it is, so that one sealed thing never passes for another. */
export async function seal(key: CryptoKey, bound: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, bound), key, utf8(text)));
  const whole = new Uint8Array(NONCE + sealed.length);
  whole.set(iv);
  whole.set(sealed, NONCE);
  return toText(whole);
}

/** @throws where the key is another one, or the bytes are */
export async function openSealed(key: CryptoKey, bound: string, sealed: string): Promise<ArrayBuffer> {
  const whole = fromText(sealed);
  return crypto.subtle.decrypt(gcm(whole.slice(0, NONCE), bound), key, whole.slice(NONCE));
}

export async function openText(key: CryptoKey, bound: string, sealed: string): Promise<string> {
  return fromUtf8(await openSealed(key, bound, sealed));
}

function gcm(iv: Bytes, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(bound) };
}
