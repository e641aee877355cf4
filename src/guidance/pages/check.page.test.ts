import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { campaignOf } from '../../campaigns/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { checkPage, recordAnswers } from '../index.ts';

const now = new Date('2024-09-18T01:00:00Z');
let db: TestDatabase;
let app: App;
let world: World;
let path: string;
let officer: { cookie: string };
let campaignId: string;

beforeAll(async () => {
  db = await freshDatabase();
  const site = testApp(db.pool, now);
  app = site.app;
  checkPage(app, site.platform, async (agency, id) => (await campaignOf(db.pool, agency, id)).title);
  world = await createWorld(db.pool, 'fakfak', now);
  campaignId = await readyCampaign(db.pool, world, now);
  path = `/kerja/fakfak/gerakan/${campaignId}/paham`;
  officer = await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'officer' });
});
afterAll(() => db.drop());

const get = (headers: Record<string, string>, at = path) => app.request(at, { headers });
const post = (headers: Record<string, string>, mode: string) =>
  app.request(path, {
    method: 'POST',
    headers: { ...headers, origin: 'http://localhost' },
    body: new URLSearchParams({ mode }),
  });

describe('the page of the check', () => {
  it('is set by an officer of the whole institution', async () => {
    expect((await post(officer, 'on')).status).toBe(303);
    expect(await (await get(officer)).text()).toMatch(/checked[^>]*>[^<]*<label[^>]*>Ditawarkan/);
    const wrong = await post(officer, 'besok');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Pilih salah satu');
  });

  it('is read by leader and auditor, changed by neither, and closed to others and to part-officers', async () => {
    for (const role of ['leader', 'auditor'] as const) {
      const one = await signedIn(db.pool, now, { agencyId: 'fakfak', role });
      const html = await (await get(one)).text();
      expect(html).toContain('Ditawarkan');
      expect(html).not.toContain('type="radio"');
      expect((await post(one, 'off')).status).toBe(403);
    }
    expect((await get({})).status).toBe(401);
    const operator = await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'operator' });
    expect((await get(operator)).status).toBe(403);
    const unitId = world.units.dinas;
    const part = await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'officer', unitId });
    expect((await post(part, 'off')).status).toBe(403);
    const other = await signedIn(db.pool, now, { agencyId: 'lain', role: 'officer' });
    expect((await get(other)).status).toBe(403);
  });

  it('answers 404 for a campaign that is none', async () => {
    expect((await get(officer, '/kerja/fakfak/gerakan/tidak-ada/paham')).status).toBe(404);
  });

  it('shows results together only, and small numbers not at all', async () => {
    const at = { agencyId: 'fakfak', campaignId, day: '2024-09-18' };
    const give = (question: string, n: number) =>
      recordAnswers(
        db.pool,
        at,
        Array.from({ length: n }, (_, i) => ({ question, correct: i % 4 > 0 })),
      );
    await give('suka-komentar-bagikan', 9);
    expect(await (await get(officer)).text()).toContain('Belum ada cukup jawaban');
    await give('suka-komentar-bagikan', 3);
    const html = await (await get(officer)).text();
    expect(html).toContain('Rekan Anda memberi tanda suka');
    expect(html).toContain('± 70 %');
  });
});
