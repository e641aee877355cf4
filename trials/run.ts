import { canary } from './canary.ts';
import { clocks } from './clocks.ts';
import { crash } from './crash.ts';
import { faults } from './faults.ts';
import { flood } from './flood.ts';
import { fuzz } from './fuzz.ts';
import { guess } from './guess.ts';
import { main } from './kit/main.ts';
import { oracle } from './oracle.ts';
import { planted } from './planted.ts';
import { servers } from './servers.ts';
import { tally } from './tally.ts';
import { trio } from './trio.ts';

const trials = { canary, clocks, crash, faults, flood, fuzz, guess, oracle, planted, servers, tally, trio };

const usage = `Usage: npm run trials -- ${Object.keys(trials).join('|')} [--quick]

Tries what may go wrong, at length. Progress on standard error, one JSON object of counts and seconds at the end.
Ends with 0 only if everything held.`;

process.exitCode = await main('trial', trials, usage);
