import type { What } from '../stages.ts';
import { type History, levelsOpen } from './history.ts';

/** The straight way through a case; what leaves it (routed, absent, objections) is never the likely next. */
const WAY: readonly What[] = [
  ...([
    'receipt-sent',
    'taken-up',
    'classified',
    'verified',
    'team-formed',
    'summoned-1',
    'examined',
  ] as const),
  ...(['study-done', 'recommended', 'decided', 'delivered', 'effective', 'followed-up'] as const),
  ...(['recorded-in-idis', 'closed', 'reopened'] as const),
];

/** Which of what may be next is shown first: advice, never a rule. Null where none stands out. */
export function likelyNext(history: History, next: readonly What[]): What | null {
  if (history.head && history.routedTo === null && history.stage !== 'triage') return among(next, 'routed');
  const levels = levelsOpen(history.acts);
  const heard = levels.some((level) => level !== 'moral' && level !== 'contract');
  const skipped: readonly What[] = [
    ...(levels.includes('berat') ? [] : (['team-formed'] as const)),
    ...(heard ? [] : (['summoned-1', 'examined', 'effective', 'recorded-in-idis'] as const)),
  ];
  return WAY.find((what) => next.includes(what) && !skipped.includes(what) && !history.has(what)) ?? null;
}

function among(next: readonly What[], what: What): What | null {
  return next.includes(what) ? what : null;
}
