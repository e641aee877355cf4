import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { oversightPages } from '../src/oversight/index.ts';
import { fromUtf8, openSealed } from '../src/oversight/seal/index.ts';
import { type OversightWorld, openOversightWorld } from '../src/oversight/test-world.ts';
import { to } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let world: OversightWorld;
let browser: Browser;
let site: ReturnType<typeof serve>;
let address: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([openOversightWorld(), launchBrowser()]);
  oversightPages(world.app, world.platform);
  address = await new Promise((resolve) => {
    site = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    );
  });
  world.setClock(new Date('2026-11-02T03:00:00Z'));
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => site?.close(resolve));
  await world?.close();
});

it('clocks of a case and what is due, on a small screen, in both languages; the note to a pause is sealed here', async () => {
  const { caseId, keys } = await world.report();
  world.setClock(new Date('2026-11-05T03:00:00Z'));
  const [, session] = (await world.signedIn(world.inspector)).cookie.split('=') as [string, string];
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const speak = (bahasa: string) =>
    context.addCookies([
      { name: 'ikrar_sesi', value: session, url: address },
      { name: 'bahasa', value: bahasa, url: address },
    ]);
  const at = { agency: world.agencyId, case: caseId };
  for (const lang of ['en', 'id'] as const) {
    await speak(lang);
    for (const path of [to('oversightDue', at), to('caseClocks', at)]) {
      await page.goto(address + path);
      await unfold(page);
      expect([...(await faultsOf(page, lang)), ...(await axeFaults(page))], path).toEqual([]);
    }
  }
  await page.locator('input[name=of]').last().check();
  await page.selectOption('#f-kind', 'other');
  await page.fill('#f-pause-note', 'alasan yang dirahasiakan');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.locator('form[data-pause] button[type=submit]').click();
  expect((await sent).postData()).not.toContain('dirahasiakan');
  await page.locator('form input[name=paused]').waitFor({ state: 'attached' });
  const { rows } = await world.db.pool.query(
    "select note from oversight.step where case_id = $1 and what = 'paused'",
    [caseId],
  );
  const from = `account:${world.inspector.accountId}`;
  const bound = { agency: world.agencyId, case: caseId, purpose: 'note', from, to: 'team' } as const;
  const opened = await openSealed(keys.team.privateKey, rows[0].note, bound);
  expect(JSON.parse(fromUtf8(opened))).toMatchObject({ text: 'alasan yang dirahasiakan' });
  expect(await faultsOf(page, 'id')).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clocks.png`, fullPage: true });
  await context.close();
});
