import type pg from 'pg';

/** What becomes of one statement on its way to the database. */
export type Fault =
  /** It never arrives. */
  | 'refused'
  /** The server ends its connection just before. */
  | 'terminated'
  /** It is done, but nobody hears of it: the process is gone, and with it all its connections. */
  | 'died';

/**
 * A pool on which the statement of number `at` (from 1) meets a fault; 0 for none.
 * @param admin ends connections
 */
export function faultyPool(pool: pg.Pool, admin: pg.Pool, fault: Fault, at: number) {
  let calls = 0;
  let dead = false;
  const gone = () => new Error('the process is gone');
  const send = async (client: pg.PoolClient, args: unknown[]) => {
    calls += 1;
    if (dead) throw gone();
    const query = () => (client.query as (...args: unknown[]) => Promise<unknown>)(...args);
    if (calls !== at) return query();
    if (fault === 'refused') throw new Error('the database says no');
    if (fault === 'terminated') {
      const { processID } = client as unknown as { processID: number };
      await admin.query('select pg_terminate_backend($1, 5000)', [processID]);
      return query();
    }
    dead = true;
    await query();
    throw gone();
  };
  const connect = async () => {
    if (dead) throw gone();
    const client = await pool.connect();
    return {
      query: (...args: unknown[]) => send(client, args),
      release: (broken?: boolean) => client.release(broken || dead),
    };
  };
  const query = async (...args: unknown[]) => {
    const client = await connect();
    try {
      return await client.query(...args);
    } catch (error) {
      client.release(true);
      client.release = () => {};
      throw error;
    } finally {
      client.release();
    }
  };
  return { pool: { connect, query } as unknown as pg.Pool, calls: () => calls };
}
