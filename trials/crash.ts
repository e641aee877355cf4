import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import type pg from 'pg';
import { type OpenCampaign, openCampaignOf } from '../bench/kit/campaign.ts';
import { readConfig } from '../src/platform/config.ts';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { migrate, openDatabase, openPool } from '../src/platform/db/index.ts';
import { createPlatform } from '../src/platform/platform.ts';
import { removeData, type Server, startServer, temporaryData } from '../test/server.ts';
import { type Answer, Phone, sendTogether } from './kit/phones.ts';
import { requireAllThere, requireWholeLog } from './kit/promises.ts';
import type { Counts, Trial } from './kit/trial.ts';

const AGENCY = 'contoh';
const PHONES = 64;
/** How many forms are sent five times more at the end, some of them to a server started anew. */
const AGAIN = 10_000;

/**
 * People sign while server and database are killed with SIGKILL at random moments. Whoever was told a receipt must be
 * in the database under that receipt and index, once, and the log must be whole after every blow.
 */
export async function crash(trial: Trial): Promise<Counts> {
  const { kills, people } = trial.quick ? { kills: 4, people: 12_000 } : { kills: 24, people: 130_000 };
  const dataDir = temporaryData();
  try {
    trial.say(`making ${people} people and their slips`);
    const campaign = await prepared(dataDir, people);
    const phones = campaign.slips.map((slip) => new Phone(slip, campaign));
    const yard = new Yard(dataDir, phones, trial);
    return await yard.run(kills, Math.floor((people * 0.9) / kills)).finally(() => yard.close());
  } finally {
    removeData(dataDir);
  }
}

async function prepared(dataDir: string, people: number): Promise<OpenCampaign> {
  const config = readConfig({ IKRAR_DATA: dataDir });
  const quiet = () => {};
  const db = await openDatabase(config, quiet);
  try {
    await migrate(db.pool, quiet);
    const platform = createPlatform(db.pool, config, () => new Date());
    const settle = async () => void (await db.pool.query('analyze'));
    return await openCampaignOf({ platform, config, url: db.url, settle }, AGENCY, people);
  } finally {
    await db.close();
  }
}

/** Everybody who signs, the server they sign at, and what falls on it. */
class Yard {
  readonly #dataDir: string;
  readonly #phones: Phone[];
  readonly #trial: Trial;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: PHONES });
  #server: Server | undefined;
  #next = 0;
  #resumed: Promise<void> = Promise.resolve();
  #checked: Promise<void> = Promise.resolve();
  #over = false;
  #failure: Error | undefined;

  constructor(dataDir: string, phones: Phone[], trial: Trial) {
    this.#dataDir = dataDir;
    this.#phones = phones;
    this.#trial = trial;
  }

  async run(kills: number, between: number): Promise<Counts> {
    this.#server = await startServer({ empty: true, dataDir: this.#dataDir });
    const signing = Promise.all(Array.from({ length: PHONES }, () => this.#line())).catch((error: Error) => {
      this.#failure = new Error(`${error.message}\n${this.#server?.err().slice(-3000)}`);
    });
    const counts = { kills: 0, serverKills: 0, databaseKills: 0, checks: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      await this.#until(Math.round((kill + 0.2 + Math.random() * 0.8) * between));
      const ofServer = kill % 2 === 0;
      this.#resumed = ofServer ? this.#killServer() : this.#killDatabase();
      await this.#resumed;
      counts[ofServer ? 'serverKills' : 'databaseKills'] += 1;
      counts.kills += 1;
      // Nobody new meanwhile, so that each blow falls on people who sign.
      this.#checked = this.#requireAllThere().then(() => requireWholeLog(this.#dataDir));
      await this.#checked;
      counts.checks += 1;
    }
    this.#over = true;
    await signing;
    if (this.#failure) throw this.#failure;
    const resent = await this.#sendAgain();
    return { ...counts, acknowledged: this.#acknowledged().length, ...resent };
  }

  async close(): Promise<void> {
    this.#over = true;
    this.#agent.destroy();
    await this.#server?.halt();
  }

  /** One connection: one person after the other; whoever gets no answer sends the same form again. */
  async #line(): Promise<void> {
    for (;;) {
      const phone = this.#phones[this.#next];
      if (this.#over || !phone) return;
      this.#next += 1;
      await this.#checked.catch(() => {});
      while (!(await phone.sign(this.#port, this.#agent))) {
        await this.#resumed.catch(() => {});
        await pause(20 + Math.random() * 80);
      }
    }
  }

  get #port(): number {
    return this.#server?.port ?? 0;
  }

  #acknowledged(): Phone[] {
    return this.#phones.slice(0, this.#next).filter((phone) => phone.answer);
  }

  async #until(signed: number): Promise<void> {
    while (this.#acknowledged().length < signed && this.#next < this.#phones.length) {
      if (this.#failure) throw this.#failure;
      await pause(5);
    }
  }

  async #killServer(): Promise<void> {
    this.#server?.child.kill('SIGKILL');
    await this.#server?.ended;
    this.#server = await startServer({ empty: true, dataDir: this.#dataDir });
  }

  async #killDatabase(): Promise<void> {
    const file = join(this.#dataDir, 'postgres/cluster/postmaster.pid');
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
    await pause(100);
    const patience = performance.now() + 30_000;
    while (!(await fetch(`http://127.0.0.1:${this.#port}/health`).catch(() => null))?.ok) {
      if (performance.now() > patience) throw new Error('the database did not come back');
      await pause(50);
    }
  }

  async #requireAllThere(): Promise<void> {
    const promised = this.#acknowledged().map(({ answer }) => answer as Answer);
    const stored = await this.#withDatabase((pool) => requireAllThere(pool, AGENCY, promised));
    this.#trial.say(`${promised.length} promised, ${stored} stored, all there`);
  }

  /** Ten thousand forms, each five times at once, half of them after a restart: the same receipt, byte for byte. */
  async #sendAgain(): Promise<Counts> {
    const phones = this.#acknowledged().slice(0, AGAIN);
    const half = Math.ceil(phones.length / 2);
    const before = await sendTogether(phones.slice(0, half), 5, this.#port, this.#agent);
    await this.#killServer();
    const after = await sendTogether(phones.slice(half), 5, this.#port, this.#agent);
    await this.#requireAllThere();
    await requireWholeLog(this.#dataDir);
    return { sentAgain: before + after };
  }

  async #withDatabase<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const { url } = JSON.parse(readFileSync(join(this.#dataDir, 'postgres/ikrar.json'), 'utf8'));
    const pool = await openPool(url, () => {});
    return work(pool).finally(() => pool.end());
  }
}
