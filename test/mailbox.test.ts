import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { oversightPages } from '../src/oversight/index.ts';
import { newReturnCode } from '../src/oversight/seal/index.ts';
import type { Reported } from '../src/oversight/test-report.ts';
import { type OversightWorld, openOversightWorld } from '../src/oversight/test-world.ts';
import { urls } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });

let world: OversightWorld;
let browser: Browser;
let site: ReturnType<typeof serve>;
let address: string;
let reported: Reported;

beforeAll(async () => {
  [world, browser] = await Promise.all([openOversightWorld(), launchBrowser()]);
  oversightPages(world.app, world.platform);
  reported = await world.report();
  address = await new Promise((resolve) => {
    site = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    );
  });
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => site?.close(resolve));
  await world?.close();
});

const lookAt = async ({ page }: Walker, lang: 'id' | 'en', script: boolean) => {
  await unfold(page);
  return [...(await faultsOf(page, lang)), ...(script ? await axeFaults(page) : [])];
};
const later = (seconds: number) => world.setClock(new Date(world.platform.now().getTime() + seconds * 1000));
const waited = ({ page }: Walker, text: string) => page.getByText(text).first().waitFor({ timeout: 60_000 });

it.each([
  { script: true, lang: 'id' as const },
  { script: false, lang: 'en' as const },
])('words lead back to a report, on a small screen: $script $lang', async ({ script, lang }) => {
  const one = await walker(browser, address, { script });
  const send = async (selector: string) =>
    script ? one.page.locator(selector).click() : one.press(selector);
  const said = lang === 'id' ? ID : EN;
  await one.go(`${urls.reportBack}${lang === 'en' ? '?bahasa=en' : ''}`);
  expect(await lookAt(one, lang, script)).toEqual([]);
  await one.fill({ code: 'abadi akur bocoh' });
  later(5);
  await send('[data-submit]');
  await waited(one, 'bocah');
  await one.fill({ code: newReturnCode() });
  later(5);
  await send('[data-submit]');
  await waited(one, said.unknown);
  await one.fill({ code: reported.code.toUpperCase() });
  later(5);
  await send('[data-submit]');
  await waited(one, reported.report.what);
  expect(await lookAt(one, lang, script)).toEqual([]);
  expect(await one.text('dl.facts')).toContain(said.day);
  const words = `Saya ingat lagi satu hal (${lang}).`;
  await one.fill({ text: words });
  if (script)
    await one.page.locator('#f-files').setInputFiles({
      ...{ name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('isi catatan') },
    });
  later(5);
  await send('[data-reply-form] button[type=submit]');
  await waited(one, words);
  await waited(one, said.sent);
  expect(await lookAt(one, lang, script)).toEqual([]);
  if (script) {
    const saving = one.page.waitForEvent('download');
    await one.page.getByText('Simpan').click();
    const file = await (await saving).createReadStream();
    let text = '';
    for await (const part of file) text += part;
    expect(text).toBe('isi catatan');
  }
  expect(await one.context.cookies()).toEqual([]);
  expect(one.page.url()).toContain(`${address}${urls.reportBack}`);
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('a code is forgotten when its holder says so', async () => {
  const other = await world.report();
  const one = await walker(browser, address, { script: true });
  await one.go(urls.reportBack);
  await one.fill({ code: other.code });
  await one.page.locator('[data-submit]').click();
  await waited(one, other.report.what);
  await unfold(one.page);
  await one.page.locator('#f-sure').check();
  await one.page.locator('[data-forget-form] button').click();
  await waited(one, 'Kode sudah dilupakan');
  expect(await lookAt(one, 'id', true)).toEqual([]);
  await one.go(urls.reportBack);
  await one.fill({ code: other.code });
  await one.page.locator('[data-submit]').click();
  await waited(one, ID.unknown);
  await one.context.close();
});

const ID = { unknown: 'Kode ini tidak dikenal', day: '25 September 2024', sent: 'Terkirim.' };
const EN = { unknown: 'This code is not known', day: '25 September 2024', sent: 'Sent.' };
