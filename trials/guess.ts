import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { dirname, join } from 'node:path';
import type { OpenCampaign } from '../bench/kit/campaign.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/db/index.ts';
import { to } from '../src/urls.ts';
import { removeData, temporaryData } from '../test/server.ts';
import { emptyTally, type Guess, statusOf, type Tally } from './kit/attacker.ts';
import { builtChild } from './kit/child.ts';
import { startFleet } from './kit/fleet.ts';
import { guessOthers, triedDigits } from './kit/other-secrets.ts';
import type { Counts, Trial } from './kit/trial.ts';
import { inviteAll } from './servers.ts';

const PER_SECOND = 2000;
const HONEST_PER_SECOND = 20;

/**
 * Slip codes guessed from fifty addresses at a stated pace while honest people sign from addresses of their own; calm and
 * flood in turn, so that a slow spell of the machine falls on both. Then the other secrets a stranger may try. Attackers,
 * server and database share the machine: what is compared is a person's wait with and without all of that.
 */
export async function guess(trial: Trial): Promise<Counts> {
  const [tries, rounds] = trial.quick ? [20_000, 2] : [1_000_000, 4];
  const seconds = tries / rounds / PER_SECOND;
  const calm = trial.quick ? seconds : 60;
  const dataDir = temporaryData();
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
  const program = await builtChild(
    'attackers',
    join(process.cwd(), `node_modules/.cache/ikrar-guess.${process.pid}`),
  );
  try {
    const people = Math.ceil((seconds + calm) * rounds * HONEST_PER_SECOND * 1.2) + 50;
    const campaign = await inviteAll(db, dataDir, people);
    trial.say(`${people} people with slips`);
    const env = { DATABASE_URL: db.url, IKRAR_PROXY: '127.0.0.1', IKRAR_URL: 'http://localhost' };
    const fleet = await startFleet(dataDir, env, { servers: 1, workers: 1 });
    try {
      const port = (fleet.servers[0] as { port: number }).port;
      const honest = new Honest(port, campaign);
      await honest.sign(2);
      const waits = { calm: emptyWaits(), flood: emptyWaits() };
      const tally = emptyTally();
      for (let round = 0; round < rounds; round += 1) {
        add(waits.calm, await honest.sign(calm));
        const attack = attackers(program, port, tries / rounds, campaign.digest);
        add(waits.flood, await honest.sign(seconds));
        merge(tally, await attack);
        trial.say(`round ${round + 1} of ${rounds}: ${JSON.stringify(tally.told)}`);
      }
      const others = await guessOthers(port, trial.quick ? 200 : 5000);
      const digits = await triedDigits(port, honest.signedCodes(10));
      if (tally.told.opened > 0) throw new Error(`a guessed code opened something: ${JSON.stringify(tally)}`);
      return {
        ...{ tries, triesPerSecond: PER_SECOND, hits: tally.told.opened },
        ...{ toldUnknown: tally.told.unknown, toldToWait: tally.told.slowDown, unanswered: tally.told.busy },
        ...figures('sign', waits.calm.sign, waits.flood.sign),
        ...figures('page', waits.calm.page, waits.flood.page),
        ...others,
        ...digits,
      };
    } finally {
      await fleet.stop();
    }
  } finally {
    rmSync(dirname(program), { recursive: true, force: true });
    await db.close();
    removeData(dataDir);
  }
}

interface Waits {
  page: number[];
  sign: number[];
}

function emptyWaits(): Waits {
  return { page: [], sign: [] };
}

function add(all: Waits, more: Waits): void {
  all.page.push(...more.page);
  all.sign.push(...more.sign);
}

/** People who open their page and sign, so many a second whatever became of those before; waits count from when they came. */
class Honest {
  readonly #port: number;
  readonly #campaign: OpenCampaign;
  #next = 0;

  constructor(port: number, campaign: OpenCampaign) {
    this.#port = port;
    this.#campaign = campaign;
  }

  async sign(seconds: number): Promise<Waits> {
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const waits = emptyWaits();
    const began = performance.now();
    const coming = Array.from({ length: Math.floor(seconds * HONEST_PER_SECOND) }, async (_, at) => {
      const due = began + (at / HONEST_PER_SECOND) * 1000;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      await this.#one(agent, due, waits);
    });
    await Promise.all(coming);
    agent.destroy();
    return waits;
  }

  signedCodes(count: number): string[] {
    return this.#campaign.slips.slice(0, count).map(({ code }) => code);
  }

  async #one(agent: Agent, due: number, waits: Waits): Promise<void> {
    const at = this.#next++;
    const slip = this.#campaign.slips[at];
    if (!slip) throw new Error('everybody has signed: more people are needed');
    const { digest, points } = this.#campaign;
    const key = randomBytes(16).toString('base64url');
    const form = new URLSearchParams({ key, digest, typedName: slip.name });
    for (let point = 0; point < points; point += 1) form.append('point', String(point));
    const from = `10.1.${(at >> 8) & 255}.${at & 255}`;
    const page: Guess = { method: 'GET', path: to('sign', { code: slip.code }), refusedBy: [] };
    const answers = [await statusOf(this.#port, agent, from, page)];
    const opened = performance.now();
    const sent: Guess = {
      ...page,
      method: 'POST',
      body: form.toString(),
      headers: { Accept: 'application/json' },
    };
    answers.push(await statusOf(this.#port, agent, from, sent));
    if (answers.some((status) => status !== 200)) throw new Error(`an honest person was told ${answers}`);
    waits.page.push(opened - due);
    waits.sign.push(performance.now() - opened);
  }
}

async function attackers(program: string, port: number, tries: number, digest: string): Promise<Tally> {
  const args = [program, String(port), String(PER_SECOND), String(tries), digest];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'close');
  return JSON.parse(said) as Tally;
}

function merge(all: Tally, more: Tally): void {
  for (const told of Object.keys(more.told) as (keyof Tally['told'])[]) all.told[told] += more.told[told];
  for (const [status, count] of Object.entries(more.statuses))
    all.statuses[status] = (all.statuses[status] ?? 0) + count;
}

function figures(name: string, calm: number[], flooded: number[]): Counts {
  const [before, during] = [p95(calm), p95(flooded)];
  return {
    [`${name}P95CalmMs`]: rounded(before),
    [`${name}P95FloodMs`]: rounded(during),
    [`${name}P95Ratio`]: rounded(during / before),
  };
}

function p95(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
