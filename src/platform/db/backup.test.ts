import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { checkBackup, DamagedBackup } from './backup/read.ts';
import { backup } from './backup.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';

const now = new Date('2026-11-21T08:30:00Z');
const schema = `
  create schema example;
  create table example.a_child (
    agency text not null, id integer not null, unit text not null,
    primary key (agency, id)
  );
  create table example.unit (
    agency text not null, id text not null, parent text,
    primary key (agency, id), foreign key (agency, parent) references example.unit
  );
  alter table example.a_child add foreign key (agency, unit) references example.unit;
  create table example.value (
    id bigint generated always as identity primary key, words text, bytes bytea, moment timestamptz, day date,
    list text[], form jsonb, number numeric, real double precision, length integer generated always as (length(words)) stored
  );
  create table example.seed (name text primary key, value integer);
  insert into example.seed values ('from the migration', 1);`;

let top: string;
let migrations: string;
let from: TestDatabase;
let to: TestDatabase;

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'ikrar-backup-'));
  migrations = join(top, 'migrations');
  for (const folder of ['migrations', 'old', 'old/keys', 'new']) mkdirSync(join(top, folder));
  writeFileSync(join(migrations, '0001_example.sql'), schema);
  writeFileSync(join(top, 'old/keys/seal.pem'), 'an invented key\n');
  writeFileSync(join(top, 'old/keys/empty'), '');
  [from, to] = await Promise.all([freshDatabase('empty'), freshDatabase('empty')]);
  await migrate(from.pool, () => {}, migrations);
});
afterEach(async () => {
  await Promise.all([from.drop(), to.drop()]);
  rmSync(top, { recursive: true });
});

const file = () => join(top, 'ikrar.backup');
const save = () => backup(from.pool, join(top, 'old'), file(), now);
const load = () => restore(to.pool, join(top, 'new'), file(), () => {}, migrations);
const tables = ['unit', 'a_child', 'value', 'seed'];
const rowsOf = async (db: TestDatabase) => {
  const all = tables.map((name) =>
    db.pool.query(`select to_jsonb(t) as row, t::text as text from example.${name} t order by 2`),
  );
  return (await Promise.all(all)).map(({ rows }) => rows);
};

async function fill(): Promise<void> {
  await from.pool.query(`
    insert into example.unit values ('x', '1', '2'), ('x', '2', null), ('x', '3', '1');
    insert into example.a_child select 'x', n, '3' from generate_series(1, 5000) n;
    update example.seed set value = 2`);
  const value = `insert into example.value (words, bytes, moment, day, list, form, number, real)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const words = ["Ma'ruf\tJum'at\r\n\\N \\. \\x", '\u202Eكلمة 👩‍🏫', '', '\\.', null, '=HYPERLINK("x")'];
  for (const text of words) {
    const moment = '2024-09-18T23:59:59.123456+09:00';
    const bytes = Buffer.from([0, 1, 10, 13, 92, 255]);
    await from.pool.query(value, [
      text,
      bytes,
      moment,
      '2024-02-29',
      [text, 'NULL', null],
      { text },
      '1e-30',
      0.1 + 0.2,
    ]);
  }
  await from.pool.query(
    `insert into example.value (moment, day, real) values ('-infinity', '0044-03-15 BC', 'NaN')`,
  );
  await from.pool.query('delete from example.value where id = (select max(id) from example.value)');
}

describe('backup and restore', () => {
  it('brings every value back, keys and numbering too', async () => {
    await fill();
    const manifest = await save();
    expect(manifest).toMatchObject({ version: 1, created: '2026-11-21T08:30:00.000Z' });
    expect(manifest.tables.map((table) => [table.name, table.rows])).toEqual([
      ['seed', 1],
      ['unit', 3],
      ['value', 6],
      ['a_child', 5000],
    ]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    await load();
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
    const key = join(top, 'new/keys/seal.pem');
    expect(readFileSync(key, 'utf8')).toBe('an invented key\n');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(top, 'new/keys/empty'), 'utf8')).toBe('');
    const { rows } = await to.pool.query("insert into example.value (words) values ('next') returning id");
    expect(rows, 'a number once given is not given again').toEqual([{ id: 8 }]);
  });

  it('holds one moment, while others write', async () => {
    await fill();
    let writing = true;
    const writer = (async () => {
      for (let n = 10_000; writing; n += 1) {
        await from.pool.query(
          `with u as (insert into example.unit values ('y', $1, null) returning id)
          insert into example.seed select id, 1 from u`,
          [String(n)],
        );
      }
    })();
    const manifest = await save();
    writing = false;
    await writer;
    const count = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
    expect(count('unit') - 3).toBe(count('seed') - 1);
    await load();
  });

  it('applies the migrations that are newer than the backup, and refuses those of another program', async () => {
    await fill();
    await save();
    writeFileSync(
      join(migrations, '0002_more.sql'),
      'alter table example.seed add note text; update example.seed set note = value::text',
    );
    await load();
    const { rows } = await to.pool.query('select value, note from example.seed');
    expect(rows).toEqual([{ value: 2, note: '2' }]);
    writeFileSync(join(migrations, '0001_example.sql'), `${schema} `);
    await expect(load()).rejects.toThrow(/made by another program: its 0001_example\.sql/);
  });

  it('refuses a newer backup, a database in use, keys in use, and to replace a file', async () => {
    await save();
    await expect(save()).rejects.toThrow(/exists already/);
    const newer = join(top, 'newer');
    mkdirSync(newer);
    const intoOld = restore(to.pool, join(top, 'new'), file(), () => {}, newer);
    await expect(intoOld).rejects.toThrow(/newer than this program/);
    await to.pool.query('create table mine (x integer)');
    await expect(load()).rejects.toThrow(/not empty: it has public\.mine/);
    await to.pool.query('drop table mine');
    await migrate(to.pool, () => {}, migrations);
    await expect(load()).rejects.toThrow(/not empty: example\.seed has rows/);
    await to.pool.query('delete from example.seed');
    mkdirSync(join(top, 'new/keys'));
    writeFileSync(join(top, 'new/keys/seal.pem'), 'mine');
    await expect(load()).rejects.toThrow(/holds keys already/);
    expect(readFileSync(join(top, 'new/keys/seal.pem'), 'utf8')).toBe('mine');
    rmSync(join(top, 'new/keys/seal.pem'));
    await load();
  });

  it('finds damage before it writes anything, wherever a byte is flipped', async () => {
    await fill();
    await save();
    const whole = readFileSync(file());
    const flip = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    const original = await checkBackup(file()).then((checked) => JSON.stringify(checked.manifest));
    const check = async ([at, bits]: readonly [number, number]) => {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8((damaged[at] as number) ^ bits, at);
      writeFileSync(file(), damaged);
      const answer = await checkBackup(file()).catch((error: Error) => error);
      // Padding between entries means nothing: there the content stays whole and true.
      if (answer instanceof Error) expect(answer).toBeInstanceOf(DamagedBackup);
      else expect([whole[at], JSON.stringify(answer.manifest)]).toEqual([0, original]);
    };
    await fc.assert(fc.asyncProperty(flip, check), { numRuns: 300 });
    const middleOfData = whole.indexOf('tables/example.a_child') + 700;
    await check([middleOfData, 1]);
    await expect(load()).rejects.toThrow(
      /tables\/example\.a_child\.copy\.gz is damaged\. Nothing was changed/,
    );
    writeFileSync(file(), whole);
    truncateSync(file(), whole.length - 2000);
    await expect(load()).rejects.toThrow(DamagedBackup);
    writeFileSync(file(), 'not a backup');
    await expect(load()).rejects.toThrow(/cut short/);
    const { rows } = await to.pool.query("select to_regnamespace('platform') as schema");
    expect(rows).toEqual([{ schema: null }]);
    expect(existsSync(join(top, 'new/keys'))).toBe(false);
  });

  it('leaves no half file behind when it fails', async () => {
    mkdirSync(join(top, 'old/keys/folder'));
    await expect(save()).rejects.toThrow(/no plain file/);
    expect(existsSync(file()) || existsSync(`${file()}.part`)).toBe(false);
  });

  it('covers the real schema: every table can be ordered and restored', async () => {
    const [real, copy] = await Promise.all([freshDatabase(), freshDatabase('empty')]);
    try {
      await backup(real.pool, join(top, 'none'), file(), now);
      chmodSync(file(), 0o400);
      const manifest = await restore(copy.pool, join(top, 'new'), file());
      expect(manifest.tables.length).toBeGreaterThan(10);
      expect(existsSync(join(top, 'new/keys.restored'))).toBe(false);
    } finally {
      await Promise.all([real.drop(), copy.drop()]);
    }
  });
});
