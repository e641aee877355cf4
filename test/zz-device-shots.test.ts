import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type DeviceWorld, openDeviceWorld, STAFF } from './device-world.ts';

let site: DeviceWorld;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openDeviceWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
it.each([
  [768, 1024, 'light'],
  [360, 740, 'dark'],
  [1024, 768, 'light'],
] as const)('shots %s', async (width, height, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'id-ID' });
  await context.addCookies([
    { name: 'ikrar_tablet', value: await site.tablet(), url: `${site.address}/tablet` },
  ]);
  const page = await context.newPage();
  context.setDefaultTimeout(8000);
  let n = 0;
  const shot = (name: string, fullPage = false) =>
    page.screenshot({
      path: `/tmp/device-shots/${width}-${String(n++).padStart(2, '0')}-${name}.png`,
      fullPage,
    });
  await page.goto(`${site.address}/tablet`);
  await page.getByRole('button', { name: 'Siapkan' }).waitFor();
  await shot('page');
  await page.getByRole('button', { name: 'Siapkan' }).click();
  await page.locator('.figure').waitFor();
  await shot('code');
  const code = (await page.textContent('.figure')) ?? '';
  await page.getByRole('button', { name: 'Sudah saya catat' }).click();
  await page.getByLabel('Tiga huruf').waitFor();
  await shot('list');
  await context.setOffline(true);
  await page.getByLabel('Tiga huruf').fill('con');
  await shot('found');
  await page.locator('.device-person', { hasText: STAFF[1].name }).click();
  await shot('sign', true);
  await page.getByRole('button', { name: 'Tanda tangani' }).click();
  await shot('sign-errors');
  await shot('sign-errors-full', true);
  for (const point of await page.locator('input[name=point]').all()) await point.check();
  await page.locator('#f-lastFour').fill(STAFF[1].idNumber.slice(-4));
  await page.locator('#f-typedName').fill(STAFF[1].name);
  await page.getByRole('button', { name: 'Tanda tangani' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  await shot('done');
  await page.getByRole('button', { name: 'Serahkan' }).click();
  await page.getByLabel('Kehadiran').check();
  await page.getByLabel('Tiga huruf').fill('con');
  await page.locator('.device-person', { hasText: STAFF[2].name }).click();
  await shot('presence');
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('button', { name: 'Pindai' }).click();
  await page.waitForTimeout(500);
  await shot('scan');
  await page.getByRole('button', { name: 'Perangkat', exact: true }).click();
  await shot('device');
  await page.getByRole('button', { name: 'Lupakan' }).click();
  await shot('forget');
  await page.getByRole('button', { name: 'Kunci', exact: true }).click();
  await shot('lock');
  void code;
  await context.close();
});
