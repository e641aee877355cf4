import type { Config } from '../config.ts';
import type { App } from './visit.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

/** What every answer says to a browser, beside what it is. */
function safeHeaders({ publicUrl }: Config): Record<string, string> {
  return {
    'Content-Security-Policy': POLICY.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Download-Options': 'noopen',
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-XSS-Protection': '0',
    ...(publicUrl?.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/**
 * Puts them on every answer. An answer that is whole already has them (`answerJson`), in the plain form that is sent as
 * it stands: for a short one the parsing and sorting of headers is most of the work.
 */
export function sendSafeHeaders(app: App, config: Config): void {
  const safe = safeHeaders(config);
  app.use(async (c, next) => {
    c.set('safe', safe);
    await next();
    if (c.get('whole')) return;
    for (const [name, value] of Object.entries(safe)) c.res.headers.set(name, value);
  });
}
