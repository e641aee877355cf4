import { newReturnCode } from '../src/oversight/seal/index.ts';
import { lookupOf, puzzleOf } from './kit/puzzles.ts';
import { STAGE_AGENCY, withReportStage } from './kit/report-stage.ts';
import { Reporter } from './kit/reporter.ts';
import { toldApart } from './kit/told-apart.ts';
import type { Counts, Trial } from './kit/trial.ts';

const LANES = 4;

interface Seen {
  ms: number[];
  sizes: Set<string>;
}

/**
 * Codes that exist and codes that do not, asked for in turn by both ways: what a watcher of the wire sees of an answer (its
 * size, its headers, how long it took) must be the same. The last figure is a check of the check: with 20 ms added to one
 * side it must be found.
 */
export async function oracle(trial: Trial): Promise<Counts> {
  const [codes, script, plain] = trial.quick ? [6, 80, 24] : [40, 2000, 500];
  return withReportStage(async ({ address }) => {
    const known: string[] = [];
    for (let n = 0; n < codes; n += 1) {
      const reporter = new Reporter(address, STAGE_AGENCY, 'padi');
      const answer = await reporter.send('anonymous', false);
      if (!answer.ok) throw new Error(`report: ${answer.status} ${await answer.text()}`);
      known.push(reporter.code);
    }
    trial.say(`${codes} reports`);
    const both = { known, unknown: known.map(() => newReturnCode()) };
    const withScript = await inTurn(both, script, (code) => boxBy(address, code));
    trial.say(`${script} asked with script`);
    const without = await inTurn(both, plain, (code) => pageBy(address, code));
    return { ...figures('script', withScript, script), ...figures('plain', without, plain) };
  });
}

type Which = 'known' | 'unknown';

/** In pairs whose order is drawn, several at once: a slow spell of the machine falls on both. */
async function inTurn(
  codes: Record<Which, string[]>,
  count: number,
  ask: (code: string) => Promise<{ ms: number; size: string }>,
): Promise<Record<Which, Seen>> {
  const seen = { known: { ms: [], sizes: new Set() }, unknown: { ms: [], sizes: new Set() } } as Record<
    Which,
    Seen
  >;
  const order = Array.from({ length: count / 2 }, (_, n) => {
    const pair: { which: Which; n: number }[] = [
      { which: 'known', n },
      { which: 'unknown', n },
    ];
    return Math.random() < 0.5 ? pair : pair.reverse();
  }).flat();
  const lane = async () => {
    for (let next = order.shift(); next; next = order.shift()) {
      const { which, n } = next;
      const { ms, size } = await ask(codes[which][n % codes[which].length] as string);
      seen[which].ms.push(ms);
      seen[which].sizes.add(size);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return seen;
}

async function boxBy(address: string, code: string): Promise<{ ms: number; size: string }> {
  const lookup = await lookupOf(code);
  const headers = await puzzleOf(address, { kind: 'box', channel: '-', subject: `box:${lookup}` });
  const init = { method: 'POST', body: JSON.stringify({ lookup, page: 0 }), headers };
  return timed(`${address}/lapor/kembali/kotak`, init);
}

async function pageBy(address: string, code: string): Promise<{ ms: number; size: string }> {
  const url = `${address}/lapor/kembali`;
  const html = await (await fetch(url)).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const body = new URLSearchParams({ act: 'open', code, ticket: hidden('ticket'), door: hidden('door') });
  return timed(url, { method: 'POST', body, headers: { origin: address } });
}

/** @throws Error where the answer is another one than either of the two that must look alike */
async function timed(url: string, init: RequestInit): Promise<{ ms: number; size: string }> {
  const began = performance.now();
  const answer = await fetch(url, init);
  const bytes = await answer.arrayBuffer();
  const ms = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${Buffer.from(bytes)}`);
  const heads = [...answer.headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}=${value}`);
  return { ms, size: `${bytes.byteLength} ${heads.sort().join(' ')}` };
}

function figures(name: string, { known, unknown }: Record<Which, Seen>, asked: number): Counts {
  const sizes = new Set([...known.sizes, ...unknown.sizes]);
  const { z, accuracy } = toldApart(known.ms, unknown.ms);
  const control = toldApart(
    known.ms.map((ms) => ms + 20),
    unknown.ms,
  );
  if (sizes.size !== 1) throw new Error(`${name}: answers differ: ${[...sizes].join(' | ')}`);
  if (Math.abs(z) > 4 || (asked >= 400 && accuracy > 0.6))
    throw new Error(`${name}: times tell them apart: z ${z}, ${accuracy}`);
  return {
    [`${name}Asked`]: asked,
    [`${name}Sizes`]: sizes.size,
    [`${name}KnownMedianMs`]: rounded(median(known.ms)),
    [`${name}UnknownMedianMs`]: rounded(median(unknown.ms)),
    [`${name}Z`]: rounded(z),
    [`${name}Accuracy`]: rounded(accuracy),
    [`${name}AccuracyWith20Ms`]: rounded(control.accuracy),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
