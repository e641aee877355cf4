import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Fault, faultyPool } from '../../../test/faulty-pool.ts';
import { growSealed, withoutSignatures } from '../../../test/log-world.ts';
import { readConfig } from '../../platform/config.ts';
import { openPool } from '../../platform/db/index.ts';
import { createPlatform, type Platform } from '../../platform/platform.ts';
import { type LogKey, logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import { publishAll } from '../publish.ts';
import { checkLogs } from './check-installation.ts';

let db: TestDatabase;
let admin: pg.Pool;
let platform: Platform;
let key: LogKey;
/** So that a tile becomes full on the way. */
const GROWN = 13;
let at = new Date('2024-09-18T00:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-faults-'));
beforeAll(async () => {
  db = await freshDatabase();
  admin = await openPool(db.url, () => {});
  platform = createPlatform(db.pool, readConfig({ IKRAR_DATA: dataDir }), () => at);
  key = logKey(platform.config, await originOf(db.pool));
});
afterAll(async () => {
  await admin.end();
  await db.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The log grows; publishing meets the fault; whoever publishes next finds everything in order or sets it right. */
async function publishWith(fault: Fault, number: number, size: number): Promise<number> {
  const log = { agencyId: 'fakfak', campaignId: fault };
  await growSealed(platform, log, size, size + GROWN);
  // Whoever died keeps its lease; the next one comes when it has ended.
  at = new Date(at.getTime() + 30_000);
  const faulty = faultyPool(db.pool, admin, fault, number);
  await publishAll({ ...platform, pool: faulty.pool }, key, 'malang').catch(() => 0);
  await requireClean(fault);
  at = new Date(at.getTime() + 30_000);
  await publishAll(platform, key, 'penerus');
  const [report] = await requireClean(fault);
  expect(report).toMatchObject({ size: size + GROWN, published: size + GROWN });
  return faulty.calls();
}

async function requireClean(campaignId: string) {
  const reports = await checkLogs(platform, key, withoutSignatures, campaignId);
  expect(reports.map(({ difference }) => difference)).toEqual(reports.map(() => null));
  return reports;
}

it.each(['refused', 'terminated', 'died'] as const)(
  'a log is whole when any one statement of publishing is %s, and after the next round',
  async (fault) => {
    const calls = await publishWith(fault, 0, 0);
    expect(calls).toBeGreaterThan(20);
    for (let number = 1; number <= calls; number += 1) await publishWith(fault, number, number * GROWN);
    const { rows } = await db.pool.query(
      `select count(*)::int as places, count(distinct (campaign_id, size))::int as heads from evidence.head_place`,
    );
    expect(rows[0].places).toBe(rows[0].heads);
  },
  120_000,
);
