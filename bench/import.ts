import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openPool } from '../src/platform/db/index.ts';
import { PROGRAM, ranCommand } from './kit/command.ts';
import { type Site, withSite } from './kit/database.ts';
import {
  agencyAt,
  agencyOfUnit,
  type Nation,
  unitAt,
  writeCopyFile,
  writeCsvFile,
} from './kit/nation-file.ts';
import type { Bench } from './kit/report.ts';
import { interleaved } from './kit/rounds.ts';

/**
 * A nation's roster by the command an operator types, `ikrar roster load FILE --nation`, in a process of its own: read,
 * checked, units made, written with key and indexes, each part with its place in the file. Against COPY of the same
 * columns into the same table with the same indexes, its units there beforehand. Then killed at a random row and resumed.
 */
export function benchImport(bench: Bench): Promise<void> {
  return withSite(bench, async (site) => {
    const people = bench.people ?? (bench.quick ? 250_000 : 5_600_000);
    const nation = { people, agencies: Math.ceil(people / 8_750), units: Math.ceil(people / 93) };
    const owner = await openPool(site.url, () => {});
    try {
      await measure(bench, site, owner, nation);
    } finally {
      await owner.end();
    }
  });
}

async function measure(bench: Bench, site: Site, owner: Pool, nation: Nation): Promise<void> {
  const csv = join(site.config.dataDir, 'nation.csv');
  const copy = join(site.config.dataDir, 'nation.copy');
  await writeCsvFile(csv, nation);
  await writeCopyFile(copy, nation);
  await addAgencies(owner, nation);
  const size = `${(statSync(csv).size / 2 ** 20).toFixed(0)} MB`;
  bench.say(`${nation.people} people, ${nation.agencies} institutions, ${nation.units} units: CSV ${size}`);
  let [megabytes, wanted] = [0, ''];
  // A nation takes minutes, in which a slow spell of the machine evens out; then the resumed load still follows.
  const rates = await interleaved(bench, nation.people > 1_000_000 ? 1 : 3, {
    copy: async () => {
      await empty(owner);
      await addUnits(owner, nation);
      const seconds = await rawCopy(owner, copy);
      wanted = await checksum(owner);
      return nation.people / seconds;
    },
    ours: async () => {
      await empty(owner);
      const ran = await ranCommand(['roster', 'load', csv, '--nation', '--json'], envOf(site));
      megabytes = Math.max(megabytes, ran.megabytes);
      same(await checksum(owner), wanted);
      return nation.people / (JSON.parse(ran.out) as { seconds: number }).seconds;
    },
  });
  const anchor = 'COPY of the same columns into the same table, its units there';
  bench.report({
    figure: 'rows loaded from CSV',
    value: rates.ours,
    unit: 'rows per second',
    anchor,
    anchorValue: rates.copy,
  });
  const resumed = await interrupted(bench, site, owner, nation, csv, wanted);
  const most = { anchor: 'what it may hold', anchorValue: 300 };
  const value = Math.max(megabytes, resumed);
  bench.report({ figure: 'most memory of the loader', value, unit: 'MB', ...most });
}

/**
 * Kills the loader when it has passed a row drawn at random, resumes it, and compares what is there.
 * @returns the most memory of the one that resumed
 */
async function interrupted(
  bench: Bench,
  site: Site,
  owner: Pool,
  nation: Nation,
  csv: string,
  wanted: string,
): Promise<number> {
  await empty(owner);
  const row = Math.floor(nation.people * (0.1 + Math.random() * 0.7));
  const child = spawn(process.execPath, [PROGRAM, 'roster', 'load', csv, '--nation'], {
    stdio: 'ignore',
    env: { ...process.env, ...envOf(site) },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let rows = 0;
  while (rows < row && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    rows = Number(
      (
        await owner.query(`select coalesce(max(until_row), 0) as rows from agencies.stream_chunk c
      join agencies.stream_load l using (agency_id) where l.id = c.load_id and not exists
        (select from agencies.stream_end e where e.load_id = l.id)`)
      ).rows[0].rows,
    );
  }
  child.kill('SIGKILL');
  await ended;
  const kept = Number((await owner.query('select count(*) as n from agencies.person')).rows[0].n);
  const { megabytes } = await ranCommand(['roster', 'load', csv, '--nation', '--resume'], envOf(site));
  same(await checksum(owner), wanted);
  bench.say(
    `killed when row ${row} was passed, with ${kept} people there; resumed: the same people, each once`,
  );
  const whole = { anchor: 'people in the file', anchorValue: nation.people };
  const there = Number((await owner.query('select count(*) as n from agencies.person')).rows[0].n);
  bench.report({ figure: 'people there after kill -9 and resume', value: there, unit: 'people', ...whole });
  return megabytes;
}

function envOf({ config, url }: Site): Record<string, string> {
  return { IKRAR_DATA: config.dataDir, DATABASE_URL: url };
}

async function rawCopy(owner: Pool, path: string): Promise<number> {
  const client = await owner.connect();
  try {
    const began = performance.now();
    await pipeline(
      createReadStream(path, { highWaterMark: 256 * 1024 }),
      client.query(
        copyFrom(`copy agencies.person (agency_id, id, id_kind, id_number, name, category, rank, post, post_status,
          unit_id, email, status, is_example, changed_at) from stdin`),
      ),
    );
    return (performance.now() - began) / 1000;
  } finally {
    client.release();
  }
}

async function empty(owner: Pool): Promise<void> {
  await owner.query('truncate agencies.person, agencies.unit, agencies.stream_load cascade');
  await owner.query('checkpoint');
}

async function addAgencies(owner: Pool, { agencies }: Nation): Promise<void> {
  const ids = Array.from({ length: agencies }, (_, at) => agencyAt(at));
  await owner.query(
    `with made as (insert into agencies.agency (id, level, zone, letterhead, is_example, created_at)
       select id, 'kabupaten', 'Asia/Jakarta', '{}', false, now() from unnest($1::text[]) id returning id)
     insert into agencies.agency_name (agency_id, name) select id, id from made`,
    [ids],
  );
}

async function addUnits(owner: Pool, nation: Nation): Promise<void> {
  const all = Array.from({ length: nation.units }, (_, at) => at);
  await owner.query(
    `insert into agencies.unit (agency_id, id, name, kind, code, created_at)
     select a, i, n, 'other', c, now() from unnest($1::text[], $2::text[], $3::text[], $4::text[]) u (a, i, n, c)`,
    [
      all.map((at) => agencyAt(agencyOfUnit(at, nation))),
      all.map((at) => `u${String(at).padStart(15, '0')}`),
      all.map(unitAt),
      all.map((at) => `K${at}`),
    ],
  );
}

/** Of all that a file says of its people, whatever ids they got. */
async function checksum(owner: Pool): Promise<string> {
  const { rows } = await owner.query(
    `select count(*) || ' ' || sum(hashtextextended(concat_ws('|', p.agency_id, p.id_number, p.name, p.category, p.rank,
       p.post, p.email, p.status, u.code), 0)::numeric) as sum
     from agencies.person p join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id`,
  );
  return rows[0].sum;
}

function same(found: string, wanted: string): void {
  if (found !== wanted)
    throw new Error(`the roster is not what the file says: ${found} instead of ${wanted}`);
}
