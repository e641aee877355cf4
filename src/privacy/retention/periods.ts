import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './retention.sql';
import { RULE_IDS, RULES, type Rule, SETTABLE } from './rules.ts';

export const sql = queries(sqlText);

const Own = z.object({ rule: z.enum(RULE_IDS), days: z.number(), source: z.string(), setAt: z.date() });

/** A rule as it holds at one institution: its own period and ground, or the program's choice. */
export interface Held extends Omit<Rule, 'ground'> {
  /** Null: the program's choice. */
  readonly source: string | null;
}

export async function periodsOf(client: Client, agencyId: string): Promise<Held[]> {
  const rows = await many(client, sql.periods, { agencyId }, Own);
  const own = new Map(rows.map((row) => [row.rule, row]));
  return RULES.map(({ ground: _, ...rule }) => {
    const set = own.get(rule.id);
    return { ...rule, days: set?.days ?? rule.days, source: set?.source ?? null };
  });
}

/** @throws Refusal privacy.badPeriod, privacy.noSource */
export async function setPeriod(
  client: ClientBase,
  period: { agencyId: string; rule: string; days: string; source: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, source, by } = period;
  const rule = SETTABLE.find((id) => id === period.rule);
  if (!rule || !/^\d{1,5}$/.test(period.days) || Number(period.days) > 36_525)
    throw new Refusal('privacy.badPeriod');
  if (source === '') throw new Refusal('privacy.noSource');
  const days = Number(period.days);
  await exec(client, sql.addPeriod, { agencyId, id: newId(now), rule, days, source, by, now });
  const data = { text: source, count: days };
  await happened(client, { agencyId, at: now, actor: by, kind: 'privacy.periodSet', subject: rule, data });
}
