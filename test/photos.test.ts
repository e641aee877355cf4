import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readJpeg } from '../src/platform/pictures/index.ts';
import { maxPhotoBytes } from '../src/verify/index.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { TELLTALE, telephonePhoto } from './scan-files.ts';
import { type Server, startServer } from './server.ts';
import { expectNoFaults, type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000 });

const CAMPAIGN = '/kerja/kalteng/gerakan/kalteng-pemilu-2024';
let server: Server;
let browser: Browser;
let photo: Buffer;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  photo = telephonePhoto(1, Buffer.from(await bigPicture()), '2024:09:18 07:15:31');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('photos from a telephone', () => {
  it('are made smaller, lose place and device, wait for a network, and can be described', async () => {
    const officer = await atPhotos(true);
    const { page, context } = officer;
    await context.setOffline(true);
    await page.setInputFiles('#f-photo', [
      { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo },
      { name: 'layar.png', mimeType: 'image/png', buffer: await bigPicture('png') },
    ]);
    await page.click('form[data-photos] button[type=submit]');
    await page.getByText('2 foto belum terkirim').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const arrived = page.waitForEvent('load');
    await context.setOffline(false);
    await arrived;
    expect(await page.locator('.photos li').count()).toBe(2);
    expect(await page.textContent('.photos')).toContain('18 September 2024 07.15');
    await unfold(page);
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page))]).toEqual([]);
    for (const bytes of await stored(page)) {
      const { width, height, hasPlace, takenAt } = readJpeg(bytes);
      expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
      expect(bytes.length).toBeLessThanOrEqual(maxPhotoBytes);
      expect([hasPlace, takenAt, bytes.includes(TELLTALE)]).toEqual([false, null, false]);
    }
    const card = page.locator('.photos li').first();
    await card.locator('input[name^=caption]').fill('Pembacaan ikrar di halaman');
    await card.locator('input[value=public-event]').check();
    await officer.press(card.locator('button[value=words]'));
    expect(await page.textContent('.photos')).toContain('Dapat masuk berita acara');
    // The network was cut on purpose.
    const cut = /ERR_INTERNET_DISCONNECTED|not loaded: \S+\/foto$/;
    expect(officer.faults.filter((fault) => !cut.test(fault))).toEqual([]);
  });

  it('are sent as they are without script, and lose the same on the server', async () => {
    const officer = await atPhotos(false);
    const before = await officer.page.locator('.photos li').count();
    await officer.page.setInputFiles('#f-photo', [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await officer.press('form[data-photos] button[type=submit]');
    expect(await officer.page.locator('.photos li').count()).toBe(before + 1);
    const whole = (await stored(officer.page)).map(readJpeg).find(({ width }) => width > 1600);
    expect(whole).toMatchObject({ hasPlace: false, takenAt: null });
    expectNoFaults(officer);
  });
});

it.each(['kalteng/apel/kalteng-apel/foto', 'kalteng/gerakan/kalteng-pemilu-2024/pindaian/lembar'])(
  '%s reads in English, and in dark colours',
  async (path) => {
    const officer = await signedIn('petugas', true);
    await officer.go(`/bahasa/en?ke=/kerja/${path}`);
    await unfold(officer.page);
    expect([...(await faultsOf(officer.page, 'en')), ...(await axeFaults(officer.page))]).toEqual([]);
    expectNoFaults(officer);
  },
);

it('a sheet for many is made, brought back and compared, on a narrow telephone', async () => {
  const officer = await signedIn('petugas', true);
  await officer.go(`${CAMPAIGN}/cara`);
  await officer.page.locator('input[value=ink]').check();
  await officer.press('main form button[type=submit]');
  await officer.go(`${CAMPAIGN}/pindaian/lembar`);
  expect([...(await faultsOf(officer.page, 'id')), ...(await axeFaults(officer.page))]).toEqual([]);
  await officer.page.selectOption('#f-unit', { index: 1 });
  await officer.press('main form button[type=submit]');
  const pdf = await officer.download('a[href$="/lembar.pdf"]');
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  await officer.fill({ signedOn: '2023-11-01' });
  await officer.page.setInputFiles('#f-file', [{ name: 'l.jpg', mimeType: 'image/jpeg', buffer: photo }]);
  await officer.page.locator('input[name=person]').first().check();
  expect([...(await faultsOf(officer.page, 'id')), ...(await axeFaults(officer.page))]).toEqual([]);
  await officer.press('main form button[type=submit]');
  await officer.press('main table a');
  expect(await officer.text()).toContain('Petugas lain yang memeriksanya');
  expect([...(await faultsOf(officer.page, 'id')), ...(await axeFaults(officer.page))]).toEqual([]);
  expectNoFaults(officer);
});

async function signedIn(username: string, script: boolean): Promise<Walker> {
  const one = await walker(browser, server.address, { script });
  await one.go('/');
  await one.press(`button[name=username][value=${username}]`);
  return one;
}

async function atPhotos(script: boolean): Promise<Walker> {
  const officer = await signedIn('petugas', script);
  await officer.go('/kerja/kalteng/apel/kalteng-apel');
  await officer.press('main a[href$="/foto"]');
  return officer;
}

async function stored(page: Page): Promise<Buffer[]> {
  const links = await page
    .locator('.photos a > img')
    .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).src));
  return Promise.all(links.map(async (link) => (await page.request.get(link)).body()));
}

/** Three colours, larger than is ever sent by the page. */
async function bigPicture(type: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1800 } });
  await page.setContent(`<h1>Apel Contoh, ${type}</h1><canvas>`);
  await page.evaluate(paintNoise);
  const picture = await page.screenshot({ type });
  await page.close();
  return picture;
}

/** As restless as leaves and batik, which a JPEG holds badly; always the same. */
function paintNoise(): void {
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  Object.assign(canvas, { width: 2300, height: 1600 });
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  for (let i = 0, at = 1; i < 60_000; i++) {
    at = (at * 48_271) % 2_147_483_647;
    pen.fillStyle = `hsl(${at % 360} 60% ${20 + (at % 60)}%)`;
    pen.fillRect(at % 2300, (at >> 8) % 1600, 9, 9);
  }
}
