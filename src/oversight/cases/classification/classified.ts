import { electionLine, findElection } from '../../../elections/index.ts';
import {
  ACT_KINDS,
  type ActKind,
  type Classification,
  classify,
  type IsoDate,
  type Register,
  type StaffCategory,
} from '../../../law/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Step } from '../stages.ts';
import { isDay } from '../workflow/may-follow.ts';

export const CATEGORIES: readonly StaffCategory[] = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'];
export const SPOUSE = ['none', 'no-leave', 'on-leave'] as const;

/** What somebody says of an act; the law of its day says what it is. */
export interface ActSaid {
  kind: string;
  actOn: string;
  election: string;
  region: string;
  category: string;
  spouse: string;
  /** Beside the acts classified before, instead of in their place. */
  beside: boolean;
}

/** @throws Refusal cases.actKind, actDay, actElection, actCategory (422) */
export function classificationOf(said: ActSaid, register: Register): Classification {
  const { kind, actOn, region, category, spouse } = said;
  const election = findElection(said.election);
  if (!ACT_KINDS.includes(kind as ActKind)) throw new Refusal('cases.actKind');
  if (!isDay(actOn)) throw new Refusal('cases.actDay');
  if (!election) throw new Refusal('cases.actElection');
  if (!CATEGORIES.includes(category as StaffCategory)) throw new Refusal('cases.actCategory');
  const line = electionLine(election, /^\d\d(\.\d\d)?$/.test(region) ? region : undefined);
  const own = { category: category as StaffCategory };
  const person = spouse === 'no-leave' || spouse === 'on-leave' ? ({ ...own, spouse } as const) : own;
  return classify({ what: kind as ActKind, date: actOn as IsoDate, election: line, person }, register);
}

/** As codes in the step, so that what was found stands as it was found, whatever the register learns later. */
export function dataOf(said: ActSaid, found: Classification): Step['data'] {
  const { kind, actOn, election, region, category, spouse, beside } = said;
  return {
    ...{ kind, actOn, election, region, category, spouse, beside },
    ...{ group: found.group, item: found.item, candidates: found.candidates, side: found.side },
    level: found.level,
    levels: found.levels.map(({ level, confidence }) => ({ level, confidence })),
    criminal: found.criminal.length > 0,
    confidence: found.confidence,
  };
}

/** The same question again, for showing reasons and sources; null where the step came from elsewhere. */
export function saidIn({ data }: Pick<Step, 'data'>): ActSaid | null {
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '');
  if (!text('kind') || !text('actOn')) return null;
  return {
    ...{ kind: text('kind'), actOn: text('actOn'), election: text('election'), region: text('region') },
    ...{ category: text('category'), spouse: text('spouse'), beside: data.beside === true },
  };
}

export function basisOf({ bases, bindings }: Classification): readonly string[] {
  return [...new Set([...bases, ...bindings].map(({ instrument }) => instrument))];
}
