import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { coveragePages, refreshAll } from '../src/coverage/index.ts';
import { launchBrowser } from './browser.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { nationWorld, overseerCookie } from './nation-world.ts';
import { signedIn, testApp } from './staff.ts';
import { walker } from './walker.ts';

/** Axe takes its time where the machine has other work. */
vi.setConfig({ testTimeout: 240_000 });

const NOW = new Date('2024-09-18T00:15:00Z');
let db: TestDatabase;
let browser: Browser;
let server: ReturnType<typeof serve>;
let address: string;
let nation: string;
let officer: string;

beforeAll(async () => {
  db = await freshDatabase();
  const { app, platform } = testApp(db.pool, NOW);
  coveragePages(app, platform);
  await nationWorld(db.pool, NOW, 80, 70);
  await refreshAll(platform);
  nation = await overseerCookie(db.pool, NOW, 'steward', null);
  const { cookie } = await signedIn(db.pool, NOW, { agencyId: 'i1', role: 'officer' });
  officer = cookie.split('=')[1]!;
  address = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => resolve(`http://localhost:${port}`));
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await db.drop();
});

it.each([
  ['nation', '/negeri'],
  ['nation', '/negeri/wilayah/33'],
  ['nation', '/negeri/instansi/i1'],
  ['nation', '/negeri/instansi/i1?unit=i1-u0&halaman=2'],
  ['nation', '/negeri/banding?pemilu=pemilu-2024&dengan=pilkada-2024'],
  ['officer', '/kerja/i1/gerakan/g2/cakupan/i1-u0'],
  ['officer', '/kerja/i1/gerakan/g2/banding'],
  ['officer', '/kerja/i1/publik'],
  ['nobody', '/cakupan'],
  ['nobody', '/cakupan/wilayah/33'],
  ['nobody', '/cakupan/instansi/i1'],
  ['nobody', '/data'],
])('shows nothing wrong to %s at %s', async (who, path) => {
  const one = await walker(browser, address);
  const session = { nation, officer, nobody: '' }[who] ?? '';
  if (session) await one.context.addCookies([{ name: 'ikrar_sesi', value: session, url: address }]);
  for (const lang of ['id', 'en'] as const) {
    await one.context.addCookies([{ name: 'bahasa', value: lang, url: address }]);
    expect(await one.go(path)).toBe(200);
    await unfold(one.page);
    expect(await faultsOf(one.page, lang)).toEqual([]);
  }
  expect(await axeFaults(one.page)).toEqual([]);
  expect(one.faults).toEqual([]);
});
