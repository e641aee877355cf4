import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, maybe, queries } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { tell } from '../tell.ts';
import sqlText from './mail.sql';

export const sql = queries(sqlText);

const MailOf = z.object({ id: z.string(), address: z.string().nullable(), proved: z.boolean() });

/** An account's address. It is signed in by only where an officer entered it or its owner proved it. */
export interface AccountMail {
  id: string;
  address: string;
  proved: boolean;
}

export async function mailOf(client: Client, accountId: string): Promise<AccountMail | null> {
  const found = await maybe(client, sql.mailOf, { accountId }, MailOf);
  return found?.address ? { ...found, address: found.address } : null;
}

const ADDRESS = /^[^\s@<>"',;:()[\]\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * The account's address from now on; an empty one takes it away. In reach: all.
 * @returns its id, or null where nothing changed @throws Refusal access.mailForm
 */
export async function enterMail(
  client: ClientBase,
  wish: { accountId: string; address: string; by: string },
  at: Date,
): Promise<string | null> {
  const { accountId, by } = wish;
  const address = wish.address.trim() || null;
  if (address && (address.length > 200 || !ADDRESS.test(address))) throw new Refusal('access.mailForm');
  const before = await mailOf(client, accountId);
  if ((before?.address ?? null) === address && (before?.proved ?? true)) return null;
  const id = newId(at);
  await exec(client, sql.addMail, { accountId, id, address, by, now: at });
  // The address itself is not for the trail, which auditors read.
  await tell(client, { accountId, at, kind: 'account.mailChanged', by, data: { removed: address === null } });
  return id;
}
