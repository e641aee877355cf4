import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPgbench, run } from './outside.ts';

/** What signatures are held against: plain rows on the same server, written by nobody of ours. */
export interface Inserts {
  /** Who sends them, for the report. */
  by: string;
  /** Committed single-row inserts a second over 16 connections. */
  singleRow(seconds: number): Promise<number>;
  /** The same with a gapless number from one shared row, which is a log's order one transaction a request. */
  numbered(seconds: number): Promise<number>;
}

const TABLES = `create schema bench;
create table bench.row (id text primary key, receipt text not null, key text not null, at timestamptz not null);
create table bench.head (id int primary key, size bigint not null);
create table bench.entry (idx bigint primary key, entry text not null);
insert into bench.head values (1, 0);`;

const SINGLE = `insert into bench.row values (gen_random_uuid()::text, 'K7QX-0000-0000-0000', 'kunci', now());`;
const NUMBERED = `with head as (update bench.head set size = size + 1 where id = 1 returning size)
insert into bench.entry select size - 1, gen_random_uuid()::text from head;`;
const CONNECTIONS = 16;

export async function openInserts(url: string): Promise<Inserts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLES).finally(() => client.end());
  const pgbench = findPgbench();
  const rate = (sql: string) => (seconds: number) =>
    pgbench ? Promise.resolve(byPgbench(pgbench, url, sql, seconds)) : byNode(url, sql, seconds);
  const by = pgbench ? 'pgbench' : 'a Node client (no pgbench here)';
  return { by: `${by}, ${CONNECTIONS} connections`, singleRow: rate(SINGLE), numbered: rate(NUMBERED) };
}

function byPgbench(pgbench: string, url: string, sql: string, seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-pgbench-'));
  const script = join(folder, 'insert.sql');
  writeFileSync(script, sql.replaceAll('\n', ' '));
  try {
    const load = ['-c', String(CONNECTIONS), '-j', '1', '-T', String(seconds), '-f', script];
    const tps = /^tps = ([\d.]+)/m.exec(run(pgbench, ['-n', '-M', 'prepared', ...load, url]));
    if (!tps) throw new Error('pgbench printed no rate');
    return Number(tps[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function byNode(url: string, text: string, seconds: number): Promise<number> {
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (; performance.now() < until; done += 1) await client.query({ name: 'insert', text });
      await client.end();
    }),
  );
  return done / seconds;
}

/** How often a second a page of 8 kB can be written and forced to the disk that holds `folder`. */
export function fdatasyncRate(folder: string, seconds: number): number {
  const path = join(folder, 'fdatasync.bench');
  const file = openSync(path, 'w');
  const page = randomBytes(8192);
  const until = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < until; done += 1) {
    writeSync(file, page, 0, page.length, (done % 1024) * page.length);
    fdatasyncSync(file);
  }
  closeSync(file);
  rmSync(path);
  return done / seconds;
}
