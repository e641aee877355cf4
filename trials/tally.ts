import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type pg from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { migrate, openDatabase, transaction } from '../src/platform/db/index.ts';
import { differenceLine, recount, repair } from '../src/tally/index.ts';
import { type Ground, layGround } from '../test/tally-hands.ts';
import type { Counts, Trial } from './kit/trial.ts';

const WRITERS = 8;
const quiet = () => {};

/**
 * Eight processes change facts at random by the functions that pages call, while they, their connections and the
 * database itself are killed. After each blow, and at the end, the counts equal a full recount.
 */
export async function tally(trial: Trial): Promise<Counts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-tally-'));
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), quiet);
  try {
    await migrate(db.pool, quiet);
    const people = trial.quick ? 400 : 20_000;
    const grounds: Ground[] = [];
    for (const agency of ['contoh-a', 'contoh-b']) grounds.push(await layGround(db.pool, agency, people));
    const crowd = new Crowd(trial, db.pool, db.url, dataDir, grounds);
    const counts = await crowd.run(trial.quick ? 3000 : 1_000_000, trial.quick ? 6 : 40);
    return { ...counts, ...(await figures(db.pool)) };
  } finally {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class Crowd {
  readonly #writers = new Set<ChildProcess>();
  readonly #trial: Trial;
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #dataDir: string;
  readonly #grounds: readonly Ground[];
  #program = '';
  #born = 0;
  #changes = 0;

  constructor(trial: Trial, pool: pg.Pool, url: string, dataDir: string, grounds: readonly Ground[]) {
    this.#trial = trial;
    this.#pool = pool;
    this.#url = url;
    this.#dataDir = dataDir;
    this.#grounds = grounds;
  }

  async run(wanted: number, blows: number): Promise<Counts> {
    this.#program = await bundled();
    const counts = { writersKilled: 0, connectionsEnded: 0, databaseKills: 0, recounts: 0, repairs: 0 };
    try {
      for (let at = 0; at < WRITERS; at += 1) this.#start();
      for (let blow = 0; blow < blows; blow += 1) {
        await this.#until(((blow + 1) * wanted) / (blows + 1));
        if (blow === Math.floor(blows / 2)) counts.databaseKills += await this.#killDatabase();
        else if (blow % 2 === 0) counts.writersKilled += await this.#killWriters();
        else counts.connectionsEnded += await this.#endConnections();
        counts.recounts += await this.#requireEqual();
        counts.repairs += await this.#repairAmongWriters();
      }
      await this.#until(wanted);
      await this.#stop();
      counts.recounts += await this.#requireEqual();
      return { changes: this.#changes, writers: WRITERS, ...counts, differences: 0 };
    } finally {
      for (const writer of this.#writers) writer.kill('SIGKILL');
      rmSync(join(this.#program, '..'), { recursive: true, force: true });
    }
  }

  #start(): void {
    this.#born += 1;
    const seed = String(Date.now() % 1_000_000_000) + this.#born;
    const grounds = this.#grounds.map((ground) => JSON.stringify(ground));
    const writer = spawn(process.execPath, [this.#program, this.#url, seed, ...grounds], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    writer.stdin?.on('error', quiet);
    createInterface({ input: writer.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      this.#changes += Number(line);
    });
    writer.once('exit', () => this.#writers.delete(writer));
    this.#writers.add(writer);
  }

  async #until(changes: number): Promise<void> {
    let before = -1;
    for (let still = 0; this.#changes < changes; still = before === this.#changes ? still + 1 : 0) {
      if (still > 6000) throw new Error('nobody has changed anything for a minute');
      before = this.#changes;
      await pause(10);
    }
  }

  /** Three of the eight at once; others take their place. */
  async #killWriters(): Promise<number> {
    const struck = [...this.#writers].slice(0, 3);
    for (const writer of struck) {
      const ended = once(writer, 'exit');
      writer.kill('SIGKILL');
      await ended;
      this.#start();
    }
    return struck.length;
  }

  async #endConnections(): Promise<number> {
    const { rows } = await this.#pool.query(
      `select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    return rows[0].ended;
  }

  async #killDatabase(): Promise<number> {
    const file = join(this.#dataDir, 'postgres/cluster/postmaster.pid');
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
    const patience = performance.now() + 60_000;
    await pause(100);
    while (!(await this.#pool.query('select 1').catch(() => null))) {
      if (performance.now() > patience) throw new Error('the database did not come back');
      await pause(50);
    }
    return 1;
  }

  /** Each recount is one snapshot, so it must be equal in the middle of everything. */
  async #requireEqual(): Promise<number> {
    for (const { agencyId, campaignId } of this.#grounds) {
      const [first] = await recount(this.#pool, agencyId, campaignId);
      if (first) throw new Error(`${agencyId}: ${differenceLine(first)}`);
    }
    this.#trial.say(`${this.#changes} changes, counts equal the recount`);
    return this.#grounds.length;
  }

  /** Spoils a count and repairs it while the others go on. */
  async #repairAmongWriters(): Promise<number> {
    const { agencyId, campaignId } = this.#grounds[0] as Ground;
    await this.#pool.query(
      "update tally.total set signed = signed + 1, attended = 0 where agency_id = $1 and category = 'pns'",
      [agencyId],
    );
    const of = { agencyId, campaignId, by: 'system' };
    const found = await transaction(this.#pool, (client) => repair(client, of, new Date()));
    if (found.length === 0) throw new Error('what was spoiled was not found');
    const [left] = await recount(this.#pool, agencyId, campaignId);
    if (left) throw new Error(`after a repair: ${differenceLine(left)}`);
    return 1;
  }

  async #stop(): Promise<void> {
    await Promise.all(
      [...this.#writers].map((writer) => {
        const ended = once(writer, 'exit');
        writer.stdin?.write('stop\n');
        return ended;
      }),
    );
  }
}

/** How people stand in the end: every state must have been reached for the trial to mean anything. */
async function figures(pool: pg.Pool): Promise<Counts> {
  const { rows } = await pool.query<Counts>(
    `select sum(audience)::int as audience, sum(signed)::int as signed, sum(declined)::int as declined,
       sum(exempted)::int as exempted, sum(symbolic)::int as symbolic, sum(attended)::int as attended from tally.total`,
  );
  const found = rows[0] as Counts;
  const empty = Object.entries(found).find(([, n]) => n === 0);
  if (empty) throw new Error(`nobody is ${empty[0]}`);
  return found;
}

async function bundled(): Promise<string> {
  const folder = join(process.cwd(), 'node_modules/.cache', `ikrar-tally-writer.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const { forNode } = await import(join(process.cwd(), 'scripts/bundle.mjs'));
  const entry = { in: join(process.cwd(), 'trials/kit/tally-writer.ts'), out: 'writer' };
  await build({ ...forNode, entryPoints: [entry], outdir: folder });
  return join(folder, 'writer.js');
}
