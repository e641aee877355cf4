import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import type { App } from '../../platform/http/visit.ts';
import { logKey, vkeyLine } from '../keys.ts';
import { originOf } from '../origin.ts';
import { witnessPages } from './witness.page.tsx';

const NOW = new Date('2024-09-18T00:00:00Z');
let db: TestDatabase;
let app: App;
let vkey: string;
beforeAll(async () => {
  db = await freshDatabase();
  const made = testApp(db.pool, NOW);
  const key = logKey(made.platform.config, await originOf(db.pool));
  vkey = vkeyLine(key);
  app = made.app;
  witnessPages(app, made.platform, key);
});
afterAll(() => db.drop());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers });

it('says how to become a witness where there is none yet', async () => {
  const page = await (await get('/saksi')).text();
  expect(page).toContain('belum menetapkan saksi');
  expect(page).toContain(`--log &#39;${vkey}&#39;`.replaceAll('&#39;', "'"));
  expect((await get('/saksi/kebijakan.txt')).status).toBe(404);
  expect((await get('/saksi/kejadian/a/b/c/kami')).status).toBe(404);
});

it('shows staff the logs of their own institution, and nobody else', async () => {
  expect((await get('/kerja/fakfak/saksi')).status).toBe(401);
  const officer = await signedIn(db.pool, NOW, { agencyId: 'fakfak', role: 'officer' });
  const page = await get('/kerja/fakfak/saksi', officer);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('witnesses.policy');
  expect((await get('/kerja/biak/saksi', officer)).status).toBe(403);
  expect(await (await get('/saksi', officer)).text()).toContain('/kerja/fakfak/saksi');
});
