import { agencyOn } from '../agencies/index.ts';
import { campaignOf } from '../campaigns/index.ts';
import type { Client } from '../platform/db/index.ts';
import type { Zone } from '../platform/format.ts';

/** What a table of figures is about, and in whose name it speaks. */
export interface Subject {
  readonly agencyId: string;
  readonly campaignId: string;
  readonly agency: string;
  readonly zone: Zone;
  readonly place: string | null;
  readonly letterhead: readonly string[];
  readonly title: string;
  readonly circular: string | null;
  readonly deadline: Date;
  readonly state: 'preparing' | 'open' | 'closed';
  readonly isExample: boolean;
}

/** @throws Refusal of campaigns or agencies (404) */
export async function subjectOf(client: Client, agencyId: string, campaignId: string): Promise<Subject> {
  const campaign = await campaignOf(client, agencyId, campaignId);
  const agency = await agencyOn(client, agencyId, null);
  const { number, issuer } = campaign.circular;
  return {
    agencyId,
    campaignId,
    agency: agency.name,
    zone: agency.zone,
    place: campaign.place ?? agency.place,
    letterhead: agency.letterhead,
    title: campaign.title,
    circular: number ? [number, issuer].filter(Boolean).join(', ') : null,
    deadline: campaign.deadline,
    state: campaign.state,
    isExample: campaign.isExample,
  };
}
