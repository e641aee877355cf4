import type { Hmac } from './pass.ts';

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

/** Of the browser. WebCrypto is there on https and localhost only. */
export const webHmac: Hmac = async (key, message) => {
  const imported = await crypto.subtle.importKey('raw', new Uint8Array(key), ALGORITHM, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, imported, new Uint8Array(message)));
};
