import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { dump, keptPaths, look } from './device-hands.ts';
import { type DeviceWorld, openDeviceWorld } from './device-world.ts';
import { codesOf } from './signing-world.ts';

vi.setConfig({ testTimeout: 120_000 });

let site: DeviceWorld;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openDeviceWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a person’s own phone', () => {
  it('keeps the form without network, sends it once, and forgets it', async () => {
    const codes = await codesOf(site, site.campaignId);
    const path = `/s/${codes.get(site.world.people.seksi)}`;
    const context = await browser.newContext({
      baseURL: site.address,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(path);
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => caches.has('ikrar-luring')));
    await expect.poll(() => keptPaths(page)).toContain(path);
    await context.setOffline(true);
    for (const point of await page.locator('input[name=point]').all()) await point.check();
    await page.locator('#f-typedName').fill('Siti Contoh');
    await page.locator('form[data-sign] button[type=submit]').dblclick();
    await page.getByText('Tersimpan di ponsel ini, belum tercatat').waitFor();
    expect(await look(page)).toEqual([]);
    await page.reload();
    await page.getByText('Tersimpan di ponsel ini, belum tercatat').waitFor();
    expect((await dump(page)).stores).not.toContain('Siti');
    await context.setOffline(false);
    await page.locator('.figure').waitFor();
    const [record] = (await site.records()).filter(({ person }) => person.name === 'Siti Contoh');
    expect(record?.act.offline?.seq).toBe(1);
    expect(await page.textContent('.figure')).toBe(record?.receipt);
    expect((await dump(page)).stores).toBe('ikrar-ponsel/forms: []\n');
    expect(await keptPaths(page)).not.toContain(path);
    await context.close();
  });

  it('forgets the page when its form was sent at once', async () => {
    const codes = await codesOf(site, site.campaignId);
    const path = `/s/${codes.get(site.world.people.dinas)}`;
    const context = await browser.newContext({
      baseURL: site.address,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(path);
    await expect.poll(() => keptPaths(page)).toContain(path);
    for (const point of await page.locator('input[name=point]').all()) await point.check();
    await page.locator('#f-typedName').fill("Ma'ruf Contoh");
    await page.locator('form[data-sign] button[type=submit]').click();
    await page.locator('.figure').waitFor();
    await expect.poll(() => keptPaths(page)).not.toContain(path);
    await context.close();
  });
});
