import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { useApproval } from '../approvals.ts';
import { SCOPES, type Scope, WHOLE_SCOPES, WRITE_SCOPES } from './scopes.ts';
import { hashOf, newToken } from './secret.ts';
import sqlText from './tokens.sql';

export const sql = queries(sqlText);

export interface NewToken {
  agencyId: string;
  name: string;
  scopes: readonly Scope[];
  /** null: the whole institution */
  unitId: string | null;
  reason: string;
  until: Date;
  by: string;
}

/**
 * Makes a token. One that may change something needs what two people want: the approval is used up with it.
 * @returns the token itself, which is never told again
 * @throws Refusal tokens.unitScope; of approvals where none stands
 */
export async function makeToken(client: ClientBase, wish: NewToken, now: Date): Promise<string> {
  const { agencyId, name, scopes, unitId, reason, until, by } = wish;
  if (unitId !== null && scopes.some((scope) => WHOLE_SCOPES.includes(scope)))
    throw new Refusal('tokens.unitScope');
  if (mayWrite(scopes))
    await useApproval(client, { agencyId, kind: 'token.write', subject: approvalSubject(wish), by }, now);
  const id = newId(now);
  const token = newToken();
  await exec(client, sql.addToken, {
    ...{ agencyId, id, name, hash: hashOf(token), scopes, unitId, reason, by, now, until },
  });
  const data = { name, scopes: scopes.join(', '), until: until.toISOString().slice(0, 10) };
  await happened(client, { agencyId, at: now, actor: by, kind: 'token.made', subject: id, data });
  return token;
}

export function mayWrite(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => WRITE_SCOPES.includes(scope));
}

/** What the second person reads and approves: exactly this token and no wider one. */
export function approvalSubject({ name, scopes, unitId }: Pick<NewToken, 'name' | 'scopes' | 'unitId'>) {
  return `${name}: ${SCOPES.filter((scope) => scopes.includes(scope)).join(', ')} (${unitId ?? '*'})`;
}

/** From now on it opens nothing. @throws Refusal tokens.ended (409), also where there never was one */
export async function endToken(
  client: ClientBase,
  ending: { agencyId: string; id: string; reason: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, id, reason, by } = ending;
  if ((await exec(client, sql.endToken, { agencyId, id, reason, by, now })) === 0)
    throw new Refusal('tokens.ended', 409);
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'token.ended',
    subject: id,
    data: { reason },
  });
}

const Listed = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  unitId: z.string().nullable(),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: z.date(),
  until: z.date(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  /** The last day on which it asked, YYYY-MM-DD of UTC. */
  lastDay: z.string().nullable(),
});
export type ListedToken = z.output<typeof Listed>;

/** The newest first; ended ones stay listed. */
export function tokensOf(client: Client, agencyId: string): Promise<ListedToken[]> {
  return many(client, sql.tokensOf, { agencyId }, Listed);
}
