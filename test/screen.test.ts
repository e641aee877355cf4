import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { type Server, startServer } from './server.ts';
import { overflow, walker } from './walker.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

let server: Server;
let browser: Browser;
let screen: string;
let clicker: string;
/** A page of no site, whose policy lets it look at pictures. */
let lens: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  lens = await browser.newPage();
  const officer = await walker(browser, server.address);
  await officer.go('/');
  await officer.press('button[name=username][value=petugas]');
  await officer.go('/kerja/kalteng/apel/kalteng-apel');
  await officer.press('main a[href$="/layar"]');
  await officer.press('main form button[type=submit]');
  expect([...(await faultsOf(officer.page, 'id')), ...(await axeFaults(officer.page))]).toEqual([]);
  expect(officer.faults).toEqual([]);
  [screen = '', clicker = ''] = await officer.page
    .locator('.qr-pair a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  await officer.context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const shown = (page: Page) => page.locator('[data-card]:not([hidden])').getAttribute('data-card');
const becomes = (page: Page, id: string) => page.locator(`[data-card="${id}"]:not([hidden])`).waitFor();

async function opened(width = 1280, height = 720, script = true) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(screen);
  return { context, page, faults };
}

/** What a telephone reads from the picture. */
async function read(page: Page, part: string): Promise<string> {
  const png = await page.locator(part).screenshot();
  const pixels = await lens.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    canvas.drawImage(picture, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, picture.width, picture.height);
    return { width, height, data: [...data] };
  }, png.toString('base64'));
  return decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) });
}

describe('the reading screen', () => {
  it.each([
    [1280, 720],
    [1920, 1080],
  ])('shows every card whole at %d × %d, by keyboard alone, without a fault', async (width, height) => {
    const { context, page, faults } = await opened(width, height);
    await page.keyboard.press('Home');
    const cards = await page
      .locator('[data-card]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-card')));
    expect(cards.length).toBeGreaterThan(10);
    for (const [index, card] of cards.entries()) {
      expect(await shown(page)).toBe(card);
      const past = await page.evaluate(() => {
        const { bottom = 0 } = document.querySelector('footer')?.getBoundingClientRect() ?? {};
        return bottom - innerHeight;
      });
      expect(past, `${card} at ${width}`).toBeLessThanOrEqual(0);
      expect(await overflow(page), String(card)).toBeFalsy();
      if (width === 1280) expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page))]).toEqual([]);
      await page.keyboard.press(['ArrowRight', 'PageDown', ' '][index % 3] as string);
    }
    await page.keyboard.press('PageUp');
    expect(await shown(page)).toBe(cards.at(-2));
    await page.keyboard.press('b');
    expect(await page.evaluate(() => document.body.className)).toContain('blank');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.body.className)).not.toContain('blank');
    await page.keyboard.press('Home');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads on a narrow telephone, and in English', async () => {
    const { context, page, faults } = await opened(360, 740);
    for (let more = true; more; ) {
      const before = await shown(page);
      expect(await overflow(page), String(before)).toBeFalsy();
      await page.locator('[data-go="1"]').click();
      more = (await shown(page)) !== before;
    }
    await context.addCookies([{ name: 'bahasa', value: 'en', url: server.address }]);
    await page.goto(screen);
    expect([...(await faultsOf(page, 'en')), ...(await axeFaults(page))]).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is one card a page without script', async () => {
    const { context, page } = await opened(1280, 720, false);
    await page.goto(`${screen}?langkah=1`);
    const first = await shown(page);
    await page.click('[data-go="1"]');
    expect([first, await shown(page)]).toEqual(['title', 'basis.1']);
    await context.close();
  });

  it('is moved by the clicker, which has a page of its own and no way to the screen', async () => {
    const one = await opened();
    await one.page.keyboard.press('Home');
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const page = await phone.newPage();
    await page.goto(clicker);
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page))]).toEqual([]);
    expect(await page.content()).not.toContain(new URL(screen).pathname);
    await page.locator('.click').first().click();
    await becomes(one.page, 'basis.1');
    await page.getByText('2 dari').waitFor();
    await one.page.keyboard.press('ArrowRight');
    await page.getByText('3 dari').waitFor();
    await page.locator('.click.second').click();
    await becomes(one.page, 'basis.1');
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const paper = await plain.newPage();
    await paper.goto(clicker);
    await paper.locator('.click').first().click();
    await becomes(one.page, 'basis.2');
    expect(one.faults).toEqual([]);
    for (const context of [phone, plain, one.context]) await context.close();
  });

  it('goes on without a network: text, steps, the changing code; and says how old its figures are', async () => {
    const { context, page } = await opened();
    await page.getByText('siap tanpa jaringan').waitFor();
    await page.clock.install();
    await context.setOffline(true);
    await page.reload();
    await page.keyboard.press('Home');
    const first = await read(page, '[data-door-too] .qr');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await shown(page)).toBe('counts');
    await page.getByText(/Angka per \d\d\.\d\d, jaringan terputus/).waitFor();
    await page.keyboard.press('ArrowLeft');
    const sign = await read(page, '.codes > :first-child .qr');
    expect(sign).toBe(`${server.address}/s`);
    const pass = await read(page, '[data-door] .qr');
    expect(pass).toMatch(new RegExp(`^${server.address.toUpperCase()}/H/[0-9A-Z]{16}$`));
    expect(first.slice(0, -16)).toBe(pass.slice(0, -16));
    await page.clock.fastForward(31_000);
    await expect.poll(() => read(page, '[data-door] .qr')).not.toBe(pass);
    const drawn = page.locator('[data-door] .qr, [data-door-too] .qr');
    const codes = await drawn.evaluateAll((all) => all.map((one) => one.innerHTML));
    expect([codes.length, new Set(codes).size]).toEqual([2, 1]);
    await context.setOffline(false);
    await page.clock.fastForward(21_000);
    await page.keyboard.press('ArrowRight');
    await page.locator('.fresh').waitFor();
    const phone = await (await browser.newContext()).newPage();
    await phone.goto(clicker);
    expect(await phone.textContent('main')).toContain('Sampai saat ini');
    await phone.context().close();
    await context.close();
  });

  it('weighs little', async () => {
    const html = await (await fetch(screen)).text();
    const parts = [...html.matchAll(/(?:href|src)="(\/aset\/(?:layar-|screen)[^"]+)"/g)].map(
      ([, path]) => path,
    );
    const sizes = await Promise.all(
      parts.map(async (path) => gzipSync(await (await fetch(server.address + path)).arrayBuffer()).length),
    );
    expect(sizes).toHaveLength(3);
    expect(gzipSync(html).length).toBeLessThanOrEqual(8 * 1024);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(9 * 1024);
  });
});
