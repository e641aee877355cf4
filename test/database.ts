import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { openPool } from '../src/platform/db/index.ts';
import { workAsApplication } from '../src/platform/opened.ts';
import { urlOf } from './global-setup.ts';

/** A database of one test file (or one test). */
export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
  /** Ends the pool and drops the database. Call in afterAll. */
  drop(): Promise<void>;
}

/**
 * A new migrated database, copied from the template in about a tenth of a second.
 * @param source 'empty' for one without any of our tables
 * @throws Error when the suite has no database server
 */
export async function freshDatabase(source: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = inject('testServer');
  if ('failure' in server) throw new Error(`There is no test database: ${server.failure}`);
  const name = `${server.template}_${randomBytes(6).toString('hex')}`;
  const template = source === 'migrated' ? server.template : 'template0';
  await administer(server.url, `create database ${name} template ${template}`);
  const url = urlOf(server.url, name);
  const pool = await openPool(url, () => {});
  const application = source === 'migrated' ? await openPool(url, () => {}) : pool;
  if (application !== pool) await workAsApplication(pool, application, () => {});
  applications.set(pool, application);
  const drop = async () => {
    if (application !== pool) await application.end();
    await pool.end();
    await administer(server.url, `drop database if exists ${name} with (force)`);
  };
  return { pool, url, drop };
}

const applications = new WeakMap<pg.Pool, pg.Pool>();

/** The pool that works as the server does: in its role, bound to the institution in reach. `pool` is the owner's. */
export function asServer(pool: pg.Pool): pg.Pool {
  return applications.get(pool) ?? pool;
}

async function administer(url: string, sql: string): Promise<void> {
  const pool = await openPool(url, () => {});
  await pool.query(sql).finally(() => pool.end());
}
