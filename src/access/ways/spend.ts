import { createHash } from 'node:crypto';
import { exec } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from './sql.ts';

/**
 * Uses up a challenge or a state, on whichever server. @returns false where it was used before. Attacker: whoever saw
 * an answer, with the cookie beside it, and sends both again.
 */
export async function spend({ pool, now }: Platform, what: string, seconds: number): Promise<boolean> {
  const until = new Date(now().getTime() + seconds * 1000);
  await exec(pool, sql.forgetSpent, { now: now() });
  const hash = createHash('sha256').update(what).digest();
  return (await exec(pool, sql.spend, { hash, until })) > 0;
}
