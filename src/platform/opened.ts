import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from './config.ts';
import { markSeparated, migrate, openDatabase, openPool } from './db/index.ts';
import { createPlatform, type Platform } from './platform.ts';

export interface Opened {
  platform: Platform;
  /** The database's owner: for commands of whoever runs the installation, never for the server. */
  owner: pg.Pool;
  close(): Promise<void>;
}

/** The database of this configuration, brought to this version's schema; closed by whoever opened it. */
export async function open(config: Config, log: (line: string) => void): Promise<Opened> {
  const db = await openDatabase(config, log);
  try {
    await migrate(db.pool, log);
    const pool = await openPool(db.url, log);
    await workAsApplication(db.pool, pool, log);
    const reader = config.readUrl === undefined ? pool : await openPool(config.readUrl, log);
    if (reader !== pool) await workAsApplication(db.pool, reader, log);
    const close = async () => {
      if (reader !== pool) await reader.end();
      await pool.end();
      await db.close();
    };
    return { platform: createPlatform(pool, config, () => new Date(), reader), owner: db.pool, close };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Every connection of the server takes the role that cannot change what was sealed (migration 0120). */
export async function workAsApplication(
  owner: pg.Pool,
  pool: pg.Pool,
  log: (line: string) => void,
): Promise<void> {
  const { rows } = await owner.query(
    `select exists (select from pg_roles where rolname = 'ikrar_app' and pg_has_role(oid, 'member')) as possible,
      exists (select from pg_roles where rolname = 'ikrar_wide' and pg_has_role(oid, 'member')) as separated`,
  );
  if (!rows[0]?.possible) {
    log(
      'The database user may not make roles: append-only is kept by the program alone, not by the database.',
    );
    return;
  }
  // Before anything else runs on a connection; one that cannot take the role is never used. The idle one takes it too.
  Object.assign(pool.options, { onConnect: (client: pg.ClientBase) => client.query('set role ikrar_app') });
  await pool.query('set role ikrar_app');
  if (rows[0].separated) markSeparated(pool);
  else
    log('The database has no role for work across institutions: they are kept apart by the program alone.');
}

/** Whether there is a database to ask; a stranger's machine that only checks a file gets none made for it. */
export function hasInstallation(config: Config): boolean {
  return config.databaseUrl !== undefined || existsSync(join(config.dataDir, 'postgres'));
}

/** For a command: runs `work` on an open platform and closes it, whatever happens. */
export async function withPlatform<T>(config: Config, work: (platform: Platform) => Promise<T>): Promise<T> {
  const opened = await open(config, () => {});
  try {
    return await work(opened.platform);
  } finally {
    await opened.close();
  }
}
