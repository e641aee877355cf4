import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { migrate, openDatabase, openPool } from '../../src/platform/db/index.ts';
import { workAsApplication } from '../../src/platform/opened.ts';
import { createPlatform, type Platform } from '../../src/platform/platform.ts';
import { ORIGIN } from './load.ts';
import type { Bench } from './report.ts';
import { delayLibrary, startOnSlowDisk } from './slow-disk.ts';

/** A new installation in a temporary folder, with the database its server would have. */
export interface Site {
  platform: Platform;
  config: Config;
  /** Connection string of the database's owner. */
  url: string;
  /** Gathers the planner's statistics, as autovacuum does within a minute after much was written. */
  settle(): Promise<void>;
}

/**
 * Gives `work` a new site and removes it afterwards. `delay`: milliseconds added to each fdatasync of its database;
 * where no library for that can be made, nothing is run. @throws Error where the database would not be durable
 */
export async function withSite(bench: Bench, work: (site: Site) => Promise<void>, delay = 0): Promise<void> {
  const library = delay > 0 ? delayLibrary() : null;
  if (delay > 0 && !library) return bench.say(`no C compiler here: ${delay} ms of added delay not measured`);
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-bench-'));
  const config = readConfig({ IKRAR_DATA: dataDir, PORT: '0', IKRAR_URL: ORIGIN });
  const quiet = () => {};
  const slow = library ? await startOnSlowDisk(dataDir, library, delay) : null;
  try {
    const db = await openDatabase(config, quiet);
    try {
      await migrate(db.pool, quiet);
      bench.say(`database ready: ${await durability(db.pool)}`);
      const pool = await openPool(db.url, quiet);
      await workAsApplication(db.pool, pool, quiet);
      const platform = createPlatform(pool, config, () => new Date());
      const settle = async () => void (await db.pool.query('analyze'));
      await work({ platform, config, url: db.url, settle }).finally(() => pool.end());
    } finally {
      await db.close();
    }
  } finally {
    await slow?.stop();
    rmSync(dataDir, { recursive: true, force: true });
    if (library) rmSync(dirname(library), { recursive: true, force: true });
  }
}

async function durability(pool: Platform['pool']): Promise<string> {
  const names = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes'];
  const { rows } = await pool.query('select name, setting from pg_settings where name = any($1)', [names]);
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  for (const name of names.slice(1))
    if (settings[name] !== 'on')
      throw new Error(`${name} is ${settings[name]}: nothing measured here would count`);
  return `PostgreSQL ${settings.server_version}, fsync, synchronous_commit and full_page_writes on`;
}
