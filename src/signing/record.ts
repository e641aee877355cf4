import type { Agency } from '../agencies/index.ts';
import type { AudiencePerson, Campaign, TextVersion } from '../campaigns/index.ts';
import { toPrintable, unprintable } from '../platform/print/index.ts';
import { randomPart } from '../platform/random.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  type ActEvidence,
  type FrameOfRecords,
  formatReceipt,
  type OfflineAct,
  type PersonalPart,
  type SealedRecord,
  strengthOf,
} from '../verify/index.ts';
import { isOwnName } from './typed-name.ts';

/** What the person did on the page. */
export interface Act {
  method: SealedRecord['act']['method'];
  typedName: string;
  drawing: string | null;
  ceremony: SealedRecord['act']['ceremony'];
  evidence?: ActEvidence;
  /** Kept on a device until there was a network; then the device signed what it had kept. */
  offline?: OfflineAct;
}

/** What the page shows to everybody who may sign this text of this campaign. */
export interface Shown {
  agency: Agency;
  campaign: Campaign;
  pact: TextVersion;
  election: string;
}

/** The record as it will be sealed: the very words and data that the page showed. */
export function pactRecord(shown: Shown & { person: AudiencePerson }, act: Act, at: Date): SealedRecord {
  return { ...sharedPart(shown), ...personalPart(shown.campaign, shown.person, act, at) };
}

export function sharedPart({ agency, campaign, pact, election }: Shown): FrameOfRecords {
  const { title, opener, points, closing, language, version, digest, draft } = pact;
  return {
    format: 'ikrar/record/v1',
    kind: 'pact',
    example: campaign.isExample,
    agency: { id: agency.id, name: agency.name, letterhead: agency.letterhead, zone: agency.zone },
    campaign: { id: campaign.id, title: campaign.title, election, circular: circularLine(campaign) },
    bases: campaign.bases,
    text: {
      id: `${campaign.id}:pact`,
      version,
      digest,
      draft,
      title,
      opener,
      points: [...points],
      closing,
      language,
    },
  };
}

/** With a receipt of its own. */
export function personalPart(
  { place }: Pick<Campaign, 'place'>,
  person: AudiencePerson,
  act: Act,
  at: Date,
): PersonalPart {
  return {
    receipt: formatReceipt(randomPart(10)),
    person: {
      name: person.name,
      idKind: person.idKind,
      idNumber: person.idNumber ?? '',
      category: person.category,
      rank: person.rank,
      post: person.post,
      unit: person.unitName,
      employer: person.employer,
    },
    act: { role: 'individual', strength: strengthOf(act.evidence), place, at: at.toISOString(), ...act },
  };
}

function circularLine({ circular }: Campaign): string | null {
  if (!circular.number) return null;
  return [circular.issuer, circular.number, circular.date].filter(Boolean).join(', ');
}

/**
 * The typed name as it is sealed.
 * @throws Refusal signing.nameDiffers
 */
export function checkTypedName(typed: string, name: string): string {
  const text = toPrintable(typed).text.replace(/\s+/g, ' ').trim();
  if (!isOwnName(text, name) || unprintable(text).length > 0)
    throw new Refusal('signing.nameDiffers', 422, { name });
  return text;
}
