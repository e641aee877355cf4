import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, maybe, queries, transaction } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addAccount } from '../accounts.ts';
import sqlText from './wide.sql';

const sql = queries(sqlText);

export const WIDE_ROLES = ['steward', 'overseer'] as const;
export type WideRole = (typeof WIDE_ROLES)[number];

const HeldWide = z.object({
  id: z.string(),
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  isExample: z.boolean(),
  role: z.enum(WIDE_ROLES),
  /** null: the nation; else a province's code of Kemendagri */
  regionCode: z.string().nullable(),
  reason: z.string(),
  since: z.date(),
  givenBy: z.string(),
  until: z.date().nullable(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  endedBy: z.string().nullable(),
});
export type HeldWide = z.output<typeof HeldWide>;

/** By name of the account, then by time, those that ended included. */
export function wideGrants(client: Client, now: Date): Promise<HeldWide[]> {
  return many(client, sql.wideGrants, { now }, HeldWide);
}

export interface NewWide {
  username: string;
  /** Of a new account, which then needs a password; empty for one that is there. */
  name: string;
  password: string;
  role: WideRole;
  regionCode: string | null;
  reason: string;
  until: Date | null;
  by: string;
}

/**
 * @returns whether an account was made for it
 * @throws Refusal access.usernameTaken (409), access.usernameForm, access.usernameUnknown, access.roleHeld (409)
 */
export function giveWide(pool: Pool, wish: NewWide, now: Date): Promise<{ made: boolean }> {
  return transaction(pool, async (client) => {
    const made = wish.name !== '';
    const accountId = made
      ? await addAccount(client, { ...wish, isExample: false }, now)
      : await accountNamed(client, wish.username);
    const { role, regionCode, reason, until, by } = wish;
    const same = (one: HeldWide) =>
      one.accountId === accountId && one.role === role && one.regionCode === regionCode && !one.endedAt;
    if ((await wideGrants(client, now)).some(same)) throw new Refusal('access.roleHeld', 409);
    const grant = { id: newId(now), accountId, role, regionCode, reason, by, now, until };
    await exec(client, sql.addWideGrant, grant);
    return { made };
  });
}

async function accountNamed(client: ClientBase, username: string): Promise<string> {
  const found = await maybe(client, sql.accountNamed, { username }, z.object({ id: z.string() }));
  if (!found) throw new Refusal('access.usernameUnknown');
  return found.id;
}

/**
 * Of two stewards who end each other at once one is refused: the transaction is serializable.
 * @throws Refusal access.grantUnknown (404), access.roleEnded (409), access.lastSteward (409)
 */
export function endWide(
  pool: Pool,
  { grantId, reason, by }: { grantId: string; reason: string; by: string },
  now: Date,
): Promise<void> {
  return transaction(
    pool,
    async (client) => {
      const all = await wideGrants(client, now);
      const found = all.find(({ id }) => id === grantId);
      if (!found) throw new Refusal('access.grantUnknown', 404);
      if (found.endedAt) throw new Refusal('access.roleEnded', 409);
      const stays = (one: HeldWide) =>
        one.role === 'steward' && !one.endedAt && !one.until && one.id !== grantId;
      if (found.role === 'steward' && !all.some(stays)) throw new Refusal('access.lastSteward', 409);
      if ((await exec(client, sql.endWideGrant, { grantId, reason, by, now })) === 0)
        throw new Refusal('access.roleEnded', 409);
    },
    { mode: 'isolation level serializable' },
  );
}
