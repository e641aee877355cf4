import type { Agency } from '../agencies/index.ts';
import type { AudiencePerson, Campaign, TextVersion } from '../campaigns/index.ts';
import { toPrintable, unprintable } from '../platform/print/index.ts';
import { randomPart } from '../platform/random.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  type ActEvidence,
  type FrameOfRecords,
  formatReceipt,
  type PersonalPart,
  type SealedRecord,
  strengthOf,
} from '../verify/index.ts';

/** What the person did on the page. */
export interface Act {
  method: SealedRecord['act']['method'];
  typedName: string;
  drawing: string | null;
  ceremony: SealedRecord['act']['ceremony'];
  evidence?: ActEvidence;
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
 * The typed name stands for the person's will; it must be their own, letter for letter and in order. Titles and
 * degrees, case, accents, dots, apostrophes and spacing do not count.
 * @throws Refusal signing.nameDiffers
 */
export function checkTypedName(typed: string, name: string): string {
  const text = toPrintable(typed).text.replace(/\s+/g, ' ').trim();
  const [given = '', ...after] = text.split(',');
  const own = text !== '' && spells(letters(given), name);
  if (!own || !areDegrees(after.join(' '), name) || unprintable(text).length > 0)
    throw new Refusal('signing.nameDiffers', 422, { name });
  return text;
}

/** Up to three letters before each dot, or two to five without a dot and at most one vowel: S.Sos., M.Si, SH, CPA. */
const DEGREE =
  /^\(?((\p{L}{1,3}\.)+(\p{L}{1,6}\.?)?|(?!.*[aiueo].*[aiueo])\p{L}{2,5})([-–]\p{L}{2,8})?\)?$/iu;

/** Attacker: whoever writes a sentence after the comma, on the line where the document shows the signature. */
function areDegrees(text: string, name: string): boolean {
  const own = new Set(name.split(/[\s,]+/).map(letters));
  const words = text.split(' ').filter(Boolean);
  return words.length <= 8 && words.every((word) => DEGREE.test(word) || own.has(letters(word)));
}

const TITLES = new Set(['dr', 'drs', 'dra', 'ir', 'h', 'hj', 'prof', 'drg', 'drh', 'ns', 'apt', 'kh', 'r']);

/** Whether these letters spell the name; its titles and what follows its comma may be there or not. */
function spells(given: string, name: string): boolean {
  const [core = '', ...degrees] = name.split(',');
  const words = core.split(/[\s.]+/).map(letters);
  const bare = words.every((word) => TITLES.has(word));
  const parts = [
    ...words.map((word) => ({ word, optional: TITLES.has(word) && !bare })),
    ...degrees
      .flatMap((degree) => degree.split(/\s+/))
      .map((degree) => ({ word: letters(degree), optional: true })),
  ];
  let ends = new Set([0]);
  for (const { word, optional } of parts) {
    const after = [...ends].filter((end) => given.startsWith(word, end)).map((end) => end + word.length);
    ends = new Set(optional ? [...ends, ...after] : after);
  }
  return ends.has(given.length);
}

/** Letters and digits alone, without accents. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
