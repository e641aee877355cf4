import { Script } from 'node:vm';
import { Refusal } from '../src/platform/refusal.ts';
import { mutate, type Random, randomFrom } from '../src/verify/fixtures/mutate.ts';
import { FormatError } from '../src/verify/index.ts';
import { fuzzTargets, type Target } from './kit/fuzz-targets.ts';
import type { Counts, Trial } from './kit/trial.ts';

/** For one input, several times the slowest that the biggest of them takes on a busy machine. */
const PATIENCE_MS = 3000;
const MOST_MEMORY = 1_500_000_000;
const BATCH = 250;

/**
 * Every parser that reads what strangers send, over spoiled and made-up inputs: a value, a `FormatError` or a `Refusal`, soon, within
 * bounded memory. The same seeds give the same inputs; the keys in them are new each time.
 */
export async function fuzz({ quick, say }: Trial): Promise<Counts> {
  const targets = await fuzzTargets();
  const counts: Counts = { inputs: 0, accepted: 0, refused: 0, targets: targets.length };
  let slowest = 0;
  for (const target of targets) {
    const inputs = quick ? Math.ceil(target.share / 40) : target.share;
    const ran = await run(target, inputs);
    slowest = Math.max(slowest, ran.slowestMs);
    counts.inputs = (counts.inputs ?? 0) + inputs;
    counts.accepted = (counts.accepted ?? 0) + ran.accepted;
    counts.refused = (counts.refused ?? 0) + ran.refused;
    const told = `${inputs} inputs, ${ran.accepted} accepted, slowest ${ran.slowestMs.toFixed(1)} ms`;
    say(`${target.name.padEnd(16)} ${told}, ${megabytes()} MB at most`);
  }
  const peak = process.resourceUsage().maxRSS * 1024;
  if (peak > MOST_MEMORY) throw new Error(`${megabytes()} MB of memory`);
  return { ...counts, slowestMs: Math.round(slowest * 10) / 10, peakMB: megabytes() };
}

interface Ran {
  accepted: number;
  refused: number;
  slowestMs: number;
}

async function run(target: Target, inputs: number): Promise<Ran> {
  const ran: Ran = { accepted: 0, refused: 0, slowestMs: 0 };
  for (let from = 0; from < inputs; from += BATCH) {
    const pending: Promise<void>[] = [];
    let seed = from;
    const batch = () => {
      for (; seed < Math.min(inputs, from + BATCH); seed += 1) takeOne(target, seed, ran, pending);
    };
    if (!endsInTime(batch)) throw new Error(`hang: ${found(target, seed)}`);
    await Promise.all(pending);
  }
  return ran;
}

/** A batch that does not come back is stopped from outside: a hang must not hang the trial. */
function endsInTime(batch: () => void): boolean {
  (globalThis as { fuzzBatch?: () => void }).fuzzBatch = batch;
  try {
    new Script('fuzzBatch()').runInThisContext({ timeout: BATCH * 20 + PATIENCE_MS });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

function takeOne(target: Target, seed: number, ran: Ran, pending: Promise<void>[]): void {
  const bytes = inputOf(target, seed);
  const start = performance.now();
  try {
    const answer = target.take(bytes);
    if (answer instanceof Promise)
      pending.push(answer.then(() => {}).catch((error) => requireRefusal(target, seed, error)));
    ran.accepted += 1;
  } catch (error) {
    requireRefusal(target, seed, error);
    ran.refused += 1;
  }
  const took = performance.now() - start;
  if (took > PATIENCE_MS) throw new Error(`${took} ms: ${found(target, seed)}`);
  ran.slowestMs = Math.max(ran.slowestMs, took);
}

function requireRefusal(target: Target, seed: number, error: unknown): void {
  if (error instanceof FormatError || error instanceof Refusal) return;
  throw new Error(`${(error as Error).stack}\n${found(target, seed)}`);
}

/** One in four made of pieces, where there are any; the first ones are the sound inputs themselves. */
function inputOf({ sound, made, name }: Target, seed: number): Uint8Array {
  const first = sound[seed];
  if (first !== undefined) return Uint8Array.from(first);
  const random: Random = randomFrom(Math.imul(seed, 2_654_435_761) ^ name.length);
  if (made !== undefined && (seed % 4 === 0 || sound.length === 0)) return made(random);
  return mutate(sound[seed % sound.length] as Uint8Array, random);
}

function found(target: Target, seed: number): string {
  const input = Buffer.from(inputOf(target, seed)).toString('base64');
  return `${target.name}, seed ${seed}: ${input.length > 4000 ? `${input.slice(0, 4000)}…` : input}`;
}

function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
