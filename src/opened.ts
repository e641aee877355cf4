import { join } from 'node:path';
import type { Config } from './platform/config.ts';
import { type Db, migrate, openDatabase } from './platform/db/index.ts';
import { createPlatform, type Platform } from './platform/platform.ts';
import { packageRoot } from './platform/root.ts';

export interface Opened {
  platform: Platform;
  close(): Promise<void>;
}

/** The database of this configuration, brought to this version's schema; closed by whoever opened it. */
export async function open(config: Config, log: (line: string) => void): Promise<Opened> {
  const db: Db = await openDatabase(config, log);
  try {
    await migrate(db.pool, join(packageRoot(), 'db/migrations'));
    return { platform: createPlatform(db.pool, config, () => new Date()), close: () => db.close() };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Runs `work` on an open platform and closes it, whatever happens. */
export async function withPlatform<T>(
  config: Config,
  log: (line: string) => void,
  work: (platform: Platform) => Promise<T>,
): Promise<T> {
  const opened = await open(config, log);
  try {
    return await work(opened.platform);
  } finally {
    await opened.close();
  }
}
