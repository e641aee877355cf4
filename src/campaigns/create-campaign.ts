import type { ClientBase } from 'pg';
import { agencyOn } from '../agencies/index.ts';
import { findElection } from '../elections/index.ts';
import { exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql } from './campaign.ts';
import { type CampaignValues, checkCampaign } from './check-campaign.ts';
import { refuseProblems } from './problem.ts';

export interface NewCampaign extends CampaignValues {
  agencyId: string;
  isExample: boolean;
  by: string;
  id?: string;
}

/**
 * @returns its id
 * @throws Refusal with the first problem of {@link checkCampaign}, campaigns.noElection for one we do not know
 */
export async function createCampaign(client: ClientBase, campaign: NewCampaign, now: Date): Promise<string> {
  const { agencyId, id = newId(now), by, title, electionId, deadline } = campaign;
  const { zone } = await agencyOn(client, agencyId, null);
  refuseProblems(checkCampaign(campaign, zone));
  if (!findElection(electionId)) throw new Refusal('campaigns.noElection');
  await exec(client, sql.addCampaign, { ...campaign, id, now });
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'campaign.created',
    subject: id,
    data: { title, electionId, circular: campaign.circularNumber, deadline: deadline.toISOString() },
  });
  return id;
}
