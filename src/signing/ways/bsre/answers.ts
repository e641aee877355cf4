import { Refusal } from '../../../platform/refusal.ts';

type Json = Readonly<Record<string, unknown>> | null;

/**
 * What a refused request means, by the service's own number or words; both versions use the same. The words are only
 * looked at, never shown or kept: they may quote what was sent.
 */
export function refusalOf(status: number, json: Json): Refusal {
  const code = Number(json?.status_code);
  const words = [json?.error, json?.message, json?.status].filter((one) => typeof one === 'string').join(' ');
  if (code === 2031 || /passphrase/i.test(words)) return new Refusal('bsre.wrongPassphrase');
  if (code === 2011 || code === 1110 || /(belum|tidak) terdaftar|not.?registered/i.test(words))
    return new Refusal('bsre.notEnrolled');
  if (/expired|k[ae]dalu?warsa/i.test(words)) return new Refusal('bsre.expired');
  if (status === 401 || status === 403) return new Refusal('bsre.noAccess', 503);
  if (status === 429) return new Refusal('bsre.busy', 503);
  if (status >= 500) return new Refusal('bsre.down', 503);
  return new Refusal('bsre.refused');
}

/** Standings of a person's certificate in which nothing can be signed. */
const UNUSABLE = /^(NEW|RENEW|SUSPEND|REVOKE|NO_CERTIFICATE|WAITING_FOR_VERIFICATION)/;

/**
 * What the service says about a person before anything is signed. A standing that this program does not know stops
 * nobody: signing itself will say.
 * @throws Refusal bsre.notEnrolled, bsre.expired, bsre.unusable
 */
export function requireIssued(json: Json): void {
  const standing = String(json?.status ?? '').toUpperCase();
  if (Number(json?.status_code) === 1110 || standing === 'NOT_REGISTERED')
    throw new Refusal('bsre.notEnrolled');
  if (standing === 'EXPIRED') throw new Refusal('bsre.expired');
  if (UNUSABLE.test(standing)) throw new Refusal('bsre.unusable');
}

export function badAnswer(): Refusal {
  return new Refusal('bsre.badAnswer', 503);
}
