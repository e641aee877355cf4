import { createHmac } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { z } from 'zod';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { cookieOptions } from '../sessions/cookie.ts';

/** A way to sign in that began in this browser; another server of the same keys can go on with it. */
export type Begun = 'ikrar_sso' | 'ikrar_taut' | 'ikrar_kunci' | 'ikrar_surel';

/** Puts `value` into this browser, readable by us alone, for so many seconds. */
export function sealCookie(
  c: Ctx,
  platform: Platform,
  name: Begun,
  value: Record<string, unknown>,
  seconds: number,
): void {
  const until = platform.now().getTime() + seconds * 1000;
  const sealed = seal(keyOf(platform), name, JSON.stringify({ until, value }));
  setCookie(c, name, sealed, cookieOptions(platform.config, seconds));
}

/** What was put there and is not too old; null for anything else. */
export function openCookie<T>(c: Ctx, platform: Platform, name: Begun, schema: z.ZodType<T>): T | null {
  const text = unseal(keyOf(platform), name, getCookie(c, name) ?? '');
  if (text === null) return null;
  const { until, value } = JSON.parse(text.toString()) as { until: number; value: unknown };
  const found = schema.safeParse(value);
  return until > platform.now().getTime() && found.success ? found.data : null;
}

export function dropCookie(c: Ctx, name: Begun): void {
  deleteCookie(c, name, { path: '/' });
}

function keyOf(platform: Platform): Buffer {
  return createHmac('sha256', platform.secret('sign-in')).update('ikrar/cookie/v1').digest();
}
