export { ELECTIONS } from './data/elections.ts';
export { electionLine } from './election-line.ts';
export { electionName } from './election-name.ts';
export { findRegion, REGIONS, regionHolds } from './regions.ts';
export {
  determinationOf,
  electionsFor,
  findElection,
  isHeldIn,
  type Phase,
  type StageAnswer,
  stageOn,
  stagesOfKind,
} from './stage-on.ts';
export type { Contest, Election, Region, Stage, StageKind } from './types.ts';
