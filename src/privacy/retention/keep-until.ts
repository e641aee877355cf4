import { findElection, stagesOfKind } from '../../elections/index.ts';

const DAY = 86_400_000;

/**
 * Until when a pact is kept: the days of the rule, from the end of the vote (of the latest one, where the election had
 * several) or from the campaign's deadline where that is later or no vote is known.
 */
export function keepUntil(campaign: { electionId: string; deadline: Date }, days: number): Date {
  const election = findElection(campaign.electionId);
  const votes = election ? stagesOfKind(election, 'vote').map(({ to }) => Date.parse(`${to}T16:00:00Z`)) : [];
  return new Date(Math.max(campaign.deadline.getTime(), ...votes) + days * DAY);
}
