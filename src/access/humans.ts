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
