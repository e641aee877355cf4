import type pg from 'pg';
import { runToEnd } from '../../test/server.ts';
import type { Answer } from './phones.ts';

/**
 * Whoever was told a receipt must be stored under it, at the place that was told, once.
 * @returns how many are stored in all. @throws Error naming the first promise that was not kept
 */
export async function requireAllThere(
  pool: pg.Pool,
  agencyId: string,
  promised: readonly Answer[],
): Promise<number> {
  const stored = await storedBy(pool, agencyId);
  for (const { receipt, index } of promised) {
    const there = stored.get(receipt);
    if (there === undefined) throw new Error(`receipt ${receipt}, promised at ${index}, is lost`);
    if (there !== index) throw new Error(`receipt ${receipt} was promised ${index} and has ${there}`);
  }
  return stored.size;
}

/** Index by receipt, after proving that persons, receipts and indexes stand once each and without a gap. */
async function storedBy(pool: pg.Pool, agencyId: string): Promise<Map<string, number>> {
  const { rows } = await pool.query(
    `select r.receipt, r.idx::int as idx, r.person_id, s.receipt as signed from evidence.record r
     full join signing.signature s using (agency_id, campaign_id, person_id)
     where agency_id = $1 order by r.idx`,
    [agencyId],
  );
  const persons = new Set(rows.map((row) => row.person_id));
  if (persons.size !== rows.length) throw new Error('somebody stands there twice');
  for (const [i, row] of rows.entries())
    if (row.idx !== i || row.signed !== row.receipt) throw new Error(`index ${i} is ${JSON.stringify(row)}`);
  return new Map(rows.map((row) => [row.receipt, row.idx]));
}

/** @throws Error with what `ikrar log check` found */
export async function requireWholeLog(dataDir: string, env: Record<string, string> = {}): Promise<void> {
  const { code, out, err } = await runToEnd(['log', 'check', '--json'], dataDir, env);
  if (code !== 0) throw new Error(`log check ended with ${code}: ${out}${err.slice(-2000)}`);
}
