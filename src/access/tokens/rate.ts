import type { Ctx } from '../../platform/http/visit.ts';
import { Refusal } from '../../platform/refusal.ts';

/**
 * So many requests of one key in a window, told in each answer (draft-ietf-httpapi-ratelimit-headers). In memory of one
 * process: where several serve, each counts for itself.
 */
export function createRate(limit: number, seconds: number) {
  const windows = new Map<string, { ends: number; left: number }>();
  return {
    /** @throws Refusal api.tooMany (429) */
    take(c: Ctx, key: string, now: Date): void {
      const at = now.getTime() / 1000;
      if (windows.size > 50_000) windows.clear();
      const held = windows.get(key);
      const window = held && held.ends > at ? held : { ends: at + seconds, left: limit };
      windows.set(key, window);
      const wait = Math.max(1, Math.ceil(window.ends - at));
      c.header('RateLimit-Policy', `"token";q=${limit};w=${seconds}`);
      c.header('RateLimit', `"token";r=${Math.max(0, window.left - 1)};t=${wait}`);
      if (window.left === 0) {
        c.header('Retry-After', String(wait));
        throw new Refusal('api.tooMany', 429, { seconds: wait });
      }
      window.left -= 1;
    },
  };
}
