import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, maybe } from '../platform/db/index.ts';
import type { Account } from '../platform/http/visit.ts';
import { createLimiter } from '../platform/limit.ts';
import { Refusal } from '../platform/refusal.ts';
import { ROLES, sql, USERNAME } from './accounts.ts';
import { hashPassword, passwordMatches } from './password.ts';

export const SESSION_SECONDS = 12 * 60 * 60;

/** Ten tries, then one a minute, for each name; an attacker cannot tell an unknown name from a wrong password. */
const tries = createLimiter(10, 60_000);
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** @returns the token for the cookie. @throws Refusal access.wrong, access.slowDown */
export async function signIn(client: Client, username: string, password: string, now: Date): Promise<string> {
  if (!USERNAME.test(username)) throw new Refusal('access.wrong', 401);
  if (!tries.take(username, now)) throw new Refusal('access.slowDown', 429);
  const found = await maybe(client, sql.accountByUsername, { username });
  const matches = await passwordMatches(password, (found?.hash as string | undefined) ?? (await nobody));
  if (!found || !matches) throw new Refusal('access.wrong', 401);
  tries.forget(username);
  return startSession(client, found.id as string, now);
}

export async function startSession(client: Client, accountId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await exec(client, sql.endStaleSessions, { now });
  await exec(client, sql.addSession, { tokenHash: hashToken(token), accountId, now, expires });
  return token;
}

export async function endSession(client: Client, token: string): Promise<void> {
  await exec(client, sql.endSession, { tokenHash: hashToken(token) });
}

const Visitor = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  grants: z.array(
    z.object({
      agencyId: z.string(),
      role: z.enum(ROLES),
      unitId: z.string().nullable(),
    }),
  ),
  wide: z.array(z.object({ role: z.enum(['steward', 'overseer']), regionCode: z.string().nullable() })),
});

/** Who holds this token, or null. */
export function visitor(client: Client, token: string, now: Date): Promise<Account | null> {
  return maybe(client, sql.visitor, { tokenHash: hashToken(token), now }, Visitor);
}

/** What the table holds instead of the token of the cookie. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
