import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { ownerFile } from './files-owner.ts';

/** What every slice is given: the database, the configuration, the clock, and named secrets of this installation. */
export interface Platform {
  pool: Pool;
  config: Config;
  now(): Date;
  /** 32 random bytes kept in `keys/NAME.key` of the data directory, readable by the owner only. */
  secret(name: string): Buffer;
}

export function createPlatform(pool: Pool, config: Config, now: () => Date): Platform {
  return {
    pool,
    config,
    now,
    secret: (name) =>
      Buffer.from(
        ownerFile(join(config.dataDir, 'keys', `${name}.key`), () => randomBytes(32).toString('base64')),
        'base64',
      ),
  };
}
