import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import sqlText from './sessions.sql';

const sql = queries(sqlText);

export const SESSION_SECONDS = 12 * 60 * 60;
/** When somebody was last here is written no more often than this: most requests write nothing. */
const SEEN_EVERY_MS = 5 * 60_000;

export const METHODS = ['password', 'passkey', 'oidc', 'mail', 'recovery', 'example'] as const;
/** By which way somebody proved who it is. */
export type Method = (typeof METHODS)[number];

/** How a session began, and on what kind of device. */
export interface Beginning {
  method: Method;
  device: string;
}

/** @returns the token for the cookie */
export async function startSession(
  client: Client,
  accountId: string,
  now: Date,
  { method, device }: Beginning = { method: 'password', device: '' },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await exec(client, sql.endStaleSessions, { now });
  await exec(client, sql.addSession, {
    tokenHash: hashToken(token),
    accountId,
    now,
    expires,
    method,
    device,
  });
  return token;
}

export async function endSession(client: Client, token: string): Promise<void> {
  await exec(client, sql.endSession, { tokenHash: hashToken(token) });
}

const Session = z.object({
  id: z.string(),
  method: z.enum(METHODS),
  device: z.string(),
  createdAt: z.date(),
  seenAt: z.date(),
  expiresAt: z.date(),
});
export type Session = z.output<typeof Session>;

/** Where the account is signed in, most lately seen first. */
export function sessionsOf(client: Client, accountId: string, now: Date): Promise<Session[]> {
  return many(client, sql.sessionsOf, { accountId, now }, Session);
}

/** Somebody else's, or one that has ended, changes nothing. @returns whether one ended */
export async function endOneSession(client: Client, accountId: string, id: string): Promise<boolean> {
  return (await exec(client, sql.endOneSession, { accountId, id })) > 0;
}

/** All but the one of this token; all where it is null. @returns how many */
export function endOtherSessions(client: Client, accountId: string, token: string | null): Promise<number> {
  return exec(client, sql.endOtherSessions, { accountId, keep: token === null ? null : hashToken(token) });
}

/** Writes that somebody is here, where that was last written a while ago. */
export async function markSeen(client: Client, token: string, seenAt: Date, now: Date): Promise<void> {
  const before = new Date(now.getTime() - SEEN_EVERY_MS);
  if (seenAt < before) await exec(client, sql.sessionSeen, { tokenHash: hashToken(token), now, before });
}

/** Who it is was proved again, in this session of this account. */
export async function markProved(client: Client, token: string, accountId: string, now: Date): Promise<void> {
  await exec(client, sql.sessionProved, { tokenHash: hashToken(token), accountId, now });
}

/** What the table holds instead of the token of the cookie. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
