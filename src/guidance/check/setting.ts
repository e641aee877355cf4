import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, maybe, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './check.sql';

export const sql = queries(sqlText);

/** `on`: offered, never in the way. `required`: to be passed in this browser before signing by the personal link. */
export const MODES = ['off', 'on', 'required'] as const;
export type Mode = (typeof MODES)[number];

const Setting = z.object({ isOn: z.boolean(), required: z.boolean() });

/** Off where nobody ever set it. */
export async function checkSetting(client: Client, agencyId: string, campaignId: string): Promise<Mode> {
  const found = await maybe(client, sql.setting, { agencyId, campaignId }, Setting);
  if (!found?.isOn) return 'off';
  return found.required ? 'required' : 'on';
}

/** Adds the setting as a row and tells it. @throws Refusal guidance.noSuchCampaign (404) */
export async function setCheck(
  client: ClientBase,
  setting: { agencyId: string; campaignId: string; mode: Mode; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, campaignId, mode, by } = setting;
  const row = { isOn: mode !== 'off', required: mode === 'required' };
  const added = await exec(client, sql.addSetting, { agencyId, campaignId, id: newId(now), by, now, ...row });
  if (added === 0) throw new Refusal('guidance.noSuchCampaign', 404);
  await happened(client, {
    ...{ agencyId, at: now, actor: by, kind: 'guidance.checkSet', subject: campaignId },
    data: { mode },
  });
}
