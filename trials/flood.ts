import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtChild } from './kit/child.ts';
import { STAGE_AGENCY, withReportStage } from './kit/report-stage.ts';
import { Reporter } from './kit/reporter.ts';
import type { Counts, Trial } from './kit/trial.ts';

/** What one phase was: how many came, and how long they waited for the server, and in all (sealing and proof with it). */
interface Phase {
  sent: number;
  taken: number;
  answerMs: number[];
  wholeMs: number[];
}

/**
 * Honest reports at an even pace, alone and then beside one who floods the same channel by every way with one core. Nobody
 * honest is turned away; what they wait is compared. All share one machine, so while they are alone somebody burns as much of
 * it as the flooder does, and sends nothing.
 */
export async function flood(trial: Trial): Promise<Counts> {
  const pace = trial.quick
    ? { everyMs: 1000, calm: 12, flooded: 20 }
    : { everyMs: 3600, calm: 250, flooded: 1000 };
  const program = await builtChild(
    'flooder',
    join(process.cwd(), `node_modules/.cache/ikrar-flood.${process.pid}`),
  );
  try {
    return await withReportStage(async ({ address }) => {
      await honest(address, 2, 200);
      const calm = await beside(program, [address, STAGE_AGENCY, 'burn'], () =>
        honest(address, pace.calm, pace.everyMs),
      );
      trial.say(`${calm.done.taken} of ${calm.done.sent} alone`);
      const during = await beside(program, [address, STAGE_AGENCY, 'flood'], async () => ({
        phase: await honest(address, pace.flooded, pace.everyMs),
        bits: await bitsAsked(address),
      }));
      return told(trial, calm.done, during.done.phase, { bitsAtTheEnd: during.done.bits, ...during.said });
    });
  } finally {
    rmSync(dirname(program), { recursive: true, force: true });
  }
}

/** Runs `work` while another process does its own. @returns what that process says when it is told to end */
async function beside<T>(
  program: string,
  args: readonly string[],
  work: () => Promise<T>,
): Promise<{ done: T; said: Counts }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = once(child, 'close');
  const done = await work().finally(() => child.stdin.end());
  await closed;
  return { done, said: JSON.parse(said) as Counts };
}

function told(trial: Trial, calm: Phase, flooded: Phase, said: Counts): Counts {
  trial.say(`${flooded.taken} of ${flooded.sent} in the flood`);
  if (calm.taken < calm.sent || flooded.taken < flooded.sent)
    throw new Error(`honest reports were refused: ${JSON.stringify({ calm, flooded })}`);
  return {
    ...{ honestSent: calm.sent + flooded.sent, honestTaken: calm.taken + flooded.taken },
    ...compared('answer', calm.answerMs, flooded.answerMs),
    ...compared('whole', calm.wholeMs, flooded.wholeMs),
    ...said,
  };
}

/** Each comes when it is due, whatever became of those before. */
async function honest(address: string, count: number, everyMs: number): Promise<Phase> {
  const phase: Phase = { sent: 0, taken: 0, answerMs: [], wholeMs: [] };
  const stop = watchAnswers(phase);
  const began = performance.now();
  const all = Array.from({ length: count }, async (_, n) => {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, n * everyMs - (performance.now() - began))),
    );
    const from = performance.now();
    phase.sent += 1;
    const answer = await new Reporter(address, STAGE_AGENCY, 'jujur').send('anonymous', false);
    if (answer.ok) phase.taken += 1;
    phase.wholeMs.push(performance.now() - from);
  });
  await Promise.all(all).finally(stop);
  return phase;
}

/** How long the server took for the report itself, without what the reporter's own machine computes. */
function watchAnswers(phase: Phase): () => void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    const from = performance.now();
    const answer = await plain(url, init);
    if (init?.method === 'POST' && String(url).endsWith('/kirim') && answer.ok)
      phase.answerMs.push(performance.now() - from);
    return answer;
  };
  return () => {
    globalThis.fetch = plain;
  };
}

async function bitsAsked(address: string): Promise<number> {
  const answer = await fetch(`${address}/lapor/soal?untuk=report&lembaga=${STAGE_AGENCY}`);
  return ((await answer.json()) as { bits: number }).bits;
}

function compared(name: string, calm: number[], flooded: number[]): Counts {
  const at = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    [`${name}P50CalmMs`]: rounded(at(calm, 0.5)),
    [`${name}P50FloodMs`]: rounded(at(flooded, 0.5)),
    [`${name}P95CalmMs`]: rounded(at(calm, 0.95)),
    [`${name}P95FloodMs`]: rounded(at(flooded, 0.95)),
    [`${name}P95Ratio`]: rounded(at(flooded, 0.95) / at(calm, 0.95)),
  };
}
