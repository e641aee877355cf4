import type { ElectionLine } from '../law/index.ts';
import { determinationOf, isHeldIn } from './stage-on.ts';
import type { Election } from './types.ts';

/**
 * What `classify` of law needs to know of an election: was it held in the region (Kemendagri code), and when were
 * candidates determined, one line for each contest, null where the day is not known. Asking without a contest would
 * give the earliest day and settle acts that fell between two contests.
 */
export function electionLine(election: Election, region?: string): ElectionLine {
  return {
    kind: election.kind,
    held: region === undefined || isHeldIn(election, region),
    lines: election.contests.map((contest) => determinationOf(election, region, contest) ?? null),
  };
}
