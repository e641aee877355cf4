import type { ClientBase } from 'pg';
import { z } from 'zod';
import { exec, many, queries, textArray } from '../platform/db/index.ts';
import sqlText from './tally.sql';

const sql = queries(sqlText);

/** One campaign of one institution. */
export interface TallyOf {
  agencyId: string;
  campaignId: string;
}

/** The audience was pinned: everybody counts, nobody has a fact. In the transaction of the opening. */
export async function tallyOpening(client: ClientBase, agencyId: string, campaignId: string): Promise<void> {
  await exec(client, sql.addOpening, { agencyId, campaignId });
}

/** People were added to the audience later. In the transaction that adds them. */
export async function tallyAdded(
  client: ClientBase,
  { agencyId, campaignId, persons }: TallyOf & { persons: readonly string[] },
): Promise<void> {
  if (persons.length > 0)
    await exec(client, sql.addAudience, { agencyId, campaignId, persons: textArray(persons) });
}

export interface JustSigned {
  personId: string;
  at: Date;
}

/** These people have just signed, each for the first time. In the transaction of the signatures: one round trip. */
export async function tallySigned(
  client: ClientBase,
  { agencyId, campaignId }: TallyOf,
  signed: readonly JustSigned[],
): Promise<void> {
  if (signed.length === 0) return;
  await exec(client, sql.count, {
    ...{ agencyId, campaignId, kept: EVERY },
    persons: textArray(signed.map(({ personId }) => personId)),
    facts: textArray(signed.map(() => SIGNED)),
    times: textArray(signed.map(({ at }) => at.toISOString())),
  });
}

/**
 * Facts other than signing changed (declining, exemption, attendance, symbolic signing): they are read anew from where
 * they are kept. After the change, in its transaction.
 */
export async function tallyFacts(
  client: ClientBase,
  { agencyId, campaignId, persons }: TallyOf & { persons: readonly string[] },
): Promise<void> {
  if (persons.length === 0) return;
  await exec(client, sql.hold, { agencyId, campaignId });
  const among = { agencyId, campaignId, persons: textArray([...new Set(persons)]) };
  const found = await many(client, sql.standing, among, Standing);
  if (found.length === 0) return;
  await exec(client, sql.count, {
    ...{ agencyId, campaignId, kept: SIGNED, times: '{}' },
    persons: textArray(found.map(({ personId }) => personId)),
    facts: textArray(found.map(({ facts }) => facts)),
  });
}

const Standing = z.object({ personId: z.string(), facts: z.number() });

/** Bits of tally.person. */
const SIGNED = 1;
const EVERY = 31;
