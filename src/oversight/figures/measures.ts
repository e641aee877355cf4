import { ACT_KINDS, type Level } from '../../law/index.ts';
import { STAGES } from '../cases/stages.ts';
import type { CaseFact } from './facts.ts';

const LEVELS: readonly Level[] = ['moral', 'ringan', 'sedang', 'berat', 'ptdh', 'contract'];

/** Ways in which each case is counted exactly once. `none` and `unset` are rows of their own, never left out. */
export const DIMENSIONS = {
  stage: { values: STAGES, of: ({ stage }) => stage },
  kind: { values: [...ACT_KINDS, 'none'], of: ({ kind }) => kind ?? 'none' },
  level: {
    values: [...LEVELS, 'unset'],
    of: ({ level }) => (LEVELS.includes(level as Level) ? (level as Level) : 'unset'),
  },
  origin: { values: ['report', 'finding'], of: ({ origin }) => origin },
  mode: { values: ['identified', 'confidential', 'anonymous', 'staff'], of: ({ mode }) => mode },
  way: {
    values: ['browser', 'server', 'inside'],
    of: ({ origin, sealedIn }) => (origin === 'finding' ? 'inside' : sealedIn),
  },
} as const satisfies Readonly<Record<string, { values: readonly string[]; of: (fact: CaseFact) => string }>>;
export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_IDS = Object.keys(DIMENSIONS) as readonly Dimension[];

export function countsBy(facts: readonly CaseFact[], by: Dimension): Map<string, number> {
  const { of } = DIMENSIONS[by] as { of: (fact: CaseFact) => string };
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(of(fact), (counts.get(of(fact)) ?? 0) + 1);
  return counts;
}

/** Days from arrival; each with whom it is counted of: only those where it has happened. */
const DURATIONS = {
  open: ({ openedOn }) => openedOn,
  decide: ({ decidedOn }) => decidedOn,
  close: ({ closedOn }) => closedOn,
} as const satisfies Readonly<Record<string, (fact: CaseFact) => string | null>>;
export type Duration = keyof typeof DURATIONS;
export const DURATION_IDS = Object.keys(DURATIONS) as readonly Duration[];

export interface Spread {
  /** The number behind. */
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
}

export function spreadOf(facts: readonly CaseFact[], what: Duration): Spread {
  const days = facts.flatMap((fact) => {
    const end = DURATIONS[what](fact);
    return end === null ? [] : [daysBetween(fact.arrivedOn, end)];
  });
  return spread(days);
}

/** Both by nearest rank: lengths that were, in whole days. */
export function spread(days: readonly number[]): Spread {
  const sorted = [...days].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { n, median: null, p90: null };
  const rank = (share: number) => sorted[Math.ceil(n * share) - 1] as number;
  return { n, median: rank(0.5), p90: rank(0.9) };
}

/** A part of those of whom it can be said. */
const SHARES = {
  decided: { of: ({ recommended }) => recommended, is: ({ decidedOn }) => decidedOn !== null },
  followedUp: { of: ({ decidedOn }) => decidedOn !== null, is: ({ followedUp }) => followedUp },
  reopened: { of: ({ closedOn, reopened }) => closedOn !== null || reopened, is: ({ reopened }) => reopened },
  stalled: { of: ({ stage }) => stage !== 'closed', is: ({ stalled }) => stalled },
  overdue: { of: () => true, is: ({ overdue }) => overdue },
} as const satisfies Readonly<
  Record<string, { of: (fact: CaseFact) => boolean; is: (fact: CaseFact) => boolean }>
>;
export type Share = keyof typeof SHARES;
export const SHARE_IDS = Object.keys(SHARES) as readonly Share[];

export function shareOf(
  facts: readonly CaseFact[],
  what: Share,
): { readonly n: number; readonly of: number } {
  const whole = facts.filter(SHARES[what].of);
  return { n: whole.filter(SHARES[what].is).length, of: whole.length };
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
