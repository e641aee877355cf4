import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { ownerFile } from './files-owner.ts';

/** What every slice is given: the database, the configuration, the clock, and named secrets of this installation. */
export interface Platform {
  pool: Pool;
  /** For figures only, possibly of a server that follows a moment behind; else the pool itself. */
  reader: Pool;
  config: Config;
  now(): Date;
  /** 32 random bytes kept in `keys/NAME.key` of the data directory, readable by the owner only. */
  secret(name: string): KeyObject;
}

export function createPlatform(pool: Pool, config: Config, now: () => Date, reader = pool): Platform {
  const secrets = new Map<string, KeyObject>();
  const fresh = () => randomBytes(32).toString('base64');
  return {
    pool,
    reader,
    config,
    now,
    secret(name) {
      const known =
        secrets.get(name) ??
        createSecretKey(ownerFile(join(config.dataDir, 'keys', `${name}.key`), fresh), 'base64');
      secrets.set(name, known);
      return known;
    },
  };
}
