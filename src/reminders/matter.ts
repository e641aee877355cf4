import { type Agency, agencyOn } from '../agencies/index.ts';
import { type Campaign, campaignOf } from '../campaigns/index.ts';
import { workCalendar } from '../law/index.ts';
import { publicAddress } from '../platform/config.ts';
import type { Platform } from '../platform/platform.ts';
import { type KeptPlan, planOf } from './plan.ts';
import type { Terms } from './schedule.ts';

/** What all messages of one campaign have in common, as it stands now. */
export interface Matter {
  agencyId: string;
  campaignId: string;
  agency: Agency;
  campaign: Campaign;
  plan: KeptPlan;
  terms: Terms;
  /** Where this installation is reached; the one address that a message tells people to trust. */
  origin: string;
}

/** Null for a campaign that is not open, or that nobody made a plan for. */
export async function matterOf(
  { pool, config }: Platform,
  agencyId: string,
  campaignId: string,
): Promise<Matter | null> {
  const plan = await planOf(pool, agencyId, campaignId);
  if (!plan) return null;
  const campaign = await campaignOf(pool, agencyId, campaignId);
  if (!campaign.opening || campaign.state !== 'open') return null;
  const agency = await agencyOn(pool, agencyId, null);
  const terms = termsOf(campaign, agency, plan, campaign.opening.openedAt);
  return { agencyId, campaignId, agency, campaign, plan, terms, origin: publicAddress(config) };
}

export function termsOf(
  { deadline }: Pick<Campaign, 'deadline'>,
  { zone }: Pick<Agency, 'zone'>,
  plan: Terms['plan'],
  openedAt: Date,
): Terms {
  return { plan, zone, openedAt, deadline, calendar: workCalendar() };
}
