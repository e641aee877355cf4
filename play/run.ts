import { main } from '../trials/kit/main.ts';
import { apel } from './apel.ts';
import { oversight } from './oversight.ts';

const plays = { apel, oversight };

const usage = `Usage: npm run play -- ${Object.keys(plays).join('|')} [--quick]

Plays a whole day, or whole cases, in real browsers. Progress on standard error, one JSON object of counts and times at the end.
Ends with 0 only if everything held. --quick: in apel the network is away for half a minute instead of five.`;

process.exitCode = await main('play', plays, usage);
