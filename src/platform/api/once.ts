import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import * as z from 'zod';
import { exec, maybe, queries } from '../db/index.ts';
import type { Ctx } from '../http/visit.ts';
import { Refusal } from '../refusal.ts';
import type { Caller } from './describe.ts';
import sqlText from './once.sql';

const sql = queries(sqlText);
const KEPT_MS = 48 * 3_600_000;

/** The key that the caller gave to this one change, or null. @throws Refusal api.keyForm */
export function idempotencyKey(c: Ctx): string | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\w.-]{8,100}$/.test(key)) throw new Refusal('api.keyForm', 422);
  return key;
}

const Kept = z.object({ asked: z.instanceof(Buffer), answer: z.unknown() });

/**
 * Does the work once for each key of a token: whoever sends it again, after an answer that was lost, gets the same answer.
 * Owner: a transaction that holds the lock under which all such work of the institution is done.
 * @throws Refusal api.keyReused for another request under the same key
 */
export async function answerOnce<A>(
  client: ClientBase,
  { agencyId, tokenId }: Caller,
  { key, asked, now }: { key: string | null; asked: unknown; now: Date },
  work: () => Promise<A>,
): Promise<{ answer: A; again: boolean }> {
  if (key === null) return { answer: await work(), again: false };
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest();
  const kept = await maybe(client, sql.answerTo, { agencyId, tokenId, key }, Kept);
  if (kept && !kept.asked.equals(digest)) throw new Refusal('api.keyReused', 422);
  if (kept) return { answer: kept.answer as A, again: true };
  const answer = await work();
  await exec(client, sql.dropOldAnswers, { agencyId, tokenId, before: new Date(now.getTime() - KEPT_MS) });
  await exec(client, sql.keepAnswer, {
    ...{ agencyId, tokenId, key, asked: digest, answer: JSON.stringify(answer), now },
  });
  return { answer, again: false };
}
