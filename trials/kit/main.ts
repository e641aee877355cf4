import { parseArgs } from 'node:util';
import type { Counts, Trial } from './trial.ts';

/**
 * Runs one of these by its name on the command line: progress on standard error, one JSON object of counts and seconds
 * on standard output at the end. @returns 0 only if everything held
 */
export async function main(
  kind: 'trial' | 'play',
  all: Readonly<Record<string, (trial: Trial) => Promise<Counts>>>,
  usage: string,
): Promise<number> {
  const asked = readArgs(process.argv.slice(2));
  const run = asked && all[asked.name];
  if (!run) {
    console.error(usage);
    return 2;
  }
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const say = (line: string) => process.stderr.write(`${seconds().toFixed(1).padStart(7)} s  ${line}\n`);
  const tell = (found: object) =>
    process.stdout.write(`${JSON.stringify({ [kind]: asked.name, ...found, seconds: seconds() })}\n`);
  try {
    tell({ held: true, ...(await run({ quick: asked.quick, say })) });
    return 0;
  } catch (error) {
    say((error as Error).stack ?? String(error));
    tell({ held: false, found: (error as Error).message });
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
