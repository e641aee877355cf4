import pg from 'pg';
import { isRunning, type ProcessMark, pause } from './processes.ts';

/** How a server answers a knock. */
export type Knock = 'ready' | 'busy' | 'absent';

/** The connection string of a database behind a socket; libpq and `pg` read it alike. */
export function socketUrl(socketDir: string, database: string): string {
  return `postgresql:///${database}?host=${encodeURIComponent(socketDir)}&user=ikrar`;
}

/** Tries one connection. 'busy' means starting, recovering, stopping or full. */
export async function knock(url: string): Promise<Knock> {
  return withClient(url, async () => 'ready' as const).catch((error: Error & { code?: string }) => {
    if (error.code === '57P03' || error.code === '53300') return 'busy';
    return 'absent';
  });
}

/** Waits until the server takes connections. @returns false when its process ended before */
export async function untilReady(url: string, server: ProcessMark, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  for (let wait = 20; performance.now() < end; wait = Math.min(wait * 1.3, 500)) {
    if ((await knock(url)) === 'ready') return true;
    if (!isRunning(server)) return false;
    await pause(wait);
  }
  throw new Error(`The database server (process ${server.pid}) did not get ready in time.`);
}

/** Makes the database of that name unless it is there. */
export async function ensureDatabase(socketDir: string, name: string): Promise<void> {
  await withClient(socketUrl(socketDir, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function withClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await fn(client);
  } finally {
    await client.end().catch(() => {});
  }
}
