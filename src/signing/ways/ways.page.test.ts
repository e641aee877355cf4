import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { waysPage } from '../index.ts';
import { waysOn } from './way-setting.ts';

const now = new Date('2024-09-03T00:00:00Z');
const agencyId = 'fakfak';
let db: TestDatabase;
let app: App;
let world: World;
let campaignId: string;
let path: string;
let officer: { cookie: string };
beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, agencyId, now);
  const made = testApp(db.pool, now);
  app = made.app;
  waysPage(app, made.platform);
  officer = await signedIn(db.pool, now, { agencyId, role: 'officer' });
});
beforeEach(async () => {
  campaignId = await readyCampaign(db.pool, world, now);
  path = to('ways', { agency: agencyId, campaign: campaignId });
});
afterAll(() => db.drop());

const get = (who: { cookie: string }, query = '') =>
  app.request(`http://localhost${path}${query}`, { headers: who });
const post = (who: { cookie: string }, ways: readonly string[]) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { ...who, origin: 'http://localhost' },
    body: new URLSearchParams(ways.map((way) => ['way', way])),
  });
const events = async () =>
  (
    await db.pool.query(
      "select data from platform.event where kind = 'way.set' and subject = $1 order by data ->> 'way'",
      [campaignId],
    )
  ).rows.map(({ data }) => data);
const checkedIn = (html: string) =>
  [...html.matchAll(/<input[^>]*name="way"[^>]*>/g)]
    .filter(([tag]) => tag.includes('checked'))
    .map(([tag]) => /value="(\w+)"/.exec(tag)?.[1]);

describe('the ways of a campaign', () => {
  it('are those that cost nothing until somebody sets them, each with its strength in words', async () => {
    const html = await (await get(officer)).text();
    expect(checkedIn(html)).toEqual(['passkey', 'code']);
    expect(html).toContain('sama-sama sah; kekuatan pembuktiannya berbeda');
    expect(html).toContain('belum punya server surel');
    expect(html).toContain('Bukan tanda tangan elektronik.');
    expect(html).not.toContain('kunci sandi memerlukan alamat https');
  });

  it('are saved as rows with an event for each change, and the newest counts', async () => {
    const answer = await post(officer, ['passkey', 'ink', 'sihir']);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?tersimpan=1`]);
    expect(await waysOn(db.pool, agencyId, campaignId)).toEqual({
      ...{ passkey: true, code: false, bsre: false, ink: true },
    });
    expect(await events()).toEqual([
      { way: 'code', isOn: false },
      { way: 'ink', isOn: true },
    ]);
    const html = await (await get(officer, '?tersimpan=1')).text();
    expect(checkedIn(html)).toEqual(['passkey', 'ink']);
    expect(html).toContain('Tersimpan.');
    await post(officer, ['passkey', 'ink']);
    expect(await events()).toHaveLength(2);
  });

  it('may all be off', async () => {
    await post(officer, []);
    expect(Object.values(await waysOn(db.pool, agencyId, campaignId))).toEqual([false, false, false, false]);
  });

  it('are shown to leader and auditor, and changed by an officer of the whole institution only', async () => {
    for (const role of ['leader', 'auditor'] as const) {
      const reader = await signedIn(db.pool, now, { agencyId, role });
      const html = await (await get(reader)).text();
      expect(html).toContain('Dipakai');
      expect(html).not.toContain('<input type="checkbox"');
      expect((await post(reader, [])).status).toBe(403);
    }
    const part = await signedIn(db.pool, now, { agencyId, role: 'officer', unitId: world.units.dinas });
    expect([(await get(part)).status, (await post(part, [])).status]).toEqual([403, 403]);
    const stranger = await signedIn(db.pool, now, { agencyId: 'lain', role: 'officer' });
    expect((await post(stranger, [])).status).toBe(403);
    expect((await post({ cookie: '' }, [])).status).toBe(401);
    expect(await events()).toEqual([]);
    path = to('ways', { agency: agencyId, campaign: 'tidak-ada' });
    expect([(await get(officer)).status, (await post(officer, ['ink'])).status]).toEqual([404, 404]);
  });
});
