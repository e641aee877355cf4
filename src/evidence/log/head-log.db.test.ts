import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { growLog, treeOf } from '../../../test/log-world.ts';
import { createAgency } from '../../agencies/index.ts';
import { readConfig } from '../../platform/config.ts';
import { transaction } from '../../platform/db/index.ts';
import { createPlatform, type Platform } from '../../platform/platform.ts';
import { decodeHeadEntry, verifyTlogProof } from '../../verify/index.ts';
import { type LogKey, logKey } from '../keys.ts';
import { logsOf } from '../logs.ts';
import { originOf } from '../origin.ts';
import { proofOf } from '../proof.ts';
import { publishAll } from '../publish.ts';
import { lastCheckpoint } from '../store.ts';
import { ALL_LOGS, recordHeads } from './head-log.ts';

const agencyId = 'fakfak';
let db: TestDatabase;
let platform: Platform;
let key: LogKey;
let installation: string;
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-heads-'));
beforeAll(async () => {
  db = await freshDatabase();
  platform = createPlatform(db.pool, readConfig({ IKRAR_DATA: dataDir }), () => new Date());
  installation = await originOf(db.pool);
  key = logKey(platform.config, installation);
});
afterAll(async () => {
  await db.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const entries = async () => {
  const { rows } = await db.pool.query(
    `select entry from evidence.log_entry where agency_id = 'semua' order by idx`,
  );
  return rows.map(({ entry }) => decodeHeadEntry(entry));
};

describe('the tree of all logs', () => {
  it('records the newest head of every log that has grown, once', async () => {
    await growLog(db, agencyId, 'a', 0, 3);
    await growLog(db, agencyId, 'b', 0, 5);
    expect(await publishAll(platform, key, 'uji')).toBe(2);
    await publishAll(platform, key, 'uji');
    await growLog(db, agencyId, 'b', 5, 300);
    await publishAll(platform, key, 'uji');
    const origin = (log: string) => `${installation}/${agencyId}/${log}`;
    expect(await entries()).toEqual([
      { origin: origin('a'), size: 3, root: treeOf(3).root },
      { origin: origin('b'), size: 5, root: treeOf(5).root },
      { origin: origin('b'), size: 300, root: treeOf(300).root },
    ]);
  });

  it('is published as a log of its own, with proofs', async () => {
    const place = { agencyId: ALL_LOGS, campaignId: ALL_LOGS, idx: 2 };
    const head = await lastCheckpoint(db.pool, ALL_LOGS, ALL_LOGS);
    expect(head?.note.split('\n').slice(0, 2)).toEqual([`${installation}/semua`, '3']);
    const { rows } = await db.pool.query(
      `select entry from evidence.log_entry where agency_id = 'semua' and idx = 2`,
    );
    const proof = (await proofOf(db.pool, place, null)) as string;
    expect(verifyTlogProof(proof, rows[0].entry, [key.vkey(`${installation}/semua`)]).size).toBe(3);
  });

  it('records no head twice, whoever records at the same time', async () => {
    for (const log of ['c', 'd', 'e']) await growLog(db, agencyId, log, 0, 2);
    await publishAll(platform, key, 'uji');
    await db.pool.query(`delete from evidence.head_place where campaign_id in ('c', 'd', 'e')`);
    await db.pool.query(`delete from evidence.log_entry where agency_id = 'semua' and idx > 2`);
    await db.pool.query(`update evidence.log set size = 3 where agency_id = 'semua'`);
    const recorded = await Promise.all([1, 2, 3, 4].map(() => recordHeads(platform)));
    expect(recorded.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect((await entries()).map(({ size }) => size)).toEqual([3, 5, 300, 2, 2, 2]);
  });

  it('is no log of a campaign, and no institution can take its name', async () => {
    expect((await logsOf(db.pool, null)).map((log) => log.campaignId)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await logsOf(db.pool, ALL_LOGS)).toEqual([]);
    const agency = { id: 'semua', names: [], level: 'kabupaten', isExample: true } as never;
    const made = transaction(db.pool, (client) => createAgency(client, agency, new Date()));
    await expect(made).rejects.toMatchObject({ code: 'agencies.agencyTaken' });
  });

  it('goes on growing where one log is damaged', async () => {
    await growLog(db, agencyId, 'rusak', 0, 4);
    await growLog(db, agencyId, 'sehat', 0, 4);
    await db.pool.query(`delete from evidence.log_entry where campaign_id = 'rusak' and idx = 1`);
    await expect(publishAll(platform, key, 'uji')).rejects.toThrow(/rusak has a gap/);
    expect((await entries()).at(-1)?.origin).toBe(`${installation}/${agencyId}/sehat`);
  });
});
