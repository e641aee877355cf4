export { tallyCommands } from './commands.ts';
export { startTally } from './nightly.ts';
export {
  type Difference,
  differenceLine,
  keepComparison,
  lastComparison,
  MOST_DIFFERENCES,
  openedCampaigns,
  recount,
  repair,
} from './recount.ts';
export {
  tallyAdded,
  tallyFacts,
  tallyOpening,
  tallySigned,
} from './tally.ts';
