import type { ClientBase } from 'pg';
import { maybe } from '../platform/db/index.ts';
import { type Campaign, sql } from './campaign.ts';
import { campaignOf } from './find-campaign.ts';

/**
 * The campaign, held until the transaction ends: changes of its texts, opening and closing come one after the other,
 * so none is decided on what another is just changing. @throws Refusal campaigns.unknown (404)
 */
export async function holdCampaign(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
): Promise<Campaign> {
  await maybe(client, sql.holdCampaign, { agencyId, campaignId });
  return campaignOf(client, agencyId, campaignId);
}
