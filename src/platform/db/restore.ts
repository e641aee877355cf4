import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { nameOf, quote, quoted, tablesInOrder, textForm } from './backup/catalog.ts';
import { entryOf, type Manifest, type TableEntry } from './backup/manifest.ts';
import { type CheckedBackup, checkBackup } from './backup/read.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrationFiles, migrationsDir } from './migration-files.ts';
import { transaction } from './transaction.ts';
import type { Log } from './types.ts';

/**
 * Loads a backup into a new database and data directory: first the schema as it was, then all rows in one
 * transaction, then the keys, then the migrations that are newer than the backup. The pool's database is one
 * without tables, or a migrated one of the same version without rows.
 * Crash points: before COMMIT the database stays empty; between COMMIT and the last rename the keys lie complete in
 * DATA/keys.restored, and renaming that folder to `keys` ends the restore.
 * @throws DamagedBackup before anything is written; Error for a database or keys in use, or a newer schema
 */
export async function restore(
  pool: pg.Pool,
  dataDir: string,
  path: string,
  log: Log = () => {},
  dir = migrationsDir(),
): Promise<Manifest> {
  const checked = await checkBackup(path);
  const { manifest } = checked;
  const version = manifest.migrations.at(-1)?.number ?? 0;
  checkMigrations(manifest, dir);
  refuseKeys(dataDir);
  await refuseRows(pool, version);
  await migrate(pool, log, dir, version);
  await writeKeys(dataDir, checked);
  await transaction(pool, (client) => load(client, checked, log), { attempts: 1 });
  placeKeys(dataDir, manifest);
  await migrate(pool, log, dir);
  return manifest;
}

function checkMigrations(manifest: Manifest, dir: string): void {
  const files = new Map(migrationFiles(dir).map((file) => [file.number, file]));
  const newest = Math.max(0, ...files.keys());
  for (const { number, name, checksum } of manifest.migrations) {
    if (number > newest) {
      throw new Error(
        `The backup is newer than this program: it has ${name}. Restore it with the newer program.`,
      );
    }
    if (files.get(number)?.checksum !== checksum) {
      throw new Error(`The backup was made by another program: its ${name} is not the one here.`);
    }
  }
}

function refuseKeys(dataDir: string): void {
  const folder = join(dataDir, 'keys');
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Error(
    `${folder} holds keys already, and they are left as they are. Restore into a new data directory.`,
  );
}

async function refuseRows(pool: pg.Pool, version: number): Promise<void> {
  const found = await schemaVersion(pool);
  if (found !== 0 && found !== version) {
    throw new Error(
      `The database has schema ${found}, the backup ${version}. Restore into a new, empty database.`,
    );
  }
  for (const table of await tablesInOrder(pool)) {
    if (found === 0)
      throw new Error(`The database is not empty: it has ${nameOf(table)}. Restore into a new one.`);
    const { rowCount } = await pool.query(`select from ${quoted(table)} limit 1`);
    if (rowCount !== 0)
      throw new Error(`The database is not empty: ${nameOf(table)} has rows. Restore into a new one.`);
  }
}

async function load(client: pg.PoolClient, checked: CheckedBackup, log: Log): Promise<void> {
  const { tables, sequences } = checked.manifest;
  await client.query(textForm);
  await clearSeeds(client, tables);
  for (const table of tables) await loadTable(client, table, checked);
  for (const { schema, name, last, called } of sequences) {
    const sequence = `${quote(schema)}.${quote(name)}`;
    await client.query('select setval($1::text::regclass, $2::bigint, $3)', [sequence, last, called]);
  }
  log(`Restored ${tables.reduce((sum, table) => sum + table.rows, 0)} rows in ${tables.length} tables.`);
}

/** Rows that migrations put in are in the backup too, perhaps changed since. */
async function clearSeeds(client: pg.PoolClient, tables: readonly TableEntry[]): Promise<void> {
  const present = await tablesInOrder(client);
  const same = present.map(nameOf).sort().join() === tables.map(nameOf).sort().join();
  if (!same) throw new Error('The tables of the backup are not those of its schema version.');
  for (const table of present.reverse()) await client.query(`delete from ${quoted(table)}`);
}

async function loadTable(client: pg.PoolClient, table: TableEntry, checked: CheckedBackup): Promise<void> {
  const list = table.columns.map(quote).join(', ');
  // COPY FROM refuses a table whose policies bind even its owner; nobody else sees it before the commit.
  const bound = await isBound(client, table);
  if (bound) await client.query(`alter table ${quoted(table)} no force row level security`);
  const into = client.query(copyFrom(`copy ${quoted(table)} (${list}) from stdin`));
  await pipeline(checked.stream(entryOf(table)), createGunzip(), into);
  if (bound) await client.query(`alter table ${quoted(table)} force row level security`);
  if (into.rowCount === table.rows) return;
  throw new Error(`${nameOf(table)}: ${into.rowCount} rows came out of the backup, ${table.rows} went in.`);
}

async function isBound(client: pg.PoolClient, table: TableEntry): Promise<boolean> {
  const asked = 'select relforcerowsecurity as bound from pg_class where oid = $1::text::regclass';
  const { rows } = await client.query<{ bound: boolean }>(asked, [quoted(table)]);
  return rows[0]?.bound ?? false;
}

const waiting = 'keys.restored';

/** Owner only, and on disk before the rows are committed. */
async function writeKeys(dataDir: string, checked: CheckedBackup): Promise<void> {
  const folder = join(dataDir, waiting);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { name } of checked.manifest.keys) {
    const file = await open(join(folder, name), 'wx', 0o600);
    await file.writeFile(checked.stream(`keys/${name}`));
    await file.sync();
    await file.close();
  }
}

function placeKeys(dataDir: string, manifest: Manifest): void {
  const folder = join(dataDir, waiting);
  const keys = join(dataDir, 'keys');
  if (manifest.keys.length === 0) {
    rmSync(folder, { recursive: true });
    return;
  }
  // Checked empty before: rename replaces an empty folder.
  renameSync(folder, keys);
}
