/**
 * A real process that runs the embedded server, for the tests that kill it.
 * Usage: node embedded-child.ts DATA. Prints one line of JSON when the database is open; `query` on stdin runs a
 * statement and prints a line; SIGTERM and SIGINT close the database and end the process.
 */
import { createInterface } from 'node:readline';
import { openDatabase } from '../src/platform/db/pool.ts';

const dataDir = process.argv[2] as string;
const log = (line: string) => console.error(line);

try {
  const db = await openDatabase({ dataDir, databaseUrl: undefined }, log);
  await db.pool.query('create table if not exists start (at timestamptz not null)');
  await db.pool.query('insert into start values (now())');
  const close = () => db.close().then(() => process.exit(0));
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
  await answer(db.pool);
  createInterface({ input: process.stdin }).on('line', () => answer(db.pool));
} catch (error) {
  console.log(JSON.stringify({ error: (error as Error).message }));
  process.exitCode = 1;
}

async function answer(pool: Awaited<ReturnType<typeof openDatabase>>['pool']): Promise<void> {
  const { rows } = await pool
    .query('select count(*) as starts, pg_postmaster_start_time()::text as since from start')
    .catch((error: Error) => ({ rows: [{ error: error.message }] }));
  console.log(JSON.stringify(rows[0]));
}
