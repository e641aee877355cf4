import { parseArgs } from 'node:util';
import { crash } from './crash.ts';
import { faults } from './faults.ts';
import { fuzz } from './fuzz.ts';
import type { Counts, Trial } from './kit/trial.ts';

const trials: Readonly<Record<string, (trial: Trial) => Promise<Counts>>> = { crash, faults, fuzz };

const usage = `Usage: npm run trials -- ${Object.keys(trials).join('|')} [--quick]

Tries what may go wrong, at length. Progress on standard error, one JSON object of counts and seconds at the end.
Ends with 0 only if everything held.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const asked = readArgs(args);
  const trial = asked && trials[asked.name];
  if (!trial) {
    console.error(usage);
    return 2;
  }
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const say = (line: string) => process.stderr.write(`${seconds().toFixed(1).padStart(7)} s  ${line}\n`);
  try {
    const counts = await trial({ quick: asked.quick, say });
    process.stdout.write(
      `${JSON.stringify({ trial: asked.name, held: true, ...counts, seconds: seconds() })}\n`,
    );
    return 0;
  } catch (error) {
    say((error as Error).stack ?? String(error));
    const found = (error as Error).message;
    process.stdout.write(
      `${JSON.stringify({ trial: asked.name, held: false, found, seconds: seconds() })}\n`,
    );
    return 1;
  }
}

function readArgs(args: string[]): { name: string; quick: boolean } | null {
  try {
    const options = { quick: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [name, ...rest] = positionals;
    return name === undefined || rest.length > 0 ? null : { name, quick: values.quick ?? false };
  } catch {
    return null;
  }
}
