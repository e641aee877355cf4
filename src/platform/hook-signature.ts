import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The value of `Ikrar-Signature` (docs/formats/webhook.md): the time in seconds, then one HMAC-SHA256 of `TIME.BODY` for
 * each secret that counts; while a secret is replaced there are two. @param at unix time in seconds
 */
export function hookSignature(secrets: readonly string[], at: number, body: string): string {
  return [`t=${at}`, ...secrets.map((secret) => `v1=${mac(secret, at, body)}`)].join(',');
}

/** Whether one of the signatures is by this secret and not older than `toleranceSeconds`, as a receiver would ask. */
export function isSignedBy(
  secret: string,
  header: string,
  body: string,
  now: number,
  toleranceSeconds = 300,
): boolean {
  const parts = header.split(',').map((part) => part.split('=') as [string, string]);
  const at = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!(Math.abs(now - at) <= toleranceSeconds)) return false;
  const wanted = Buffer.from(mac(secret, at, body));
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function mac(secret: string, at: number, body: string): string {
  return createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
}
