import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrationsDir } from './migration-files.ts';

let db: TestDatabase;
let dir: string;
const file = (name: string, sql: string) => writeFileSync(join(dir, name), sql);
const run = () => migrate(db.pool, () => {}, dir);

beforeEach(async () => {
  db = await freshDatabase('empty');
  dir = mkdtempSync(join(tmpdir(), 'ikrar-migrations-'));
  file('0001_first.sql', 'create table a (x integer);\ninsert into a values (1);\n');
  file('0002_second.sql', 'create table b (x integer)');
});
afterEach(async () => {
  rmSync(dir, { recursive: true });
  await db.drop();
});

describe('migrate', () => {
  it('applies what is new, in order, once', async () => {
    expect(await schemaVersion(db.pool)).toBe(0);
    expect(await run()).toEqual({ applied: ['0001_first.sql', '0002_second.sql'], version: 2 });
    expect(await run()).toEqual({ applied: [], version: 2 });
    file('0010_third.sql', 'insert into b values (3)');
    expect(await run()).toEqual({ applied: ['0010_third.sql'], version: 10 });
    expect(await schemaVersion(db.pool)).toBe(10);
  });

  it('is safe with many processes at once', async () => {
    const results = await Promise.all([run(), run(), run(), run()]);
    expect(results.flatMap((result) => result.applied)).toEqual(['0001_first.sql', '0002_second.sql']);
    expect((await db.pool.query('select x from a')).rowCount).toBe(1);
  });

  it('rolls a failing file back, names the line, keeps the files before it', async () => {
    file('0003_bad.sql', 'create table c (x integer);\nselect nothing from c;');
    await expect(run()).rejects.toThrow(/0003_bad\.sql failed: line 2: column "nothing"/);
    expect(await schemaVersion(db.pool)).toBe(2);
    const { rows } = await db.pool.query("select to_regclass('c') as c");
    expect(rows).toEqual([{ c: null }]);
    file('0003_bad.sql', 'create table c (x integer)');
    expect((await run()).applied).toEqual(['0003_bad.sql']);
  });

  it('refuses a changed file, but not one with other line ends', async () => {
    await run();
    file('0001_first.sql', 'create table a (x integer);\r\ninsert into a values (1);\r\n');
    expect((await run()).applied).toEqual([]);
    file('0001_first.sql', 'create table a (x bigint);');
    await expect(run()).rejects.toThrow(/0001_first\.sql changed after it was applied/);
  });

  it('refuses a database newer than the program, a vanished file and a late one', async () => {
    await run();
    file('0001_late.sql', 'select 1');
    await expect(run()).rejects.toThrow(/have the same number/);
    unlinkSync(join(dir, '0001_late.sql'));
    unlinkSync(join(dir, '0002_second.sql'));
    await expect(run()).rejects.toThrow(/The database is newer than this program: it has 0002_second/);
    file('0003_third.sql', 'select 1');
    await expect(run()).rejects.toThrow(/0002_second\.sql was applied, but its file is gone/);
    unlinkSync(join(dir, '0003_third.sql'));
    file('0002_second.sql', 'create table b (x integer)');
    file('0000_early.sql', 'select 1');
    await expect(run()).rejects.toThrow(/0000_early\.sql comes before 0001_first\.sql/);
  });

  it('refuses a misnamed file', async () => {
    file('3_x.sql', 'select 1');
    await expect(run()).rejects.toThrow(/named like 0001_name\.sql/);
  });

  it('finds the directory of this program', () => {
    expect(migrationsDir()).toBe(join(process.cwd(), 'db', 'migrations'));
  });
});
