import { z } from 'zod';
import { type Client, many, one, type Query } from '../../platform/db/index.ts';
import { keepUntil } from './keep-until.ts';
import { type Held, periodsOf, sql } from './periods.ts';

const DAY = 86_400_000;
const Count = z.object({ count: z.number() });
const Campaign = z.object({
  ...{ id: z.string(), title: z.string(), electionId: z.string(), deadline: z.date(), count: z.number() },
});

/** How many things of a rule are past their time now. */
export interface Due extends Held {
  count: number;
}
/** The pacts of a campaign, and until when they are kept. */
export interface PactsHeld {
  id: string;
  title: string;
  count: number;
  until: Date;
}

export async function dueAt(
  client: Client,
  agencyId: string,
  now: Date,
): Promise<{ rules: Due[]; pacts: PactsHeld[] }> {
  const periods = await periodsOf(client, agencyId);
  const days = periods.find(({ id }) => id === 'pact')?.days ?? 0;
  const rows = await many(client, sql.pactsHeld, { agencyId }, Campaign);
  const pacts = rows.map(({ id, title, count, ...campaign }) => ({
    ...{ id, title, count },
    until: keepUntil(campaign, days),
  }));
  const rules: Due[] = [];
  for (const rule of periods) {
    const over = pacts.filter(({ until }) => until <= now);
    const count =
      rule.id === 'pact'
        ? over.reduce((sum, one) => sum + one.count, 0)
        : await countOf(client, agencyId, rule, now);
    rules.push({ ...rule, count });
  }
  return { rules, pacts };
}

async function countOf(client: Client, agencyId: string, rule: Held, now: Date): Promise<number> {
  const query = sql[`due${blockOf(rule)}`] as Query;
  const values = { agencyId, before: beforeOf(rule, now) };
  return (
    await one(client, query, query.params.includes('agencyId') ? values : { before: values.before }, Count)
  ).count;
}

/** `sign-code` as in the names of blocks: `SignCode`. */
export function blockOf({ id }: Held): string {
  return id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
}

export function beforeOf({ days }: Held, now: Date): Date {
  return new Date(now.getTime() - days * DAY);
}
