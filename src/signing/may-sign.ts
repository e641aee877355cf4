import { type Agency, agencyOn } from '../agencies/index.ts';
import {
  type AudiencePerson,
  audiencePerson,
  type Campaign,
  campaignOf,
  type TextVersion,
} from '../campaigns/index.ts';
import { electionName } from '../elections/index.ts';
import { type Client, maybe } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { barrier, Signed } from './batch.ts';
import { type SlipHolder, sql } from './slip.ts';

/** Everything the signing page shows about one person and one campaign. */
export interface Signatory {
  agency: Agency;
  campaign: Campaign;
  person: AudiencePerson;
  /** The name of the election as it is sealed. */
  election: string;
  /** `key`: of the form that was sent, so that the same form sent again is recognised. */
  signed: { receipt: string; at: Date; key: string } | null;
}

/** @throws Refusal 404 where campaign or person does not exist */
export async function signatoryOf(client: Client, holder: SlipHolder): Promise<Signatory> {
  const { agencyId, campaignId, personId } = holder;
  const campaign = await campaignOf(client, agencyId, campaignId);
  const person = await audiencePerson(client, agencyId, campaignId, personId);
  if (!person) throw new Refusal('signing.noSuchCode', 404);
  const agency = await agencyOfCircular(client, campaign);
  const signed = await maybe(client, sql.signatureOf, { agencyId, campaignId, personId }, Signed);
  return {
    agency,
    campaign,
    person,
    election: electionName('id', campaign.electionId),
    signed: signed && { receipt: signed.receipt, at: signed.signedAt, key: signed.key },
  };
}

/** Under the name of the circular's day; under today's where the register knows none for that day. */
async function agencyOfCircular(client: Client, { agencyId, circular }: Campaign): Promise<Agency> {
  try {
    return await agencyOn(client, agencyId, circular.date);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return agencyOn(client, agencyId, null);
  }
}

/**
 * The pact this person may sign now, by the campaign as it was loaded; the batch asks the database once more.
 * @throws Refusal signing.notOpen, closed, late, textWithdrawn
 */
export function pactToSign({ campaign }: Signatory, now: Date): TextVersion {
  const { deadline, opening, closing, pact } = campaign;
  const digest = pact?.digest ?? null;
  const standing = { deadline, opened: opening !== null, closedAt: closing?.closedAt ?? null, digest };
  const inTheWay = barrier(standing, digest ?? '', now);
  if (inTheWay || !pact) throw inTheWay ?? new Refusal('signing.textWithdrawn', 409);
  return pact;
}
