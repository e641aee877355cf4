import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, one, queries } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { addGrant, type NewGrant, ROLES } from './accounts.ts';
import sqlText from './roles.sql';

export const sql = queries(sqlText);

const HeldRole = z.object({
  id: z.string(),
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  isExample: z.boolean(),
  role: z.enum(ROLES),
  /** null: the whole institution */
  unitId: z.string().nullable(),
  since: z.date(),
  givenBy: z.string().nullable(),
  reason: z.string().nullable(),
  until: z.date().nullable(),
  /** When it was ended, or when its time was over. */
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
});
/** One role of one account at an institution, those that were ended included. */
export type HeldRole = z.output<typeof HeldRole>;

/** By name of the account, then by time. */
export function rolesAt(client: Client, agencyId: string, now: Date): Promise<HeldRole[]> {
  return many(client, sql.grantsAt, { agencyId, accountId: null, now }, HeldRole);
}

/** @throws Refusal access.accountUnknown (404) where the account never had a role here */
export async function rolesOf(
  client: Client,
  agencyId: string,
  accountId: string,
  now: Date,
): Promise<HeldRole[]> {
  const roles = await many(client, sql.grantsAt, { agencyId, accountId, now }, HeldRole);
  if (roles.length === 0) throw new Refusal('access.accountUnknown', 404);
  return roles;
}

/**
 * One more role for an account that has or had one here. Owner: whoever holds the row lock of the institution.
 * @throws Refusal access.accountUnknown (404), access.roleHeld (409)
 */
export async function addRole(client: ClientBase, grant: NewGrant, now: Date): Promise<void> {
  const held = await rolesOf(client, grant.agencyId, grant.accountId, now);
  const same = (one: HeldRole) => one.role === grant.role && one.unitId === grant.unitId;
  if (held.some((one) => !one.endedAt && same(one))) throw new Refusal('access.roleHeld', 409);
  await addGrant(client, grant, now);
}

export interface Ending {
  agencyId: string;
  accountId: string;
  grantId: string;
  reason: string;
  by: string;
}

/**
 * Ends a role; from now on no request is answered by it. Owner: whoever holds the row lock of the institution, so that
 * two officers cannot end each other at once.
 * @returns the role that was ended
 * @throws Refusal access.accountUnknown (404), access.roleEnded (409), access.lastOfficer (409)
 */
export async function endRole(client: ClientBase, ending: Ending, now: Date): Promise<HeldRole> {
  const { agencyId, accountId, grantId, reason, by } = ending;
  const found = (await rolesOf(client, agencyId, accountId, now)).find(({ id }) => id === grantId);
  if (!found) throw new Refusal('access.accountUnknown', 404);
  if (found.endedAt || (await exec(client, sql.endGrant, { agencyId, grantId, reason, by, now })) === 0)
    throw new Refusal('access.roleEnded', 409);
  const { count } = await one(client, sql.countWholeOfficers, { agencyId }, z.object({ count: z.number() }));
  if (count === 0 && found.role === 'officer') throw new Refusal('access.lastOfficer', 409);
  return found;
}

/** The institutions where the account has a role today. Asked across institutions: where the database separates them, the caller is in reach of all. */
export async function agenciesOfAccount(client: Client, accountId: string, now: Date): Promise<string[]> {
  const rows = await many(client, sql.agenciesOfAccount, { accountId, now }, z.object({ id: z.string() }));
  return rows.map(({ id }) => id);
}
