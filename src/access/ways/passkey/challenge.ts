import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dropCookie, openCookie, sealCookie } from '../sealed-cookie.ts';
import { spend } from '../spend.ts';

const LIFE_SECONDS = 5 * 60;
const Begun = z.object({ challenge: z.string(), purpose: z.enum(['make', 'use']) });

/** What the next answer of this browser's authenticator must sign; the newest page of the browser counts. */
export function giveChallenge(c: Ctx, platform: Platform, purpose: 'make' | 'use'): string {
  const challenge = randomBytes(32).toString('base64url');
  sealCookie(c, platform, 'ikrar_kunci', { challenge, purpose }, LIFE_SECONDS);
  return challenge;
}

/** The challenge this browser was given, which is good for one answer; null where there is none. */
export async function takeChallenge(
  c: Ctx,
  platform: Platform,
  purpose: 'make' | 'use',
): Promise<string | null> {
  const begun = openCookie(c, platform, 'ikrar_kunci', Begun);
  dropCookie(c, 'ikrar_kunci');
  if (begun?.purpose !== purpose) return null;
  return (await spend(platform, begun.challenge, LIFE_SECONDS)) ? begun.challenge : null;
}

/** What an authenticator keeps beside the key; tells nobody whose account it is. */
export function handleOf(platform: Platform, accountId: string): string {
  const text = ['ikrar/staff-passkey/v1', accountId].join('\n');
  return createHmac('sha256', platform.secret('sign-in')).update(text).digest('base64url');
}
