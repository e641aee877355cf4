import { z } from 'zod';
import { type Agency, agencyOn } from '../agencies/index.ts';
import {
  type AudiencePerson,
  audiencePerson,
  type Campaign,
  campaignOf,
  type TextVersion,
} from '../campaigns/index.ts';
import { findElection } from '../elections/index.ts';
import { type Client, maybe, one } from '../platform/db/index.ts';
import type { Lang } from '../platform/i18n.ts';
import { Refusal } from '../platform/refusal.ts';
import { barrier, Standing } from './batch.ts';
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

const Signed = z.object({ receipt: z.string(), key: z.string(), method: z.string(), signedAt: z.date() });

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
    election: electionName(campaign, 'id'),
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

export function electionName(campaign: Campaign, lang: Lang): string {
  return findElection(campaign.electionId)?.name[lang] ?? campaign.electionId;
}

/** The pact this person may sign now. @throws Refusal signing.notOpen, closed, late, textWithdrawn */
export async function pactToSign(client: Client, { campaign }: Signatory, now: Date): Promise<TextVersion> {
  const { agencyId, id, pact } = campaign;
  const standing = await one(client, sql.standing, { agencyId, campaignId: id }, Standing);
  const inTheWay = barrier(standing, pact?.digest ?? '', now);
  if (inTheWay) throw inTheWay;
  if (!pact) throw new Refusal('signing.textWithdrawn', 409);
  return pact;
}
