import type { Campaign } from '../campaigns/index.ts';
import type { Ceremony } from '../ceremonies/index.ts';
import type { Counts } from '../coverage/index.ts';

export const RECORD_CODES = [
  'symbolicWithoutIndividual',
  'allSignedClaimed',
  'severalEmployers',
  'dateUnknown',
  'dateDerived',
  'dateBeforeCircular',
  'leaderUnknown',
  'countUnqualified',
  'textDraft',
] as const;
export type RecordCode = (typeof RECORD_CODES)[number];

/** What the records themselves show, beside any text. Sentences are in the messages, by code. */
export interface RecordFinding {
  readonly code: RecordCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Checks of a ceremony against the database: symbolic is not individual, attended is not signed, unknown stays so. */
export function recordFindings(ceremony: Ceremony, campaign: Campaign, total: Counts): RecordFinding[] {
  return [
    ...symbolic(ceremony, total),
    ...claims(ceremony, total),
    ...employers(ceremony),
    ...dates(ceremony, campaign),
    ...(ceremony.officers.some((officer) => officer.role === 'leader') ? [] : [found('leaderUnknown')]),
    ...counts(ceremony),
    ...((campaign.pledge ?? campaign.pact)?.draft ? [found('textDraft')] : []),
  ];
}

function symbolic({ participations, attendance }: Ceremony, { signed, audience }: Counts): RecordFinding[] {
  const groups = participations.filter((group) => group.fact === 'symbolic').map((group) => group.who);
  if ((groups.length === 0 && attendance.symbolic === 0) || (audience > 0 && signed === audience)) return [];
  const who = groups.join('; ') || `${attendance.symbolic}`;
  return [found('symbolicWithoutIndividual', { who, signed, audience })];
}

function claims({ participations }: Ceremony, { signed, audience }: Counts): RecordFinding[] {
  return participations
    .filter((group) => group.fact === 'signed' && (group.qualifier === 'all' || (group.number ?? 0) > signed))
    .filter(() => signed < audience || audience === 0)
    .map(({ who, source }) => found('allSignedClaimed', { who, source, signed, audience }));
}

function employers({ participations, organiser }: Ceremony): RecordFinding[] {
  const named = [...new Set(participations.flatMap((group) => (group.employer ? [group.employer] : [])))];
  // An office of the employer organises under its own name and the employer's: "Sekretariat DPRD, Pemerintah Kota …".
  const others = named.filter((employer) => !organiser.includes(employer));
  if (named.length < 2 && others.length === 0) return [];
  return [found('severalEmployers', { organiser, employers: named.join('; ') })];
}

function dates({ heldOn, heldOnStatus, heldOnNote }: Ceremony, { circular }: Campaign): RecordFinding[] {
  if (heldOn === null) return [found('dateUnknown', { note: heldOnNote ?? '' })];
  return [
    ...(heldOnStatus === 'derived' ? [found('dateDerived', { date: heldOn, note: heldOnNote ?? '' })] : []),
    ...(circular.date && heldOn < circular.date
      ? [found('dateBeforeCircular', { date: heldOn, circular: circular.date })]
      : []),
  ];
}

function counts({ participations }: Ceremony): RecordFinding[] {
  return participations
    .filter((group) => group.number === null || group.qualifier === 'unknown')
    .map(({ who, source }) => found('countUnqualified', { who, source }));
}

function found(code: RecordCode, params: RecordFinding['params'] = {}): RecordFinding {
  return { code, params };
}
