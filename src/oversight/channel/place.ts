import { isClaimed } from '../../access/index.ts';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import { forAgency } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { chainOf, listOrNull } from '../recipients/index.ts';
import type { Recipient } from '../seal/index.ts';
import { channelOf } from './channel.ts';

export interface Place {
  agency: Agency;
  /** Of the checked chain; empty where it is broken. */
  recipients: readonly Recipient[];
  /** open: reports can be sealed to somebody here; unsure: the list of recipients cannot be verified */
  state: 'open' | 'closed' | 'unsure';
}

/** Where a report is to go. @throws Refusal agencies.unknown (404) */
export async function placeOf({ pool }: Platform, agencyId: string): Promise<Place> {
  const agency = await agencyOn(pool, agencyId, null);
  if (agency.isExample && (await isClaimed(pool))) return { agency, recipients: [], state: 'closed' };
  return forAgency(agency.id, async () => {
    const channel = await channelOf(pool, agency.id);
    if (channel?.state !== 'open') return { agency, recipients: [], state: 'closed' };
    const recipients = listOrNull(agency.id, await chainOf(pool, agency.id));
    if (!recipients) return { agency, recipients: [], state: 'unsure' };
    return { agency, recipients, state: recipients.length > 0 ? 'open' : 'closed' };
  });
}
