import type { ClientBase, Pool } from 'pg';
import { exec, maybe, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import type { Account } from '../platform/http/visit.ts';
import { newId } from '../platform/ids.ts';
import { createLimiter } from '../platform/limit.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql as accountSql } from './accounts.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { agenciesOfAccount, sql } from './roles.ts';
import { endOtherSessions } from './sessions/sessions.ts';
import { sql as waysSql } from './ways/sql.ts';

const SHORTEST = 10;
const LONGEST = 200;

/** Attacker: somebody at a screen that was left signed in, who guesses the password to keep the account. */
const tries = createLimiter(5, 60_000);

export interface OwnChange {
  old: string;
  next: string;
  again: string;
  /** The session that goes on; all others of the account end. */
  token: string;
}

/** @throws Refusal access.slowDown (429), access.oldWrong, access.passwordShort, access.passwordLong, access.passwordAgain */
export async function changeOwnPassword(
  pool: Pool,
  account: Account,
  wish: OwnChange,
  now: Date,
): Promise<void> {
  const { id: accountId, username } = account;
  if (wish.next.length < SHORTEST) throw new Refusal('access.passwordShort');
  if (wish.next.length > LONGEST) throw new Refusal('access.passwordLong', 422, { limit: LONGEST });
  if (wish.next !== wish.again) throw new Refusal('access.passwordAgain');
  if (!tries.take(accountId, now)) throw new Refusal('access.slowDown', 429);
  const found = await maybe(pool, accountSql.accountByUsername, { username });
  if (!found || !(await passwordMatches(wish.old, found.hash as string)))
    throw new Refusal('access.oldWrong');
  tries.forget(accountId);
  const hash = await hashPassword(wish.next);
  const by = `account:${accountId}`;
  await transaction(pool, async (client) => {
    await keep(client, { accountId, hash, by, keep: wish.token }, now);
    const kind = 'account.passwordChanged';
    for (const agencyId of await agenciesOfAccount(client, accountId, now))
      await happened(client, { agencyId, at: now, actor: by, kind, subject: accountId, data: { username } });
  });
}

/**
 * A new password that an officer gives; every session of the account ends. Only where the account works for no other
 * institution. Attacker: an officer of one institution who wants into another through a shared account.
 * @throws Refusal access.worksElsewhere (403)
 */
export async function resetPassword(
  client: ClientBase,
  wish: { agencyId: string; accountId: string; password: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, accountId, password, by } = wish;
  await requireOnlyHere(client, { agencyId, accountId }, now);
  await keep(client, { accountId, hash: await hashPassword(password), by, keep: null }, now);
}

/**
 * In reach: all. Attacker: an officer of one institution who wants into another, or to the nation's figures, through a
 * shared account. @throws Refusal access.worksElsewhere (403)
 */
export async function requireOnlyHere(
  client: ClientBase,
  place: { agencyId: string; accountId: string },
  now: Date,
): Promise<void> {
  if (!(await worksOnlyHere(client, place, now))) throw new Refusal('access.worksElsewhere', 403);
}

/** Whether `requireOnlyHere` would let an officer of this institution go on. In reach: all. */
export async function worksOnlyHere(
  client: ClientBase,
  place: { agencyId: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const here = await agenciesOfAccount(client, place.accountId, now);
  const wide = await maybe(client, waysSql.wideHeld, { accountId: place.accountId, now });
  return here.length === 1 && here[0] === place.agencyId && !wide;
}

interface Kept {
  accountId: string;
  hash: string;
  by: string;
  /** The token of the session that goes on. */
  keep: string | null;
}

async function keep(client: ClientBase, { accountId, hash, by, keep }: Kept, now: Date): Promise<void> {
  await exec(client, sql.addPasswordChange, { accountId, id: newId(now), hash, by, now });
  await endOtherSessions(client, accountId, keep);
}
