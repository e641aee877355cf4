import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, maybe, queries } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import sqlText from './humans.sql';

const sql = queries(sqlText);

/** Whether two actors (`account:ID`) are one human, as far as the institution has said whose accounts they are. */
export async function sameHuman(
  client: Client,
  agencyId: string,
  one: string,
  other: string,
): Promise<boolean> {
  if (one === other) return true;
  const [a, b] = [await personOf(client, agencyId, one), await personOf(client, agencyId, other)];
  return a !== null && a === b;
}

/** So long after somebody was let into an account by another, the two are not two. */
export const HAND_DAYS = 7;

/**
 * Whether one hand may hold both: an account that was made, or given a password, an address or a name at the provider,
 * by somebody else can be entered by them. Attacker: an officer alone, who makes the second account, or takes over a
 * colleague's, and approves; through others too. After a week the trail had time to be read.
 */
export async function sameHand(
  client: Client,
  agencyId: string,
  one: string,
  other: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - HAND_DAYS * 86_400_000);
  const found = await maybe(
    client,
    sql.sameHand,
    { agencyId, one, other, since },
    z.object({ same: z.boolean() }),
  );
  return found?.same === true;
}

async function personOf(client: Client, agencyId: string, by: string): Promise<string | null> {
  const accountId = by.replace(/^account:/, '');
  const shape = z.object({ personId: z.string().nullable() });
  return (await maybe(client, sql.personOf, { agencyId, accountId }, shape))?.personId ?? null;
}

const Tie = z.object({ accountId: z.string(), personId: z.string().nullable(), name: z.string().nullable() });
export type Tie = z.output<typeof Tie>;

/** Which accounts were tied to which people of the roster. */
export async function tiesAt(client: Client, agencyId: string): Promise<Tie[]> {
  return (await many(client, sql.tiesAt, { agencyId }, Tie)).filter(({ personId }) => personId !== null);
}

export interface NewTie {
  agencyId: string;
  accountId: string;
  /** null unties. */
  personId: string | null;
  by: string;
}

export async function tieAccount(client: ClientBase, tie: NewTie, now: Date): Promise<void> {
  await exec(client, sql.tie, { ...tie, id: newId(now), now });
}
