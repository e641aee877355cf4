import type { ClientBase } from 'pg';
import { exec, one } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import { type Channel, channelOf, sql } from './channel.ts';

export const KEEP_DAYS = { least: 30, most: 3660, usual: 730 } as const;

export interface ChannelWish {
  agencyId: string;
  state: Channel['state'];
  keepDays: number;
  by: string;
}

/**
 * Opens, closes, or changes for how long. One at a time for an institution, so that the newest row is the last word.
 * @param recipients how many receive reports now, by the chain that was checked
 * @throws Refusal reporting.keepDays, reporting.noRecipient (422)
 */
export async function setChannel(
  client: ClientBase,
  wish: ChannelWish,
  recipients: number,
  at: Date,
): Promise<void> {
  const { agencyId, state, keepDays, by } = wish;
  if (!Number.isInteger(keepDays) || keepDays < KEEP_DAYS.least || keepDays > KEEP_DAYS.most)
    throw new Refusal('reporting.keepDays');
  if (state === 'open' && recipients === 0) throw new Refusal('reporting.noRecipient');
  await one(client, sql.lockAgency, { agencyId });
  const before = await channelOf(client, agencyId);
  if (before?.state === state && before.keepDays === keepDays) return;
  await exec(client, sql.setChannel, { ...wish, id: newRandomId(), at });
  const change = { agencyId, at, actor: by, data: { keepDays } };
  if (state === 'open') {
    await recorded(client, { ...change, caseId: null, kind: 'channel.opened' });
    await happened(client, { ...change, kind: 'channel.opened', subject: agencyId });
  } else {
    await recorded(client, { ...change, caseId: null, kind: 'channel.closed' });
    await happened(client, { ...change, kind: 'channel.closed', subject: agencyId });
  }
}
