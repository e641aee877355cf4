import type { ClientBase } from 'pg';
import { exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql, type TextKind } from './campaign.ts';
import { checkLine } from './check-campaign.ts';
import { textsOf } from './find-campaign.ts';
import { holdCampaign } from './hold.ts';
import { refuseProblems } from './problem.ts';

export interface Withdrawal {
  agencyId: string;
  campaignId: string;
  kind: TextKind;
  version: number;
  reason: string;
  by: string;
}

/**
 * From now on nobody can sign this version; what was signed with it stays.
 * @throws Refusal campaigns.textUnknown (404), campaigns.textAlreadyWithdrawn (409), campaigns.noReason
 */
export async function withdrawText(client: ClientBase, withdrawal: Withdrawal, now: Date): Promise<void> {
  const { agencyId, campaignId, kind, version, reason, by } = withdrawal;
  if (reason === '') throw new Refusal('campaigns.noReason');
  refuseProblems(checkLine('reason', reason, 1000));
  await holdCampaign(client, agencyId, campaignId);
  const texts = await textsOf(client, agencyId, campaignId);
  if (!texts.some((text) => text.kind === kind && text.version === version))
    throw new Refusal('campaigns.textUnknown', 404);
  if ((await exec(client, sql.withdrawText, { ...withdrawal, now })) === 0)
    throw new Refusal('campaigns.textAlreadyWithdrawn', 409);
  const data = { kind, version, reason };
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'campaign.textWithdrawn',
    subject: campaignId,
    data,
  });
}
