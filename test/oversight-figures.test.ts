import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { figuresPages } from '../src/oversight/figures/index.ts';
import { type OversightWorld, openOversightWorld } from '../src/oversight/test-world.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { walker } from './walker.ts';

/** Axe takes its time where the machine has other work. */
vi.setConfig({ testTimeout: 240_000 });

let world: OversightWorld;
let browser: Browser;
let server: ServerType;
let address: string;
const sessions: Record<string, string> = {};

beforeAll(async () => {
  world = await openOversightWorld('fakfak');
  figuresPages(world.app, world.platform);
  const zeros = `decode(repeat('00', 32), 'hex')`;
  await world.db.pool.query(
    `insert into oversight.case_file select 'fakfak', 'k' || n, 'report', '2024-05-20', 'browser', 'anonymous', ${zeros}, ${zeros}
     from generate_series(1, 12) n`,
  );
  sessions.inspector = (await world.signedIn(world.inspector)).cookie.split('=')[1] as string;
  address = await new Promise((resolve) => {
    server = serve({ fetch: world.app.fetch, port: 0 }, ({ port }) => resolve(`http://localhost:${port}`));
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await world.close();
});

it.each([
  ['nobody', '/pengawasan'],
  ['nobody', '/pengawasan/metode'],
  ['inspector', '/kerja/fakfak/pengawasan/angka'],
])('shows nothing wrong to %s at %s', async (who, path) => {
  const one = await walker(browser, address);
  const session = sessions[who];
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
