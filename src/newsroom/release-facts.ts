import type { Pool } from 'pg';
import { type Campaign, campaignOf } from '../campaigns/index.ts';
import { type Ceremony, ceremonyOf } from '../ceremonies/index.ts';
import { type Recap, recapOf } from '../coverage/index.ts';
import { findElection } from '../elections/index.ts';
import { Refusal } from '../platform/refusal.ts';

/** All that a release may say, from the records alone. */
export interface ReleaseFacts {
  readonly campaign: Campaign;
  readonly ceremony: Ceremony;
  /** Name of the election in Indonesian; null where the register does not hold it. */
  readonly election: string | null;
  readonly recap: Recap;
  /** Where anyone can check a document. */
  readonly verifyUrl: string;
}

/** @throws Refusal campaigns.unknown, ceremonies.unknown (404), also for a ceremony of another campaign */
export async function releaseFacts(
  pool: Pool,
  of: { agencyId: string; campaignId: string; ceremonyId: string },
  verifyUrl: string,
  asOf: Date,
): Promise<ReleaseFacts> {
  const campaign = await campaignOf(pool, of.agencyId, of.campaignId);
  const ceremony = await ceremonyOf(pool, of.agencyId, of.ceremonyId);
  if (ceremony.campaignId !== of.campaignId) throw new Refusal('ceremonies.unknown', 404);
  const recap = await recapOf(pool, of.agencyId, of.campaignId, { unitIds: null }, asOf);
  return {
    campaign,
    ceremony,
    election: findElection(campaign.electionId)?.name.id ?? null,
    recap,
    verifyUrl,
  };
}
