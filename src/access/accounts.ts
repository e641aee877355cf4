import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, maybe, queries } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './access.sql';
import { hashPassword } from './password.ts';

export const sql = queries(sqlText);

export const ROLES = ['officer', 'leader', 'operator', 'auditor', 'inspector'] as const;
export type Role = (typeof ROLES)[number];

export interface NewAccount {
  username: string;
  name: string;
  password: string;
  isExample: boolean;
}

/** Small letters, digits, dot, underscore and hyphen. */
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** @throws Refusal access.usernameTaken, access.usernameForm, access.passwordShort */
export async function addAccount(client: ClientBase, account: NewAccount, now: Date): Promise<string> {
  if (!USERNAME.test(account.username)) throw new Refusal('access.usernameForm');
  if (account.password.length < 10) throw new Refusal('access.passwordShort');
  if (await maybe(client, sql.accountByUsername, { username: account.username }))
    throw new Refusal('access.usernameTaken', 409);
  const id = newId(now);
  const { username, name, isExample } = account;
  const added = await exec(client, sql.addAccount, {
    id,
    username,
    name,
    isExample,
    hash: await hashPassword(account.password),
    now,
  });
  if (added === 0) throw new Refusal('access.usernameTaken', 409);
  return id;
}

export interface NewGrant {
  agencyId: string;
  accountId: string;
  role: Role;
  unitId: string | null;
  by: string;
  /** Why; what the house itself gives needs none. */
  reason?: string;
  /** From then on it counts nowhere. */
  until?: Date | null;
}

export async function addGrant(client: ClientBase, grant: NewGrant, now: Date): Promise<void> {
  await exec(client, sql.addGrant, { reason: null, until: null, ...grant, id: newId(now), now });
}

const ExampleAccount = z.object({
  username: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  agencyId: z.string(),
});

/** The invented accounts of the examples, one row a grant. */
export function exampleAccounts(client: Client) {
  return many(client, sql.exampleAccounts, {}, ExampleAccount);
}

/** Whether an institution has taken this installation as its own. */
export async function isClaimed(client: Client): Promise<boolean> {
  return (await maybe(client, sql.claimed, {})) !== null;
}

/** The first claim wins; a second is refused. */
export async function claim(client: ClientBase, now: Date): Promise<void> {
  if ((await exec(client, sql.claim, { now: now.toISOString() })) === 0)
    throw new Refusal('access.alreadyClaimed', 409);
}
