import type { Ctx } from '../http/visit.ts';
import { type Lang, messageOf } from '../i18n.ts';
import { Refusal } from '../refusal.ts';
import { Invalid } from './invalid.ts';

/** Asked by a program: it is answered as one, whatever goes wrong. */
export function isApi(c: Ctx): boolean {
  return c.req.path.startsWith('/api/');
}

/** A program says its language in Accept-Language; cookies are not read here. */
export function apiLang(c: Ctx): Lang {
  return /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'id';
}

/** What went wrong as RFC 9457 has it, with the code of the refusal. */
export function problem(c: Ctx, refusal: Refusal | { code: string; params: Record<string, string> }) {
  const { code, params } = refusal;
  const status = refusal instanceof Refusal ? refusal.status : 500;
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="ikrar"');
  if (status === 503) c.header('Retry-After', '2');
  c.header('Content-Type', 'application/problem+json');
  c.header('Content-Language', apiLang(c));
  const title = messageOf(apiLang(c), code, params) ?? code;
  const errors = refusal instanceof Invalid ? { errors: refusal.faults } : {};
  return c.body(JSON.stringify({ type: `/api#${code}`, title, status, code, ...errors }), status);
}
