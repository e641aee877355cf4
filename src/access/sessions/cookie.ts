import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../../platform/config.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { SESSION_SECONDS } from './sessions.ts';

const COOKIE = 'ikrar_sesi';

/** What every cookie of ours has: for this site alone, out of reach of scripts, over TLS where there is TLS. */
export function cookieOptions({ publicUrl }: Config, maxAge: number) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure, maxAge };
}

export function sessionToken(c: Ctx): string | undefined {
  return getCookie(c, COOKIE);
}

export function putSession(c: Ctx, config: Config, token: string): void {
  setCookie(c, COOKIE, token, cookieOptions(config, SESSION_SECONDS));
}

export function dropSession(c: Ctx): void {
  deleteCookie(c, COOKIE, { path: '/' });
}
