import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { OutcomeUnknown, transaction } from './transaction.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase('empty');
  await db.pool.query('create table counter (id integer primary key, value integer not null)');
  await db.pool.query('insert into counter values (1, 0), (2, 0)');
});
afterAll(() => db.drop());

const bump = (client: pg.PoolClient, id: number) =>
  client.query('update counter set value = value + 1 where id = $1', [id]);
const value = async (id: number) =>
  (await db.pool.query<{ value: number }>('select value from counter where id = $1', [id])).rows[0]?.value;
const kill = async (client: pg.PoolClient) => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await db.pool.query('select pg_terminate_backend($1, 2000)', [rows[0]?.pid]);
};

describe('transaction', () => {
  it('keeps all or nothing', async () => {
    const failing = transaction(db.pool, async (client) => {
      await bump(client, 1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await value(1)).toBe(0);
    expect(await transaction(db.pool, async (client) => (await bump(client, 1)).rowCount)).toBe(1);
    expect(await value(1)).toBe(1);
  });

  it('runs again after a deadlock and after a serialization failure', async () => {
    const before = (await value(1)) ?? 0;
    const both = (first: number, second: number) =>
      transaction(db.pool, async (client) => {
        await bump(client, first);
        await client.query('select pg_sleep(0.1)');
        await bump(client, second);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    const serial = () =>
      transaction(db.pool, (client) => bump(client, 1), {
        mode: 'isolation level serializable',
        attempts: 20,
      });
    await Promise.all([serial(), serial(), serial(), serial()]);
    expect(await value(1)).toBe(before + 6);
  });

  it('runs again on a new connection when the old one broke', async () => {
    const before = (await value(1)) ?? 0;
    let runs = 0;
    await transaction(db.pool, async (client) => {
      await bump(client, 1);
      runs += 1;
      if (runs === 1) await kill(client);
      await bump(client, 1);
    });
    expect(runs).toBe(2);
    expect(await value(1)).toBe(before + 2);
  });

  it('says so when the connection broke during COMMIT, and repeats only what may be repeated', async () => {
    let runs = 0;
    const cutOff = async (client: pg.PoolClient) => {
      runs += 1;
      if (runs === 1) await kill(client);
    };
    await expect(transaction(db.pool, cutOff)).rejects.toThrow(OutcomeUnknown);
    runs = 0;
    await transaction(db.pool, cutOff, { idempotent: true });
    expect(runs).toBe(2);
  });

  it('never takes a rolled back transaction for a success', async () => {
    const swallowing = transaction(db.pool, async (client) => {
      await client.query('select 1/0').catch(() => {});
    });
    await expect(swallowing).rejects.toThrow(/already failed/);
  });

  it('leaves no client behind', () => {
    expect(db.pool.idleCount).toBe(db.pool.totalCount);
    expect(db.pool.waitingCount).toBe(0);
  });
});
