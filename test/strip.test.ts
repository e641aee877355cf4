import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  SECRET,
  tellingGif,
  tellingJpeg,
  tellingPng,
  tellingWebp,
} from '../src/oversight/strip/fixtures.testkit.ts';
import { strip } from '../src/oversight/strip/index.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Width, height and every dot as a browser shows them, turned the way the file says. */
async function seen(bytes: Uint8Array, type: string): Promise<{ size: [number, number]; dots: string }> {
  return page.evaluate(
    async ([data, kind]) => {
      const image = new Image();
      image.src = `data:${kind};base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const dots = context.getImageData(0, 0, canvas.width, canvas.height).data;
      return { size: [canvas.width, canvas.height] as [number, number], dots: dots.join() };
    },
    [Buffer.from(bytes).toString('base64'), type] as const,
  );
}

/** A picture that the browser itself wrote. */
async function drawn(type: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (kind) => {
    const canvas = new OffscreenCanvas(40, 24);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#a33';
    context.fillRect(0, 0, 20, 12);
    context.fillStyle = '#3a3';
    context.fillRect(20, 12, 20, 12);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: kind })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  }, type);
  return Buffer.from(base64, 'base64');
}

it.each([
  ['image/jpeg', (picture: Buffer) => tellingJpeg(picture)],
  ['image/png', (picture: Buffer) => tellingPng(picture)],
  ['image/webp', (picture: Buffer) => tellingWebp(picture, 40, 24)],
  ['image/gif', () => tellingGif()],
])('%s: a browser shows every dot as before, and nothing of the maker is left', async (type, telling) => {
  const before = telling(type === 'image/gif' ? Buffer.alloc(0) : await drawn(type));
  const { bytes, kept, type: now } = strip(before, 'a', 'b/c');
  expect([kept, now]).toEqual(['clean', type]);
  expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
  expect(await seen(bytes, type)).toEqual(await seen(before, type));
});
