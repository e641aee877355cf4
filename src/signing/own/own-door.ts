import { createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie } from 'hono/cookie';
import { serialize } from 'hono/utils/cookie';
import { codeLetters } from '../../platform/codes.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to } from '../../urls.ts';
import { digitsMatch } from '../digits.ts';
import type { Signatory } from '../may-sign.ts';

/** By what a browser shows that it is the person's own: the form that signed came from it, or somebody knew the digits. */
const KINDS = {
  signed: { cookie: 'ikrar_tanda', seconds: 24 * 3600, sameSite: 'Lax' },
  digits: { cookie: 'ikrar_data', seconds: 15 * 60, sameSite: 'Strict' },
} as const;
type Kind = keyof typeof KINDS;

/** A person's code, with as much as tells whose it is; `signed` where it was used. */
export type Owner = Pick<Signatory, 'agency' | 'campaign' | 'person' | 'signed'>;

/** Beside the tries of a minute, for one code: a found slip is not tried for days on end. */
const aDay = createLimiter(20, 72 * 60_000);

/** Whether this browser may see what a used code leads to. Attacker: whoever finds the slip afterwards. */
export function receiptOpen(c: Ctx, platform: Platform, owner: Owner): boolean {
  return carries(c, platform, owner, 'signed') || carries(c, platform, owner, 'digits');
}

/**
 * Whether it was shown within a quarter of an hour whose code this is. Who has no number on the roster and has not signed
 * is asked nothing: there is nothing to ask, and the code itself still signs.
 */
export function ownDataOpen(c: Ctx, platform: Platform, owner: Owner): boolean {
  return askedFor(owner) === null || carries(c, platform, owner, 'digits');
}

/** The header that keeps the receipt open in the browser that signed, for this code alone. Nothing is stored here. */
export function keepOpen(c: Ctx, platform: Platform, owner: Owner, kind: Kind = 'signed'): string {
  const { cookie, seconds, sameSite } = KINDS[kind];
  const until = String(platform.now().getTime() + seconds * 1000);
  return serialize(cookie, `${until}.${macOf(platform, owner, kind, until).toString('hex')}`, {
    path: to('sign', { code: c.req.param('code') ?? '' }),
    httpOnly: true,
    sameSite,
    secure: platform.config.publicUrl?.startsWith('https:') ?? false,
    maxAge: seconds,
  });
}

/** Opens everything for a quarter of an hour. @throws Refusal signing.wrongDigits, wrongReceipt (422), tablet.slowDown (429) */
export function openBy(c: Ctx, platform: Platform, owner: Owner, typed: string): void {
  const asked = askedFor(owner);
  if (!asked) return;
  const { agency, campaign, person } = owner;
  const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  const one = `${holder.agencyId}/${holder.campaignId}/${holder.personId}`;
  if (!aDay.take(one, platform.now())) throw new Refusal('signing.digitsOver', 429);
  const given = asked.what === 'receipt' ? codeLetters(typed) : typed.trim();
  if (!digitsMatch(holder, asked.of, given, platform.now()))
    throw new Refusal(asked.what === 'receipt' ? 'signing.wrongReceipt' : 'signing.wrongDigits', 422);
  aDay.forget(one);
  c.header('Set-Cookie', keepOpen(c, platform, owner, 'digits'), { append: true });
}

/**
 * What only the person can be expected to know: the end of their number; without one, the end of the number of the
 * receipt they were given. Null where neither exists.
 */
export function askedFor({ person, signed }: Owner): { what: 'digits' | 'receipt'; of: string } | null {
  if (person.idNumber) return { what: 'digits', of: person.idNumber };
  return signed && { what: 'receipt', of: codeLetters(signed.receipt) };
}

function carries(c: Ctx, platform: Platform, owner: Owner, kind: Kind): boolean {
  const [until = '', mac = ''] = (getCookie(c, KINDS[kind].cookie) ?? '').split('.');
  if (!/^\d{1,14}$/.test(until) || Number(until) <= platform.now().getTime()) return false;
  const [given, own] = [Buffer.from(mac, 'hex'), macOf(platform, owner, kind, until)];
  return given.length === own.length && timingSafeEqual(given, own);
}

function macOf(platform: Platform, { agency, campaign, person }: Owner, kind: Kind, until: string): Buffer {
  const parts = ['ikrar/own-door/v1', kind, agency.id, campaign.id, person.personId, until];
  return createHmac('sha256', platform.secret('own-data')).update(parts.join('\n')).digest();
}
