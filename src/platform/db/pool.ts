import pg from 'pg';
import type { Config } from '../config.ts';
import { startEmbedded } from './embedded.ts';
import { reachSql } from './reach.ts';
import { transaction } from './transaction.ts';
import { columnTypes, type Log } from './types.ts';

/** An open database. Whoever opened it closes it, after the last request was answered. */
export interface Db {
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the database: the one of DATABASE_URL, or else the embedded server of the data directory, which is
 * started unless another command of the same directory runs it already.
 * @throws Error that says what to do when the server cannot be reached, started or used
 */
export async function openDatabase(config: Pick<Config, 'dataDir' | 'databaseUrl'>, log: Log): Promise<Db> {
  if (config.databaseUrl !== undefined) {
    const pool = await openPool(config.databaseUrl, log);
    return { pool, url: config.databaseUrl, close: () => endPool(pool) };
  }
  const server = await startEmbedded({ dataDir: config.dataDir, log });
  const lost = server.adopted
    ? ' It was started by another Ikrar process, which has ended; run this again.'
    : '';
  try {
    const pool = await openPool(server.url, log, lost);
    return { pool, url: server.url, close: () => endPool(pool).finally(() => server.stop()) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * A checked pool on a connection string: reachable, and PostgreSQL 15 or later.
 * @param lost what to add to the log line when the server goes away
 */
export async function openPool(url: string, log: Log, lost = ''): Promise<pg.Pool> {
  const pool = new ReachPool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    application_name: 'ikrar',
    types: columnTypes,
  });
  // A pool that has ended may still hear its last connections close with the server.
  pool.on('error', (error) => {
    if (!pool.ending) log(`Lost a connection to the database: ${error.message}.${lost}`);
  });
  // A client that is checked out but idle has no other listener; without one the process would die.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await checkVersion(pool, url);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** A statement alone is a transaction too, and begins with whose rows it may see. */
class ReachPool extends pg.Pool {
  override query(...asked: [never]): never {
    if (reachSql(this) === '') return super.query(...asked) as never;
    return transaction(this, (client) => client.query(...asked), { attempts: 1 }) as never;
  }
}

/** Waits for work under way, but not for ever: a statement that hangs must not keep the process from ending. */
async function endPool(pool: pg.Pool): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 10_000);
  });
  await Promise.race([pool.end(), patience]).finally(() => clearTimeout(timer));
}

const oldest = 15;

async function checkVersion(pool: pg.Pool, url: string): Promise<void> {
  const version = await serverVersion(pool).catch((error: Error) => {
    throw new Error(`Cannot use the database at ${withoutPassword(url)}: ${reason(error)}`, { cause: error });
  });
  if (Math.floor(version / 10_000) >= oldest) return;
  const found = `${Math.floor(version / 10_000)}.${version % 10_000}`;
  throw new Error(
    `The database at ${withoutPassword(url)} is PostgreSQL ${found}. Ikrar needs ${oldest} or later: ` +
      'upgrade it, or unset DATABASE_URL to use the embedded server.',
  );
}

async function serverVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  return Number(rows[0]?.version);
}

function reason(error: Error & { code?: string }): string {
  return error.message || error.code || 'no answer';
}

/** The connection string as it may be shown in a log. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^/]*@/, '$1:…@').replace(/([?&]password=)[^&]*/g, '$1…');
}
