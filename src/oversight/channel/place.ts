import { createHash } from 'node:crypto';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import { forAgency } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { chainOf } from '../recipients/index.ts';
import { type Recipient, recipientsOf, SealError, type SignedStatement } from '../seal/index.ts';
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
  return forAgency(agency.id, async () => {
    const channel = await channelOf(pool, agency.id);
    if (channel?.state !== 'open') return { agency, recipients: [], state: 'closed' };
    const recipients = checkedOnce(agency.id, await chainOf(pool, agency.id));
    if (!recipients) return { agency, recipients: [], state: 'unsure' };
    return { agency, recipients, state: recipients.length > 0 ? 'open' : 'closed' };
  });
}

/** The last chain of each institution and who is in it; null where it is broken. */
const checked = new Map<string, { hash: string; recipients: readonly Recipient[] | null }>();

/** Signatures are checked once for a chain. Attacker: whoever asks for the form again and again. */
function checkedOnce(agencyId: string, chain: readonly SignedStatement[]): readonly Recipient[] | null {
  const hash = createHash('sha256');
  for (const { statement, signature, signedBy } of chain)
    hash.update(`${statement.length} ${signedBy}\n`).update(statement).update(signature);
  const known = { hash: hash.digest('base64'), recipients: null as readonly Recipient[] | null };
  const held = checked.get(agencyId);
  if (held?.hash === known.hash) return held.recipients;
  try {
    known.recipients = recipientsOf(agencyId, chain);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
  }
  checked.set(agencyId, known);
  return known.recipients;
}
