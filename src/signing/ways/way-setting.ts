import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './ways.sql';

export const sql = queries(sqlText);

/** Ways beside typing one's name on the personal page or the shared tablet, which no campaign can turn off. */
export const WAYS = ['passkey', 'code', 'bsre', 'ink'] as const;
export type Way = (typeof WAYS)[number];
export type WaysOn = Readonly<Record<Way, boolean>>;

/** A campaign that nobody set: what costs the institution nothing is on. A code still needs a mail server. */
export const UNSET: WaysOn = { passkey: true, code: true, bsre: false, ink: false };

const Setting = z.object({ way: z.enum(WAYS), isOn: z.boolean() });

/** What the campaign allows; whether this installation can do it is another question. */
export async function waysOn(client: Client, agencyId: string, campaignId: string): Promise<WaysOn> {
  const found = await many(client, sql.waySettings, { agencyId, campaignId }, Setting);
  return { ...UNSET, ...Object.fromEntries(found.map(({ way, isOn }) => [way, isOn])) };
}

/** @throws Refusal signing.wayOff (409) */
export async function requireWay(
  client: Client,
  agencyId: string,
  campaignId: string,
  way: Way,
): Promise<void> {
  const on = await waysOn(client, agencyId, campaignId);
  if (!on[way]) throw new Refusal('signing.wayOff', 409);
}

/** Adds a row for each way that changes, and tells it. @throws Refusal campaigns.unknown (404) */
export async function setWays(
  client: ClientBase,
  setting: { agencyId: string; campaignId: string; on: WaysOn; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, campaignId, on, by } = setting;
  const before = await waysOn(client, agencyId, campaignId);
  for (const way of WAYS.filter((one) => on[one] !== before[one])) {
    const row = { agencyId, campaignId, way, settingId: newId(now), isOn: on[way], by, now };
    const added = await exec(client, sql.addWaySetting, row);
    if (added === 0) throw new Refusal('campaigns.unknown', 404);
    const data = { way, isOn: on[way] };
    await happened(client, { agencyId, at: now, actor: by, kind: 'way.set', subject: campaignId, data });
  }
}
