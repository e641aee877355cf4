import { createInterface } from 'node:readline';
import { clockRound } from '../../src/oversight/clocks/round.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openPool } from '../../src/platform/db/index.ts';
import { workAsApplication } from '../../src/platform/opened.ts';
import { createPlatform } from '../../src/platform/platform.ts';

/** A worker whose clock is told: each line of standard input is an instant at which it makes a round. */
const [url, dataDir] = process.argv.slice(2) as [string, string];
const quiet = () => {};
const owner = await openPool(url, quiet);
const pool = await openPool(url, quiet);
await workAsApplication(owner, pool, quiet);
let now = new Date(0);
const platform = createPlatform(pool, readConfig({ IKRAR_DATA: dataDir }), () => now);
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  const told = await clockRound(platform, (text) => process.stderr.write(`${text}\n`)).catch(() => 'failed');
  process.stdout.write(`${told}\n`);
}
await pool.end();
await owner.end();
