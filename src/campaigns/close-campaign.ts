import type { ClientBase } from 'pg';
import { exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql } from './campaign.ts';
import { checkLine } from './check-campaign.ts';
import { holdCampaign } from './hold.ts';
import { refuseProblems } from './problem.ts';

export interface Closing {
  agencyId: string;
  campaignId: string;
  reason: string;
  by: string;
}

/**
 * From now on nobody signs. What was signed stays.
 * @throws Refusal campaigns.noReason, campaigns.notOpen (409), campaigns.closed (409)
 */
export async function closeCampaign(client: ClientBase, closing: Closing, now: Date): Promise<void> {
  const { agencyId, campaignId, reason, by } = closing;
  if (reason === '') throw new Refusal('campaigns.noReason');
  refuseProblems(checkLine('reason', reason, 1000));
  const campaign = await holdCampaign(client, agencyId, campaignId);
  if (campaign.state === 'preparing') throw new Refusal('campaigns.notOpen', 409);
  if ((await exec(client, sql.addClosing, { ...closing, now })) === 0)
    throw new Refusal('campaigns.closed', 409);
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'campaign.closed',
    subject: campaignId,
    data: { reason },
  });
}
