export {
  CLOCKS,
  type Clock,
  type Due,
  type DueDay,
  dueOn,
  findClock,
  type Reading,
  type Unit,
} from './clocks.ts';
export {
  type AgencyKind,
  DECIDERS,
  type Decider,
  type DeciderId,
  decidersFor,
  FAILURE_TO_PUNISH,
  type Post,
} from './deciders.ts';
export { SANCTIONS, type Sanction, sanctionsOn, TRANSITION } from './sanctions.ts';
