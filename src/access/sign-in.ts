import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Client, maybe } from '../platform/db/index.ts';
import type { Account } from '../platform/http/visit.ts';
import { createLimiter } from '../platform/limit.ts';
import { Refusal } from '../platform/refusal.ts';
import { ROLES, sql, USERNAME } from './accounts.ts';
import { FRESH_MS } from './fresh.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { hashToken, markSeen } from './sessions/sessions.ts';

/** Ten tries, then one a minute, for each name; an attacker cannot tell an unknown name from a wrong password. */
const tries = createLimiter(10, 60_000);
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** @returns whose name and password these are. @throws Refusal access.wrong (401), access.slowDown (429) */
export async function passwordAccount(
  client: Client,
  username: string,
  password: string,
  now: Date,
): Promise<string> {
  if (!USERNAME.test(username)) throw new Refusal('access.wrong', 401);
  if (!tries.take(username, now)) throw new Refusal('access.slowDown', 429);
  const found = await maybe(client, sql.accountByUsername, { username });
  const matches = await passwordMatches(password, (found?.hash as string | undefined) ?? (await nobody));
  if (!found || !matches) throw new Refusal('access.wrong', 401);
  tries.forget(username);
  return found.id as string;
}

const Found = z.object({
  id: z.string(),
  sessionId: z.string(),
  seenAt: z.date(),
  provedAt: z.date(),
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

export interface Visitor {
  account: Account;
  session: { id: string; fresh: boolean };
}

/** Who holds this token, or null. That somebody is here is written down now and then. */
export async function visitor(client: Client, token: string, now: Date): Promise<Visitor | null> {
  const found = await maybe(client, sql.visitor, { tokenHash: hashToken(token), now }, Found);
  if (!found) return null;
  const { sessionId, seenAt, provedAt, ...account } = found;
  await markSeen(client, token, seenAt, now);
  return { account, session: { id: sessionId, fresh: now.getTime() - provedAt.getTime() < FRESH_MS } };
}
