import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import type { Role } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { coveragePages } from '../index.ts';

let db: TestDatabase;
let app: App;
const PAGE = '/kerja/alfa/gerakan/g1/hitung-ulang';

beforeAll(async () => {
  db = await freshDatabase();
  const made = testApp(db.pool, NOW);
  app = made.app;
  coveragePages(app, made.platform);
  await exampleCampaign(db.pool, 'alfa', 60);
  await exampleCampaign(db.pool, 'beta', 10);
});
afterAll(() => db.drop());

async function ask(role: Role | null, path = PAGE, method = 'GET', agencyId = 'alfa'): Promise<Response> {
  const headers = role ? await signedIn(db.pool, NOW, { agencyId, role }) : {};
  return app.request(path, {
    method,
    headers: { ...headers, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
  });
}

it('compares when it is asked to, and says that all is equal', async () => {
  expect(await (await ask('officer')).text()).toContain('belum pernah dibandingkan');
  const html = await (await ask('auditor', `${PAGE}?bandingkan=1`)).text();
  expect(html).toContain('Semua angka sama dengan hitungan ulang per 18 September 2024');
  expect(html).not.toContain('method="post" action="/kerja/alfa/gerakan/g1/hitung-ulang"');
});

it('shows what differs, and the officer puts it right', async () => {
  await db.pool.query("update tally.total set signed = 99 where agency_id = 'alfa' and category = 'pns'");
  const shown = `${PAGE}?bandingkan=1`;
  expect(await (await ask('auditor', shown)).text()).not.toContain('Ganti dengan hitungan ulang');
  const html = await (await ask('officer', shown)).text();
  expect(html).toContain('Seluruh instansi, kategori');
  expect(html).toContain('99');
  expect((await ask('auditor', PAGE, 'POST')).status).toBe(403);
  const done = await ask('officer', PAGE, 'POST');
  expect([done.status, done.headers.get('location')]).toEqual([303, PAGE]);
  expect(await (await ask('officer', shown)).text()).toContain('Semua angka sama');
  const { rows } = await db.pool.query(
    "select agency_id, subject from platform.event where kind = 'tally.repaired' and actor like 'account:%'",
  );
  expect(rows).toEqual([{ agency_id: 'alfa', subject: 'g1' }]);
});

it('is closed to operators, strangers and other institutions', async () => {
  expect((await ask('operator')).status).toBe(403);
  expect((await ask(null)).status).toBe(401);
  expect((await ask('officer', PAGE, 'GET', 'beta')).status).toBe(403);
  expect((await ask('officer', PAGE.replace('g1', 'none'))).status).toBe(404);
});
