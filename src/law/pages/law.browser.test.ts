import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/browser.ts';
import { createWorld } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { lawApp } from '../../../test/law-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { overflow } from '../../../test/walker.ts';
import type { App } from '../../platform/http/visit.ts';
import { type CitedBy, INSTRUMENTS } from '../index.ts';

const NOW = new Date('2024-09-18T02:00:00Z');
const SOURCE = `https://jdih.contoh.go.id/${'peraturan-pemerintah-tentang-upaya-administratif-'.repeat(3)}2021`;
const CITED: CitedBy = {
  institution: { id: 'alfa', name: 'Pemerintah Kabupaten Kepulauan Contoh Barat Daya', isExample: true },
  campaigns: 1234,
  texts: 2,
  releases: [
    { title: 'Ikrar Netralitas Pegawai di Lingkungan Pemerintah Kabupaten', href: '/rilis/alfa/r1' },
  ],
};
let db: TestDatabase;
let app: App;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  db = await freshDatabase();
  await createWorld(db.pool, 'alfa', NOW);
  app = lawApp(db.pool, NOW, async () => [CITED]).app;
  const { cookie } = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
  });
  page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const answer = await app.request(pathname + search, { headers: { cookie } });
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, body, headers: Object.fromEntries(answer.headers) });
  });
  const typed = {
    nilai: '2021-08-10',
    kepastian: 'verified',
    alasan: 'Terlihat di salinan resmi.',
    sumber: SOURCE,
  };
  await app.request('/kerja/hukum/koreksi/pp-79-2021?bidang=inForceFrom', {
    ...{ method: 'POST', body: new URLSearchParams(typed), headers: { cookie, origin: 'http://localhost' } },
  });
});
afterAll(async () => {
  await browser?.close();
  await db.drop();
});

const FORMS = ['title', 'numbers', 'inForceFrom', 'status', 'sources', 'article'];
const PATHS = [
  ...['/hukum', ...INSTRUMENTS.map(({ id }) => `/hukum/${id}`)],
  ...['/kerja/hukum/koreksi', '/kerja/hukum/koreksi-baru', '/kerja/hukum/koreksi/pp-94-2021'],
  ...['/kerja/hukum/koreksi/pp-79-2021', '/kerja/hukum/koreksi/skb-netralitas-2022'],
  ...FORMS.map((field) => `/kerja/hukum/koreksi/skb-netralitas-2022?bidang=${field}`),
  '/kerja/hukum/koreksi/pp-94-2021?bidang=gist&pasal=Pasal+5+huruf+n+angka+3',
];

it('fits every page of law into 360 px', async () => {
  const wide: string[] = [];
  for (const path of PATHS) {
    const answer = await page.goto(`http://localhost${path}`);
    expect(answer?.status(), path).toBe(200);
    const why = await overflow(page);
    if (why) wide.push(`${path}: ${why}`);
  }
  expect(wide).toEqual([]);
}, 120_000);

it.each([
  '/hukum/pp-94-2021',
  '/hukum/pp-79-2021',
  '/kerja/hukum/koreksi/pp-79-2021',
  '/kerja/hukum/koreksi-baru',
])('has no fault that axe finds on %s', async (path) => {
  await page.goto(`http://localhost${path}`);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
});
