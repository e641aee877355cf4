import type pg from 'pg';
import { type Migration, migrationFiles, migrationsDir } from './migration-files.ts';
import type { Log } from './types.ts';

/** What a migration run did. */
export interface Migrated {
  /** File names applied now, in order. */
  readonly applied: readonly string[];
  /** Number of the last migration the database has. */
  readonly version: number;
}

/**
 * Brings the schema up to the newest file of the directory: forward only, each file in one transaction. Several
 * processes may call it at once; one works, the others wait and find nothing left to do.
 * @param dir default: db/migrations beside package.json
 * @param upTo the last number to apply, for a restore; default: all
 * @throws Error for a changed or vanished file, one numbered below the newest applied, a database newer than this
 *   program, and any failing statement (that file is rolled back, the files before it stay)
 */
export async function migrate(
  pool: pg.Pool,
  log: Log = () => {},
  dir = migrationsDir(),
  upTo = Number.POSITIVE_INFINITY,
): Promise<Migrated> {
  const files = migrationFiles(dir).filter((file) => file.number <= upTo);
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const result = await applyAll(client, files, log);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    broken = false;
    return result;
  } finally {
    // A failed run closes the connection, which frees the lock in any state.
    client.release(broken);
  }
}

/** Number of the last migration applied, 0 for a database without any. */
export async function schemaVersion(client: Pick<pg.ClientBase, 'query'>): Promise<number> {
  const table = await client.query<{ found: boolean }>(
    "select to_regclass('platform.migration') is not null as found",
  );
  if (!table.rows[0]?.found) return 0;
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(number), 0) as version from platform.migration',
  );
  return rows[0]?.version ?? 0;
}

/** Any constant will do, as long as it never changes: 'ikrar' in ASCII. */
const lockKey = 0x696b726172;

async function applyAll(client: pg.PoolClient, files: readonly Migration[], log: Log): Promise<Migrated> {
  await client.query(ledger);
  const done = await client.query<Applied>(
    'select number, name, checksum from platform.migration order by number',
  );
  check(files, done.rows);
  const pending = files.slice(done.rows.length);
  for (const file of pending) {
    await apply(client, file);
    log(`Database: ${file.name}`);
  }
  return { applied: pending.map((file) => file.name), version: files.at(-1)?.number ?? 0 };
}

const ledger = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Invariant: what was applied is exactly the beginning of the list of files. */
function check(files: readonly Migration[], applied: readonly Applied[]): void {
  const newest = files.at(-1)?.number ?? 0;
  const last = applied.at(-1);
  if (last && last.number > newest) {
    throw new Error(
      `The database is newer than this program: it has ${last.name}, this program ends at ${newest}. ` +
        'Run the newer program.',
    );
  }
  applied.forEach((row, index) => {
    const file = files[index];
    if (file === undefined || file.number > row.number)
      throw new Error(`${row.name} was applied, but its file is gone.`);
    if (file.number < row.number)
      throw new Error(`${file.name} comes before ${row.name}, which was applied already.`);
    if (file.checksum !== row.checksum) {
      throw new Error(
        `${file.name} changed after it was applied. Restore it, and put the change into a new file.`,
      );
    }
  });
}

async function apply(client: pg.PoolClient, file: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into platform.migration (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`${file.name} failed: ${place(file.sql, error)}`, { cause: error });
  }
}

/** The server counts characters; people count lines. */
function place(sql: string, error: unknown): string {
  const { message, position } = error as Error & { position?: string };
  if (position === undefined) return message;
  return `line ${sql.slice(0, Number(position) - 1).split('\n').length}: ${message}`;
}
