import { type Client, many, maybe } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Campaign, CampaignRow, sql, TextRow, type TextVersion } from './campaign.ts';

/** @throws Refusal campaigns.unknown (404) */
export async function campaignOf(client: Client, agencyId: string, campaignId: string): Promise<Campaign> {
  const found = await maybe(client, sql.campaigns, { agencyId, campaignId, withText: true }, CampaignRow);
  if (!found) throw new Refusal('campaigns.unknown', 404);
  return found;
}

/** Every campaign of the institution, newest first; without the text of the circular, which may be long. */
export function campaignsOf(client: Client, agencyId: string): Promise<Campaign[]> {
  return many(client, sql.campaigns, { agencyId, campaignId: null, withText: false }, CampaignRow);
}

/** All versions of both texts, pledge first, each kind newest first. */
export function textsOf(client: Client, agencyId: string, campaignId: string): Promise<TextVersion[]> {
  return many(client, sql.texts, { agencyId, campaignId }, TextRow);
}
