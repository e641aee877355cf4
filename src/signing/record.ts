import { randomBytes } from 'node:crypto';
import type { Agency } from '../agencies/index.ts';
import type { AudiencePerson, Campaign, TextVersion } from '../campaigns/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { formatReceipt, type SealedRecord } from '../verify/index.ts';

/** What the person did on the page. */
export interface Act {
  method: SealedRecord['act']['method'];
  typedName: string;
  drawing: string | null;
  ceremony: SealedRecord['act']['ceremony'];
}

/** The record as it will be sealed: the very words and data that the page showed. */
export function pactRecord(
  shown: { agency: Agency; campaign: Campaign; pact: TextVersion; person: AudiencePerson; election: string },
  act: Act,
  at: Date,
): SealedRecord {
  const { agency, campaign, pact, person } = shown;
  const { title, opener, points, closing, language, version, digest, draft } = pact;
  return {
    format: 'ikrar/record/v1',
    kind: 'pact',
    receipt: formatReceipt(randomBytes(10)),
    example: campaign.isExample,
    agency: { id: agency.id, name: agency.name, letterhead: agency.letterhead, zone: agency.zone },
    campaign: {
      id: campaign.id,
      title: campaign.title,
      election: shown.election,
      circular: circularLine(campaign),
    },
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
    act: { role: 'individual', strength: 'uncertified', place: campaign.place, at: at.toISOString(), ...act },
  };
}

function circularLine({ circular }: Campaign): string | null {
  if (!circular.number) return null;
  return [circular.issuer, circular.number, circular.date].filter(Boolean).join(', ');
}

/**
 * The typed name stands for the person's will; it must be their own. Titles, case, dots and spacing do not count.
 * @throws Refusal signing.nameDiffers
 */
export function checkTypedName(typed: string, name: string): string {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const wanted = nameWords(name.split(',')[0] as string);
  const given = nameWords(text.split(',')[0] as string);
  const titles = wanted.filter((word) => !given.includes(word));
  const stray = given.filter((word) => !wanted.includes(word));
  const essential = titles.filter((word) => !TITLES.has(word));
  if (text === '' || stray.length > 0 || essential.length > 0)
    throw new Refusal('signing.nameDiffers', 422, { name });
  return text;
}

const TITLES = new Set(['dr', 'drs', 'dra', 'ir', 'h', 'hj', 'prof', 'drg', 'drh', 'ns', 'apt', 'kh', 'r']);

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/['’ʼ`´.-]/g, '')
    .split(/\s+/)
    .filter(Boolean);
}
