import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, maybe, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './reminders.sql';

export const sql = queries(sqlText);

const Plan = z.object({
  isOn: z.boolean(),
  /** Working days after the opening until the first, then between two. */
  firstDays: z.number(),
  everyDays: z.number(),
  /** Most messages to one person on one channel. */
  cap: z.number(),
  /** Whole hours of the institution's own clock between which something may be sent. */
  fromHour: z.number(),
  untilHour: z.number(),
  /** From so many working days before the deadline, where less than so many percent have signed; 0 days: never. */
  unitDays: z.number(),
  unitShare: z.number(),
  headDays: z.number(),
  headShare: z.number(),
  byMail: z.boolean(),
  /** Whether a message holds a personal link. Without it people sign by the slip from their unit. */
  withLink: z.boolean(),
  replyTo: z.string().nullable(),
  /** Where a gateway takes messages; null: none. */
  hookUrl: z.string().nullable(),
  hookSerial: z.number(),
});
export type Plan = z.output<typeof Plan>;

const Kept = Plan.extend({ version: z.number(), setBy: z.string(), setAt: z.date() });
export type KeptPlan = z.output<typeof Kept>;

/** What the form shows where nobody has set anything: nothing is sent. */
export const UNSET: Plan = {
  ...{ isOn: false, firstDays: 3, everyDays: 3, cap: 3, fromHour: 7, untilHour: 17 },
  ...{ unitDays: 5, unitShare: 80, headDays: 2, headShare: 90 },
  ...{ byMail: true, withLink: true, replyTo: null, hookUrl: null, hookSerial: 1 },
};

/** The newest plan; null where there is none. */
export function planOf(client: Client, agencyId: string, campaignId: string): Promise<KeptPlan | null> {
  return maybe(client, sql.newestPlan, { agencyId, campaignId }, Kept);
}

/**
 * A new row, whole. What was to be sent under the older plan is not taken up any more.
 * @throws Refusal reminders.savedMeanwhile (409)
 */
export async function setPlan(
  client: ClientBase,
  given: { agencyId: string; campaignId: string; by: string; plan: Plan },
  now: Date,
): Promise<void> {
  const { agencyId, campaignId, by, plan } = given;
  if ((await exec(client, sql.addPlan, { agencyId, campaignId, ...plan, by, now })) === 0)
    throw new Refusal('reminders.savedMeanwhile', 409);
  await exec(client, sql.wakeTurns, { agencyId, campaignId, now });
  const data = { ...plan };
  await happened(client, {
    ...{ agencyId, at: now, actor: by, kind: 'reminders.planned', subject: campaignId, data },
  });
}
