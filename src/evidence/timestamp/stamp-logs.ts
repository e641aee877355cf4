import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TsaConfig } from '../../platform/config/tsa.ts';
import { exec, many } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import { parseNote } from '../../verify/index.ts';
import { stampOf, TimestampFault } from './authority.ts';
import { sql, timestampAt } from './store.ts';

const Waiting = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  size: z.number(),
  note: z.string(),
});
type Waiting = z.output<typeof Waiting>;

const MINUTE = 60_000;
const LEASE_MS = MINUTE;

/**
 * Has the newest tree head of each log stamped that grew since its last stamp, at most every so many minutes, and at
 * once when its campaign is closed. The first failure ends the round: an authority that is away is asked once a minute,
 * not once a log. Nothing else waits for it.
 * @returns how many logs were stamped. @throws TimestampFault
 */
export async function stampLogs(platform: Platform, tsa: TsaConfig, holder: string): Promise<number> {
  const now = platform.now().getTime();
  const due = {
    stampedBefore: new Date(now - tsa.minutes * MINUTE),
    failedBefore: new Date(now - MINUTE),
  };
  let done = 0;
  for (const head of await many(platform.pool, sql.unstamped, due, Waiting))
    if (await stampLog(platform, tsa, holder, head)) done += 1;
  return done;
}

async function stampLog(platform: Platform, tsa: TsaConfig, holder: string, head: Waiting): Promise<boolean> {
  const { pool, now } = platform;
  const { agencyId, campaignId, size } = head;
  const lease = { agencyId, campaignId, holder, now: now(), until: new Date(now().getTime() + LEASE_MS) };
  if ((await exec(pool, sql.takeTimestampLease, lease)) === 0) return false;
  const end = (failure: string | null) => {
    const failedAt = failure === null ? null : now();
    return exec(pool, sql.endTimestampLease, { agencyId, campaignId, holder, now: now(), failedAt, failure });
  };
  try {
    // Another may have done it between our look and our lease.
    if (await timestampAt(pool, head, size)) return (await end(null)) === 0;
    const { token, stamp, verified } = await stampOf(tsa, Buffer.from(parseNote(head.note).text, 'utf8'));
    const row = { agencyId, campaignId, size, token, stampedAt: stamp.time, verified, authority: tsa.url };
    await exec(pool, sql.addTimestamp, { ...row, now: now() });
    await end(null);
    return true;
  } catch (error) {
    if (error instanceof TimestampFault) await end(error.message.slice(0, 500));
    throw error;
  }
}

/** Keeps the logs stamped while the process lives, where an authority is configured. */
export function startStamper(platform: Platform, log: (line: string) => void, everyMs = 5000) {
  const { tsa } = platform.config;
  if (!tsa) return { stop: async () => {} };
  const holder = randomBytes(8).toString('hex');
  let said = '';
  const round = async () => {
    try {
      if ((await stampLogs(platform, tsa, holder)) > 0) said = '';
    } catch (error) {
      const { message } = error as Error;
      if (message !== said) log(`time stamp of a log failed, will try again: ${message}`);
      said = message;
    }
  };
  return rounds(round, everyMs);
}
