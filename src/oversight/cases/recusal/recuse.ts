import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recorded } from '../../events/record.ts';
import { sql } from './sql.ts';

export interface Recused {
  agencyId: string;
  caseId: string;
  accountIds: readonly string[];
  /**
   * The accused and their superiors stand under the same word: which of them is reported is in no table, for that would
   * tie the case to a person for whoever reads the database.
   */
  why: 'superior' | 'own-word';
  by: string;
}

/**
 * Keeps these accounts from the case, and ends the access that they hold. Somebody must be left who can read it: the case
 * would be sealed for ever otherwise.
 * @throws Refusal cases.nobodyLeft (422)
 */
export async function recuse(client: ClientBase, recused: Recused, now: Date): Promise<void> {
  const { agencyId, caseId, accountIds, why, by } = recused;
  if (accountIds.length === 0) return;
  const place = { agencyId, caseId };
  const left = (await seeing(client, place)).filter((id) => !accountIds.includes(id));
  if (left.length === 0) throw new Refusal('cases.nobodyLeft', 422);
  for (const accountId of accountIds)
    await exec(client, sql.addRecusal, { ...place, accountId, why, by, now });
  await exec(client, sql.endAccessOf, { ...place, accountIds, by, now });
  const data = { why, accounts: accountIds.length };
  await recorded(client, { ...place, at: now, actor: by, kind: 'case.recused', data });
}

/** Accounts that see the case now. */
export async function seeing(
  client: Client,
  place: { agencyId: string; caseId: string },
): Promise<readonly string[]> {
  return (await many(client, sql.seeing, place, z.object({ id: z.string() }))).map(({ id }) => id);
}

const Recusal = z.object({
  accountId: z.string(),
  why: z.enum(['reported', 'superior', 'own-word', 'reporter-asked']),
  at: z.date(),
  name: z.string().nullable(),
});
export type Recusal = z.output<typeof Recusal>;

export function recusalsOf(client: Client, place: { agencyId: string; caseId: string }): Promise<Recusal[]> {
  return many(client, sql.recusals, place, Recusal);
}
