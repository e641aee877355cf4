import { createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { digitsMatch, type signatoryOf } from '../../signing/index.ts';
import { to } from '../../urls.ts';

const COOKIE = 'ikrar_data';
const OPEN_SECONDS = 15 * 60;

type Signatory = Awaited<ReturnType<typeof signatoryOf>>;

/**
 * Whether this browser said the last four digits of the person's number within a quarter of an hour. Attacker: somebody
 * who found the slip. Who has no number on the roster is asked nothing more, since there is nothing to ask.
 */
export function isOpen(c: Ctx, platform: Platform, signatory: Signatory): boolean {
  if (signatory.person.idNumber === null) return true;
  const [until = '', mac = ''] = (getCookie(c, COOKIE) ?? '').split('.');
  if (!/^\d{1,14}$/.test(until) || Number(until) <= platform.now().getTime()) return false;
  const [given, own] = [Buffer.from(mac, 'hex'), macOf(platform, signatory, until)];
  return given.length === own.length && timingSafeEqual(given, own);
}

/** @returns whether the digits are right. @throws Refusal tablet.slowDown (429) */
export function openBy(c: Ctx, platform: Platform, signatory: Signatory, digits: string): boolean {
  const { agency, campaign, person } = signatory;
  const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  if (!digitsMatch(holder, person.idNumber ?? '', digits, platform.now())) return false;
  const until = String(platform.now().getTime() + OPEN_SECONDS * 1000);
  setCookie(c, COOKIE, `${until}.${macOf(platform, signatory, until).toString('hex')}`, {
    path: to('sign', { code: c.req.param('code') ?? '' }),
    httpOnly: true,
    sameSite: 'Strict',
    secure: platform.config.publicUrl?.startsWith('https:') ?? false,
    maxAge: OPEN_SECONDS,
  });
  return true;
}

function macOf(platform: Platform, { agency, person }: Signatory, until: string): Buffer {
  return createHmac('sha256', platform.secret('own-data'))
    .update(`ikrar/own-data/v1\n${agency.id}\n${person.personId}\n${until}`)
    .digest();
}
