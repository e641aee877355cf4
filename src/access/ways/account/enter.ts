import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, maybe } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql } from '../sql.ts';
import { tell } from '../tell.ts';

const Id = z.object({ id: z.string() });
const Value = z.object({ value: z.string().nullable() });

/** What the provider calls this account; null where nobody entered it. */
export async function claimOf(client: Client, accountId: string): Promise<string | null> {
  return (await maybe(client, sql.claimOf, { accountId }, Value))?.value ?? null;
}

/**
 * From now on the account is found by this value of the provider's claim; an empty one takes it away. In reach: all.
 * @throws Refusal access.claimTaken (409), access.claimLong
 */
export async function enterClaim(
  client: ClientBase,
  wish: { accountId: string; value: string; by: string },
  at: Date,
): Promise<void> {
  const { accountId, by } = wish;
  const value = wish.value.trim() || null;
  if (value && value.length > 200) throw new Refusal('access.claimLong');
  if ((await claimOf(client, accountId)) === value) return;
  const holders = value ? await many(client, sql.accountsByClaim, { value }, Id) : [];
  if (holders.some(({ id }) => id !== accountId)) throw new Refusal('access.claimTaken', 409);
  // Whoever came with the old value at a provider is not held to with the new one.
  await exec(client, sql.dropIdentities, { accountId });
  await exec(client, sql.addClaim, { accountId, id: newId(at), value, by, now: at });
  await tell(client, { accountId, at, kind: 'account.claimChanged', by, data: { removed: value === null } });
}
