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

/** What everybody who may sign in one campaign is shown. */
export interface Invitation {
  agency: Agency;
  campaign: Campaign;
  /** The name of the election as it is sealed. */
  election: string;
}

/** Everything the signing page shows about one person and one campaign. */
export interface Signatory extends Invitation {
  person: AudiencePerson;
  signed: SignedBefore | null;
}

/** `key` and `textDigest`: of the form that was sent, so that the same form sent again is recognised. */
export type SignedBefore = Omit<Signed, 'signedAt'> & { at: Date };

/** @throws Refusal 404 where campaign or person does not exist */
export async function signatoryOf(client: Client, holder: SlipHolder): Promise<Signatory> {
  const { agencyId, campaignId, personId } = holder;
  const invitation = await invitationOf(client, agencyId, campaignId);
  const person = await audiencePerson(client, agencyId, campaignId, personId);
  if (!person) throw new Refusal('signing.noSuchCode', 404);
  const signed = await maybe(client, sql.signaturesOf, { agencyId, campaignId, persons: [personId] }, Signed);
  return { ...invitation, person, signed: signed && before(signed) };
}

export function before({ signedAt, ...signed }: Signed): SignedBefore {
  return { ...signed, at: signedAt };
}

/** @throws Refusal campaigns.unknown (404) */
export async function invitationOf(
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<Invitation> {
  const campaign = await campaignOf(client, agencyId, campaignId);
  const agency = await agencyOfCircular(client, campaign);
  return { agency, campaign, election: electionName('id', campaign.electionId) };
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
export function pactToSign({ campaign }: Pick<Invitation, 'campaign'>, now: Date): TextVersion {
  const { deadline, opening, closing, pact } = campaign;
  const digest = pact?.digest ?? null;
  const standing = { deadline, opened: opening !== null, closedAt: closing?.closedAt ?? null, digest };
  const inTheWay = barrier(standing, digest ?? '', now);
  if (inTheWay || !pact) throw inTheWay ?? new Refusal('signing.textWithdrawn', 409);
  return pact;
}
