import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { transaction } from '../../platform/db/index.ts';
import { aggregate, LEAST, recordAnswers } from './results.ts';
import { checkSetting, type Mode, setCheck } from './setting.ts';

const now = new Date('2024-09-18T01:00:00Z');
let db: TestDatabase;
let world: World;
let campaignId: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  campaignId = await readyCampaign(db.pool, world, now);
});
afterAll(() => db.drop());

const set = (mode: Mode, at: Date, campaign = campaignId) =>
  transaction(db.pool, (client) =>
    setCheck(client, { agencyId: world.agencyId, campaignId: campaign, mode, by: 'account:x' }, at),
  );

describe('the setting', () => {
  it('is off until set; the newest row counts, and each is told', async () => {
    expect(await checkSetting(db.pool, world.agencyId, campaignId)).toBe('off');
    for (const [i, mode] of (['on', 'required', 'off', 'on'] as const).entries()) {
      await set(mode, new Date(now.getTime() + i * 1000));
      expect(await checkSetting(db.pool, world.agencyId, campaignId)).toBe(mode);
    }
    const { rows } = await db.pool.query(`select data from platform.event where kind = 'guidance.checkSet'`);
    expect(rows.length).toBe(4);
    await expect(set('on', now, 'tidak-ada')).rejects.toMatchObject({ status: 404 });
  });
});

describe('results', () => {
  it('hold nothing that leads to a person, and show only enough of them', async () => {
    const at = { agencyId: world.agencyId, campaignId, day: '2024-09-18' };
    const give = (question: string, right: number, wrong: number) =>
      recordAnswers(db.pool, at, [
        ...Array.from({ length: right }, () => ({ question, correct: true })),
        ...Array.from({ length: wrong }, () => ({ question, correct: false })),
      ]);
    await give('memilih-di-tps', LEAST - 1, 0);
    expect(await aggregate(db.pool, world.agencyId, campaignId)).toEqual([]);
    await give('memilih-di-tps', 0, 3);
    const [row] = await aggregate(db.pool, world.agencyId, campaignId);
    expect(row).toMatchObject({ answered: 12, share: 0.8 });
    const { rows } = await db.pool.query(
      `select column_name from information_schema.columns where table_schema = 'guidance' and table_name = 'check_result' order by 1`,
    );
    expect(rows.map((r) => r.column_name)).toEqual([
      ...['agency_id', 'answered_on', 'campaign_id', 'correct', 'id', 'question'],
    ]);
  });

  it('may be added but not changed by the application role', async () => {
    const { rows } = await db.pool.query(
      `select privilege_type from information_schema.role_table_grants
       where grantee = 'ikrar_app' and table_schema = 'guidance' and table_name = 'check_result' order by 1`,
    );
    expect(rows.map((r) => r.privilege_type)).toEqual(['INSERT', 'SELECT']);
  });
});
