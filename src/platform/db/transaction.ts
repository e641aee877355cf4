import type pg from 'pg';
import { reachSql } from './reach.ts';

/** How a transaction runs. */
export interface TransactionOptions {
  /** SQL after BEGIN, such as 'isolation level repeatable read read only'. */
  readonly mode?: string;
  /**
   * True when running `fn` twice has the effect of once (natural key and ON CONFLICT DO NOTHING). Only then is
   * it tried again after the connection broke during COMMIT, where nobody can know whether it was kept.
   */
  readonly idempotent?: boolean;
  /** How often to try in all, default 5. */
  readonly attempts?: number;
}

/** The connection broke while COMMIT was under way: the change may or may not have been kept. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection to the database broke during COMMIT; whether the change was kept is unknown.', {
      cause,
    });
    this.name = 'OutcomeUnknown';
  }
}

/**
 * Runs `fn` in one transaction and commits. It runs again from its start, on a fresh connection if need be,
 * after a serialization failure, a deadlock, a failover or a lost connection: `fn` must do nothing outside
 * the database.
 * @throws whatever `fn` throws, after ROLLBACK; OutcomeUnknown when COMMIT was cut off
 */
export async function transaction<T>(
  pool: pg.Pool,
  fn: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, fn, options);
    } catch (error) {
      const again = attempt < attempts && mayTryAgain(error, options);
      if (!again) throw error;
      await pause(20 * 2 ** attempt);
    }
  }
}

/** True for an error after which the connection, or the server behind it, is gone. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A socket that is gone is no such file too, but a missing file is no lost connection.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
  return (
    lossCodes.has(code) || code.startsWith('08') || /^Connection terminated|not queryable/.test(error.message)
  );
}

async function once<T>(
  pool: pg.Pool,
  fn: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(`begin ${options.mode ?? ''};${reachSql(pool)}`);
    const result = await fn(client);
    await commit(client);
    return result;
  } catch (error) {
    broken = isConnectionLoss(error) || error instanceof OutcomeUnknown || !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A failed statement that `fn` swallowed turns COMMIT into ROLLBACK; that must never look like success. */
async function commit(client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (error) {
    throw isConnectionLoss(error) ? new OutcomeUnknown(error) : error;
  }
  if (command === 'ROLLBACK') throw new Error('The transaction had already failed and was rolled back.');
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

function mayTryAgain(error: unknown, options: TransactionOptions): boolean {
  if (error instanceof OutcomeUnknown) return options.idempotent === true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return isConnectionLoss(error) || retryCodes.has(String(code));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Behind a transaction's mode: plans go by index, whatever the statistics say. A few seconds after a campaign opens they
 * still say that nobody has signed, and a plan for empty tables reads a hundred thousand rows whole, again and again.
 */
export const BY_INDEX = '; set local enable_seqscan = off';

/** Serialization failure, deadlock, read-only after a failover. */
const retryCodes = new Set(['40001', '40P01', '25006']);

/** Shutdown, crash, starting up, and what the socket says. */
const lossCodes = new Set([
  ...['57P01', '57P02', '57P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
]);
