import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { codeLetters, normalCode } from '../../../platform/codes.ts';
import { type Client, exec, forAll, maybe, one, queries, transaction } from '../../../platform/db/index.ts';
import { codeOf } from '../../../platform/ids.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql as accountSql, USERNAME } from '../../accounts.ts';
import { endOtherSessions } from '../../sessions/sessions.ts';
import { tell } from '../tell.ts';
import sqlText from './recovery.sql';

const sql = queries(sqlText);
const HOW_MANY = 10;

/** Ten codes of 60 bits, in the place of those from before. Only their keyed hashes are kept: this is their one showing. */
export function makeCodes(platform: Platform, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => codeOf(randomBytes(8)));
  const at = platform.now();
  return forAll(() =>
    transaction(platform.pool, async (client) => {
      await exec(client, sql.dropCodes, { accountId });
      const hashes = codes.map((code) => hashed(platform, accountId, code));
      await exec(client, sql.addCodes, { accountId, hashes, now: at });
      await tell(client, { accountId, at, kind: 'account.recoveryMade', data: {} });
      return codes;
    }),
  );
}

const Left = z.object({ count: z.number(), madeAt: z.date().nullable() });

export function codesLeft(client: Client, accountId: string): Promise<z.output<typeof Left>> {
  return one(client, sql.codesLeft, { accountId }, Left);
}

/** Ten tries, then one a minute, for each name. */
const tries = createLimiter(10, 60_000);
const Id = z.object({ id: z.string() });

/**
 * Uses a code up; every session of the account ends, for whoever took it may have been there already.
 * @returns whose it was @throws Refusal access.recoveryWrong (401), access.slowDown (429)
 */
export async function useCode(platform: Platform, username: string, typed: string): Promise<string> {
  const { pool, now } = platform;
  const wrong = new Refusal('access.recoveryWrong', 401);
  if (!USERNAME.test(username) || codeLetters(typed).length !== 12) throw wrong;
  if (!tries.take(username, now())) throw new Refusal('access.slowDown', 429);
  const found = await maybe(pool, accountSql.accountByUsername, { username }, Id);
  const hash = hashed(platform, found?.id ?? '', normalCode(typed));
  return forAll(() =>
    transaction(pool, async (client) => {
      const used = await exec(client, sql.useCode, { accountId: found?.id ?? '', hash });
      if (!found || used === 0) throw wrong;
      const { count } = await codesLeft(client, found.id);
      await endOtherSessions(client, found.id, null);
      await tell(client, {
        accountId: found.id,
        at: now(),
        kind: 'account.recovered',
        data: { left: count },
      });
      return found.id;
    }),
  );
}

function hashed(platform: Platform, accountId: string, code: string): Buffer {
  return createHmac('sha256', platform.secret('sign-in'))
    .update(['ikrar/recovery/v1', accountId, code].join('\n'))
    .digest();
}
