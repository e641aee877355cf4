import type { ClientBase, Pool } from 'pg';
import {
  actor,
  addAccount,
  addGrant,
  addRole,
  endRole,
  type Role,
  resetPassword,
  rolesOf,
  type Staff,
} from '../../access/index.ts';
import { forAll, one, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { agencyOn } from '../agency.ts';
import { sql } from '../sql.ts';
import { unitsOf } from '../unit.ts';

/** A role, for the whole institution (null) or a unit and what is below it. */
export interface Place {
  role: Role;
  unitId: string | null;
  /** Why it is given. */
  why: string;
  /** null: until it is ended */
  until: Date | null;
}

export interface NewStaff extends Place {
  name: string;
  username: string;
  password: string;
}

/**
 * A new account with its first role. Accounts of an example end with the examples.
 * @returns its id
 * @throws Refusal access.usernameTaken (409), access.usernameForm, accounts.unitUnknown, accounts.unitMissing
 */
export function addStaff(pool: Pool, staff: Staff, wish: NewStaff, now: Date): Promise<string> {
  const { name, username, password, role, unitId, why, until } = wish;
  return locked(pool, staff, now, async (client, told) => {
    const unit = await placed(client, staff.agencyId, wish);
    const { isExample } = await agencyOn(client, staff.agencyId, null);
    const accountId = await addAccount(client, { name, username, password, isExample }, now);
    const { agencyId } = staff;
    const grant = { agencyId, accountId, role, unitId, by: actor(staff), reason: why, until };
    await addGrant(client, grant, now);
    await happened(client, {
      ...told(now, accountId),
      kind: 'account.added',
      data: { username, role, unit, reason: why, until },
    });
    return accountId;
  });
}

/** @throws Refusal access.accountUnknown (404), access.roleHeld (409), accounts.unitUnknown, accounts.unitMissing */
export function giveRole(pool: Pool, staff: Staff, accountId: string, place: Place, now: Date) {
  const { agencyId } = staff;
  return locked(pool, staff, now, async (client, told) => {
    const unit = await placed(client, agencyId, place);
    const { role, unitId, why, until } = place;
    const grant = { agencyId, accountId, role, unitId, by: actor(staff), reason: why, until };
    await addRole(client, grant, now);
    const username = await usernameOf(client, agencyId, accountId, now);
    const data = { username, role, unit, reason: why, until };
    await happened(client, { ...told(now, accountId), kind: 'account.roleAdded', data });
  });
}

/** @throws Refusal access.accountUnknown (404), access.roleEnded (409), access.lastOfficer (409) */
export function takeRole(
  pool: Pool,
  staff: Staff,
  wish: { accountId: string; grantId: string; reason: string },
  now: Date,
): Promise<void> {
  const { agencyId } = staff;
  return locked(pool, staff, now, async (client, told) => {
    const { username, role, unitId } = await endRole(client, { agencyId, ...wish, by: actor(staff) }, now);
    const unit = (await unitsOf(client, agencyId)).find(({ id }) => id === unitId)?.name ?? null;
    const data = { username, role, unit, reason: wish.reason };
    await happened(client, { ...told(now, wish.accountId), kind: 'account.roleEnded', data });
  });
}

/**
 * In reach of all institutions, since it is refused where the account works for another.
 * @throws Refusal access.accountUnknown (404), access.worksElsewhere (403)
 */
export function givePassword(
  pool: Pool,
  staff: Staff,
  wish: { accountId: string; password: string },
  now: Date,
): Promise<void> {
  const { agencyId } = staff;
  return forAll(() =>
    locked(pool, staff, now, async (client, told) => {
      const username = await usernameOf(client, agencyId, wish.accountId, now);
      await resetPassword(client, { agencyId, ...wish, by: actor(staff) }, now);
      const data = { username };
      await happened(client, { ...told(now, wish.accountId), kind: 'account.passwordReset', data });
    }),
  );
}

type Told = (at: Date, subject: string) => { agencyId: string; at: Date; actor: string; subject: string };

/** Behind the row of the institution, by somebody who is its officer still: another may just have ended that role. */
export function locked<T>(
  pool: Pool,
  staff: Staff,
  now: Date,
  work: (client: ClientBase, told: Told) => Promise<T>,
): Promise<T> {
  const { agencyId, account } = staff;
  return transaction(pool, async (client) => {
    await one(client, sql.lockAgency, { agencyId });
    const own = await rolesOf(client, agencyId, account.id, now);
    const still = own.some(({ role, unitId, endedAt }) => role === 'officer' && unitId === null && !endedAt);
    if (!still) throw new Refusal('access.notYours', 403);
    return work(client, (at, subject) => ({ agencyId, at, actor: actor(staff), subject }));
  });
}

/** @returns the name of the unit, or null for the whole institution */
async function placed(
  client: ClientBase,
  agencyId: string,
  { role, unitId }: Pick<Place, 'role' | 'unitId'>,
): Promise<string | null> {
  if (unitId === null && role === 'operator') throw new Refusal('accounts.unitMissing');
  if (unitId === null) return null;
  const unit = (await unitsOf(client, agencyId)).find(({ id }) => id === unitId);
  if (!unit) throw new Refusal('accounts.unitUnknown');
  return unit.name;
}

export async function usernameOf(
  client: ClientBase,
  agencyId: string,
  accountId: string,
  now: Date,
): Promise<string> {
  const [role] = await rolesOf(client, agencyId, accountId, now);
  return role?.username as string;
}
