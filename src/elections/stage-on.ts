import type { Confidence, IsoDate } from '../law/index.ts';
import { ELECTIONS } from './data/elections.ts';
import { regionHolds } from './regions.ts';
import type { Contest, Election, Stage, StageKind } from './types.ts';

export type Phase =
  | 'not-held-here'
  | 'before-determination'
  | 'determined'
  | 'campaign'
  | 'quiet'
  | 'vote'
  | 'after-vote'
  | 'unknown';

export interface StageAnswer {
  readonly phase: Phase;
  /** The dated stage that decided the answer. */
  readonly stage?: Stage;
  readonly confidence: Confidence;
}

/**
 * Where the election stood on that day. `region` is a Kemendagri code; without it an election of the whole country is
 * meant. With several contests and no `contest`, the earliest determination counts: from then on some candidates exist.
 */
export function stageOn(election: Election, date: IsoDate, region?: string, contest?: Contest): StageAnswer {
  if (region !== undefined && !isHeldIn(election, region)) {
    return { phase: 'not-held-here', confidence: election.confidence };
  }
  const stages = stagesFor(election, region, contest);
  const running = stages.find((s) => s.kind !== 'determination' && s.from <= date && date <= s.to);
  if (running) return answer(running.kind as Phase, running);
  const vote = stages.find((s) => s.kind === 'vote');
  if (vote && date > vote.to) return answer('after-vote', vote);
  const determined = stages
    .filter((s) => s.kind === 'determination')
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (!determined) return { phase: 'unknown', confidence: election.confidence };
  return answer(date < determined.from ? 'before-determination' : 'determined', determined);
}

/**
 * The day that divides code of ethics from discipline: determination of candidates, for that region and contest. The
 * day itself counts as after. Undefined where no date is known.
 */
export function determinationOf(election: Election, region?: string, contest?: Contest): Stage | undefined {
  return stagesFor(election, region, contest)
    .filter((s) => s.kind === 'determination')
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
}

/** Elections whose programme had opened and whose vote was not yet over; by date of vote. */
export function electionsFor(date: IsoDate, region?: string): readonly Election[] {
  return ELECTIONS.filter((election) => {
    const vote = election.stages.find((s) => s.kind === 'vote');
    const opens = election.opens?.date ?? election.stages.map((s) => s.from).sort()[0];
    const open = vote !== undefined && opens !== undefined && opens <= date && date <= vote.to;
    return open && (region === undefined || isHeldIn(election, region));
  });
}

export function findElection(id: string): Election | undefined {
  return ELECTIONS.find((election) => election.id === id);
}

/** The stages of one kind, for dates on a calendar. */
export function stagesOfKind(election: Election, kind: StageKind): readonly Stage[] {
  return election.stages.filter((stage) => stage.kind === kind);
}

/** True also for a province of which only one kabupaten votes. */
export function isHeldIn(election: Election, region: string): boolean {
  return election.regions?.some((held) => regionHolds(held, region) || regionHolds(region, held)) ?? true;
}

function stagesFor(election: Election, region?: string, contest?: Contest): readonly Stage[] {
  const fitting = election.stages.filter(
    (s) =>
      (!s.regions || (region !== undefined && s.regions.some((held) => regionHolds(held, region)))) &&
      (!s.contests || contest === undefined || s.contests.includes(contest)),
  );
  const special = new Set(fitting.filter((s) => s.regions).map((s) => s.kind));
  return fitting.filter((s) => s.regions || !special.has(s.kind));
}

function answer(phase: Phase, stage: Stage): StageAnswer {
  return { phase, stage, confidence: stage.confidence };
}
