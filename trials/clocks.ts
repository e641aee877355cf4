import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createAgency } from '../src/agencies/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate, openDatabase, transaction } from '../src/platform/db/index.ts';
import { dateIn, type Zone } from '../src/platform/format.ts';
import { type Dice, dice, lifeOf, type Plan } from './clocks/lives.ts';
import { type Did, type OracleCase, type OwnLength, owedBy } from './clocks/oracle.ts';
import { Workers } from './clocks/workers.ts';
import type { Counts, Trial } from './kit/trial.ts';

const HOUR = 3_600_000;
const AGENCIES: readonly (readonly [string, Zone])[] = [
  ['contoh-barat', 'Asia/Jakarta'],
  ['contoh-timur', 'Asia/Jayapura'],
];
/** The whole of 2025: its holidays are known, and so are those of the year into which its deadlines reach. */
const FIRST = Date.parse('2025-01-01T20:00:00Z');
const LAST = Date.parse('2026-01-10T00:00:00Z');
/** One institution sets a length of its own in the middle of the year. */
const OWN = { agency: 'contoh-timur', clock: 'ppk-follow-up', days: 5, from: '2025-07-01' };
const quiet = () => {};

interface Life extends OracleCase {
  agency: string;
  zone: Zone;
  plan: Plan[];
}

/**
 * A year of cases with the holidays of 2025. Two worker processes make rounds while time goes on in uneven steps, are
 * killed and cut off from the database in the middle, and have clocks that are set a day forward and back. Everything
 * that was told is compared with a computation of its own (clocks/oracle.ts): each moment once, none missed, each for its day.
 */
export async function clocks(trial: Trial): Promise<Counts> {
  const seed = Date.now() % 1_000_000;
  trial.say(`seed ${seed}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-clocks-'));
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), quiet);
  const workers = new Workers(db.url, dataDir);
  try {
    await migrate(db.pool, quiet);
    for (const [id, zone] of AGENCIES) await found(db.pool, id, zone);
    await workers.start(2);
    const year = new Year(trial, db.pool, workers, dice(seed));
    return await year.run(trial.quick ? 80 : 500, trial.quick ? [40, 260] : [1, 60]);
  } finally {
    await workers.end();
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class Year {
  readonly #trial: Trial;
  readonly #pool: Pool;
  readonly #workers: Workers;
  readonly #d: Dice;
  readonly #lives: Life[] = [];
  /** By agency, case and moment: for which day it must have been told. */
  readonly #expected = new Map<string, string>();
  #lastRound = 0;

  constructor(trial: Trial, pool: Pool, workers: Workers, d: Dice) {
    this.#trial = trial;
    this.#pool = pool;
    this.#workers = workers;
    this.#d = d;
  }

  async run(cases: number, [least, most]: [number, number]): Promise<Counts> {
    const counts = {
      cases,
      advances: 0,
      rounds: 0,
      clockSteps: 0,
      killed: 0,
      cutOff: 0,
      twoAtOnce: 0,
      steps: 0,
      pauses: 0,
    };
    let offset = 0;
    for (let now = FIRST; now < LAST; now += this.#d.between(least, most) * HOUR) {
      counts.advances += 1;
      const arrived = Math.min(cases, Math.ceil((cases * (now - FIRST)) / (0.8 * (LAST - FIRST))));
      while (this.#lives.length < arrived) await this.#arrive(new Date(now));
      for (const life of this.#lives) {
        counts.steps += await this.#goOn(life, new Date(now));
        counts.pauses += await this.#pauseOrResume(life, new Date(now));
      }
      if (this.#d.chance(0.3)) {
        offset = this.#d.between(-1, 1) * 24 * HOUR;
        counts.clockSteps += 1;
      }
      const how = await this.#round(now + offset);
      counts.rounds += how.rounds;
      counts.killed += how.killed;
      counts.cutOff += how.cutOff;
      counts.twoAtOnce += how.twoAtOnce;
      if (counts.advances % 25 > 0) continue;
      await this.#calmRound();
      await this.#compare(new Date(now));
    }
    await this.#round(LAST);
    await this.#calmRound();
    const found = await this.#compare(new Date(LAST));
    return { ...counts, ...found };
  }

  async #arrive(now: Date): Promise<void> {
    const [agency, zone] = AGENCIES[this.#d.under(AGENCIES.length)] as (typeof AGENCIES)[number];
    const origin = this.#d.chance(0.8) ? 'report' : 'finding';
    const id = `c${String(this.#lives.length).padStart(15, '0')}`;
    const life: Life = { id, origin, agency, zone, plan: lifeOf(this.#d, origin), did: [] };
    this.#lives.push(life);
    const on = dateIn(now, zone);
    await this.#pool.query(
      "insert into oversight.case_file values ($1, $2, $3, $4, 'browser', 'anonymous', $5, $5)",
      [agency, id, origin, on, Buffer.alloc(32)],
    );
    await this.#write(life, 'received', on, now, {});
  }

  /** Whatever of its plan has come; written down today, and done on the day for which it was planned. */
  async #goOn(life: Life, now: Date): Promise<number> {
    const today = dateIn(now, life.zone);
    let steps = 0;
    for (let next = life.plan[0]; next; next = life.plan[0]) {
      const planned = life.did.findLast(({ what }) => what !== 'paused' && what !== 'resumed') as Did;
      const on = plus(planned.on, next.after);
      if (on > today) break;
      const data = next.examIn === undefined ? next.data : { ...next.data, examOn: plus(on, next.examIn) };
      await this.#write(life, next.what, on, now, data);
      life.plan.shift();
      steps += 1;
    }
    return steps;
  }

  async #pauseOrResume(life: Life, now: Date): Promise<number> {
    const today = dateIn(now, life.zone);
    const last = life.did.at(-1) as Did;
    const paused = life.did.findLast(({ what, data }) => what === 'paused' && data.until === null);
    const resumed =
      paused && life.did.some(({ what, data }) => what === 'resumed' && data.paused === paused.n);
    if (paused && !resumed && last.what !== 'closed' && paused.on < today && this.#d.chance(0.1)) {
      await this.#write(life, 'resumed', today, now, { paused: paused.n, until: today });
      return 1;
    }
    const clock = { received: 'satgas-verification', recommended: 'ppk-follow-up' }[last.what];
    if (!clock || last.on < plus(today, -2) || !this.#d.chance(0.15)) return 0;
    const until = this.#d.chance(0.6) ? plus(today, this.#d.between(1, 30)) : null;
    const of = [`${clock}:${last.n}`];
    await this.#write(life, 'paused', today, now, { of, kind: 'other-body', from: today, until });
    return 1;
  }

  async #write(
    life: Life,
    what: string,
    on: string,
    now: Date,
    data: Record<string, unknown>,
  ): Promise<void> {
    const { rows } = await this.#pool.query<{ n: number }>(
      `insert into oversight.step
       select $1, $2, coalesce(max(n) + 1, 0), $3, $4, $5, '{}', $6, null, 'account:contoh', $7
       from oversight.step where agency_id = $1 and case_id = $2 returning n`,
      [life.agency, life.id, what === 'closed' ? 'closed' : 'study', what, on, data, now],
    );
    const written = now.toISOString().slice(0, 10);
    life.did.push({ n: (rows[0] as { n: number }).n, what, on, written, data });
  }

  /** One round that comes to its end, whatever happened to the one before it. */
  async #round(at: number): Promise<Record<'rounds' | 'killed' | 'cutOff' | 'twoAtOnce', number>> {
    // A turn that ended a moment ago is not taken again so soon.
    const clear = Math.abs(at - this.#lastRound) < 30 * 60_000 ? at + HOUR : at;
    const [first, second] = [new Date(clear), new Date(clear + 6 * 60_000)];
    this.#lastRound = second.getTime();
    this.#expectBy(first);
    const [how, ms] = [this.#d.under(8), this.#d.between(1, 120)];
    if (how === 0) await this.#workers.killed(0, first, ms);
    else if (how === 1) await this.#workers.during(0, first, ms, () => cutOff(this.#pool));
    else if (how === 2) await Promise.all([this.#workers.round(0, first), this.#workers.round(1, first)]);
    else await this.#workers.round(how % 2, first);
    if (how < 2) {
      this.#expectBy(second);
      await this.#workers.round(1, second);
    }
    return { rounds: 1, killed: Number(how === 0), cutOff: Number(how === 1), twoAtOnce: Number(how === 2) };
  }

  /** What a cut that came late kept from one round is told by the next: nothing is judged before. */
  async #calmRound(): Promise<void> {
    const at = new Date(this.#lastRound + HOUR);
    this.#lastRound = at.getTime();
    this.#expectBy(at);
    await this.#workers.round(0, at);
  }

  /** What a worker whose clock shows this must have told: kept with the day of the first time it was owed. */
  #expectBy(at: Date): void {
    for (const life of this.#lives)
      for (const [moment, day] of owedBy(life, dateIn(at, life.zone), ownOf(life))) {
        const key = `${life.agency} ${life.id} ${moment}`;
        if (!this.#expected.has(key)) this.#expected.set(key, day);
      }
  }

  async #compare(now: Date): Promise<Counts> {
    const { rows: fired } = await this.#pool.query<{ key: string; day: string; early: boolean }>(
      `select f.agency_id || ' ' || f.case_id || ' ' || f.clock || ':' || f.start_n || ' ' || f.what as key,
         f.for_day::text as day, (f.at at time zone x.zone)::date < f.for_day as early
       from oversight.fired f join agencies.agency x on x.id = f.agency_id`,
    );
    const told = new Map(fired.map(({ key, day }) => [key, day]));
    const missing = [...this.#expected.keys()].filter((key) => !told.has(key));
    const wrong = fired.filter(({ key, day, early }) => early || this.#expected.get(key) !== day);
    const events = await this.#pool.query<{ n: number; steps: number }>(
      `select (select count(*)::int from oversight.event where kind = 'case.clockFired') as n,
         (select count(*)::int from oversight.step where what = 'escalated') as steps`,
    );
    const escalated = fired.filter(({ key }) => key.endsWith(' escalated')).length;
    const { n, steps } = events.rows[0] as { n: number; steps: number };
    const twice = n - fired.length + (steps - escalated);
    this.#trial.say(`${now.toISOString().slice(0, 10)}: told ${fired.length} of ${this.#expected.size}`);
    if (missing.length + wrong.length + Math.abs(twice) > 0)
      throw new Error(
        `missed ${missing.length} (${missing[0]}), wrong day ${wrong.length} (${JSON.stringify(wrong[0])}, expected ${this.#expected.get(wrong[0]?.key ?? '')}), twice ${twice}`,
      );
    const of = (what: string) => fired.filter(({ key }) => key.endsWith(` ${what}`)).length;
    return {
      ...{ expected: this.#expected.size, fired: fired.length, missed: 0, twice: 0, wrongDay: 0 },
      ...{
        dueSoon: of('due-soon'),
        due: of('due'),
        overdue: of('overdue'),
        stalled: of('stalled'),
        escalated,
      },
    };
  }
}

const ownOf =
  (life: Life): OwnLength =>
  (clock, start) =>
    life.agency === OWN.agency && clock === OWN.clock && start >= OWN.from ? OWN.days : null;

const plus = (day: string, n: number) => new Date(Date.parse(day) + n * 24 * HOUR).toISOString().slice(0, 10);

async function found(pool: Pool, id: string, zone: Zone): Promise<void> {
  const names = [{ name: `Pemerintah ${id}`, validFrom: null, validUntil: null, source: null }];
  const agency = {
    id,
    level: 'kabupaten',
    regionCode: null,
    zone,
    place: null,
    letterhead: [],
    isExample: true,
  } as const;
  await transaction(pool, (client) =>
    createAgency(client, { ...agency, letterhead: [], names }, new Date(FIRST)),
  );
  if (id !== OWN.agency) return;
  const row = [id, OWN.clock, OWN.days, OWN.from, new Date(FIRST)];
  await pool.query(
    "insert into oversight.clock_setting values ($1, $2, 1, $3, $4, 'Contoh', 'account:contoh', $5)",
    row,
  );
}

/** Ends every connection that is at work, but our own. */
async function cutOff(pool: Pool): Promise<void> {
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  );
}
