import type { Bench } from './report.ts';

/** What one piece of work gives in one round: how much of it was done in a second. */
export type Rates<Name extends string> = Record<Name, number>;

/**
 * Runs every piece of work once in each round, one after the other, so that a slow spell of the machine meets all.
 * A quick run begins no round after its twenty-eighth second, the first excepted, however slow the machine is.
 * @returns the median of each over the rounds
 */
export async function interleaved<Name extends string>(
  bench: Pick<Bench, 'quick' | 'say'>,
  rounds: number,
  work: Record<Name, () => Promise<number>>,
): Promise<Rates<Name>> {
  const names = Object.keys(work) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    if (bench.quick && round > 1 && performance.now() > LATE_MS) break;
    for (const name of names) taken.get(name)?.push(await work[name]());
    const line = names.map((name) => `${name} ${short(taken.get(name)?.at(-1) ?? 0)}`).join(', ');
    bench.say(`round ${round} of ${rounds}: ${line}`);
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Rates<Name>;
}

const LATE_MS = 28_000;

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  if (below === undefined || above === undefined) throw new Error('no values were measured');
  return (below + above) / 2;
}

/** `share` between 0 and 1. */
export function quantile(values: readonly number[] | Float64Array, share: number): number {
  if (values.length === 0) throw new Error('no values were measured');
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}

/**
 * How often `work` can be done in a second of this process's processor time, all threads counted: what other programs
 * do on the machine then matters less. Tries for `milliseconds` of wall time, at most `most` times.
 */
export async function perCpuSecond(
  milliseconds: number,
  work: (at: number) => unknown,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const before = process.cpuUsage();
  const end = performance.now() + milliseconds;
  let done = 0;
  while (done < most && (done === 0 || performance.now() < end)) {
    const result = work(done);
    if (result instanceof Promise) await result;
    done += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return (done * 1_000_000) / Math.max(user + system, 1);
}

function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
