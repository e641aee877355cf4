import { eventually } from '../src/platform/db/embedded/processes.ts';
import { type Program, run } from './server.ts';

/** A witness as an institution runs it: the built program, in a process of its own. */
export interface WitnessProcess {
  program: Program;
  /** As it stands in a policy. */
  url: string;
  vkey: string;
  port: number;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `ikrar witness` and waits until it listens. @throws Error with what it said */
export async function startWitness(
  dir: string,
  name: string,
  logs: readonly string[],
  port = 0,
): Promise<WitnessProcess> {
  const keys = logs.flatMap((vkey) => ['--log', vkey]);
  const program = run(
    ['witness', '--dir', dir, '--name', name, ...keys, '--port', String(port), '--json'],
    dir,
  );
  let ended = false;
  void program.ended.then(() => {
    ended = true;
  });
  await eventually(() => program.out().includes('\n') || ended, 60_000);
  const line = program.out().split('\n')[0];
  if (!line) throw new Error(`the witness did not start: ${program.err()}`);
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => {
    program.child.kill(signal);
    return program.ended;
  };
  return { program, ...(JSON.parse(line) as { url: string; vkey: string; port: number }), kill };
}

/** A policy of these witnesses, `k` of them. */
export function policyOf(
  witnesses: readonly WitnessProcess[],
  k: number,
  logs: readonly string[] = [],
): string {
  return [
    ...logs.map((vkey) => `log ${vkey}`),
    ...witnesses.map(({ vkey, url }, i) => `witness w${i + 1} ${vkey} ${url}`),
    `group saksi ${k} ${witnesses.map((_, i) => `w${i + 1}`).join(' ')}`,
    'quorum saksi',
    '',
  ].join('\n');
}
