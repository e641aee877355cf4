import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isApart } from '../src/platform/http/apart.ts';
import { urls } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { type Arrived, crawl, START } from './crawl.ts';
import { officers, signing, strangers, tablets } from './form-pages.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { run, type Server, startServer } from './server.ts';
import { type Walker, walker } from './walker.ts';

/** Axe takes its time where the machine has other work. */
vi.setConfig({ testTimeout: 600_000 });

let server: Server;
let browser: Browser;
/** Patterns that axe and the other language have seen, whoever reached them. */
const looked = new Set<string>();
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const ROLES = ['petugas', 'pimpinan', 'operator', 'pengawas', 'inspektur'] as const;

it('shows nothing wrong to somebody without an account', async () => {
  const guest = await walker(browser, server.address);
  const fixed = Object.values(urls).filter(
    (url) => !url.includes(':') && url !== urls.health && url !== urls.reportLeave,
  );
  const { wrong, arrived } = await crawled(guest, [...fixed, '/tidak-ada']);
  expect(wrong).toEqual([]);
  expect(arrived.length).toBeGreaterThan(10);
});

/** The one example with a channel for reports is the inspector's. */
const starts = (role: string) =>
  role === 'inspektur' ? ['/kerja/gumas/pengawasan', '/kerja'] : ['/kerja/kalteng/gerakan', '/kerja', '/'];

it.each(ROLES)('shows nothing wrong to the example account %s', async (role) => {
  const one = await walker(browser, server.address);
  await one.go('/');
  await one.press(`button[name=username][value=${role}]`);
  const { wrong, arrived } = await crawled(one, starts(role));
  expect(wrong).toEqual([]);
  expect(arrived.filter(({ path }) => path.startsWith('/kerja/')).length).toBeGreaterThan(6);
});

it('shows nothing wrong to the steward of the nation', async () => {
  const made = run(['steward', 'pengelola', '--name', 'Pengelola Contoh', '--json'], server.dataDir);
  await made.ended;
  const { username, password } = JSON.parse(made.out());
  const one = await walker(browser, server.address);
  await one.go('/masuk');
  await one.fill({ username, password });
  await one.press('form:has(#f-password) button[type=submit]');
  const { wrong, arrived } = await crawled(one, ['/kerja', '/']);
  expect(wrong).toEqual([]);
  expect(arrived.filter(({ path }) => path.startsWith('/negeri')).length).toBeGreaterThan(6);
});

it.each([
  ['anybody', strangers],
  ['somebody who signs', signing],
  ['somebody at a shared tablet', tablets],
])('shows nothing wrong after forms to %s', async (_, walk) => {
  expect(await walk(await walker(browser, server.address))).toEqual([]);
});

it('shows nothing wrong after forms to the officer', async () => {
  const officer = await walker(browser, server.address);
  await officer.go('/');
  await officer.press('button[name=username][value=petugas]');
  expect(await officers(officer)).toEqual([]);
});

it('would see what is wrong', async () => {
  const { page } = await walker(browser, server.address);
  await page.setContent('<title>x</title><p style="width:500px;color:#ccc">coverage.total {name}<input>');
  expect(await faultsOf(page, 'id')).toHaveLength(5);
  expect((await axeFaults(page)).join()).toMatch(/color-contrast.*label.*axe dark color-contrast/s);
});

/** Every page that links lead to, one for each pattern; those that nobody saw before also in English, wide and by axe. */
async function crawled(one: Walker, starts: readonly string[]) {
  const wrong: string[] = [];
  const look = async ({ path, pattern, from, status }: Arrived) => {
    const say = (how: string) => (fault: string) => wrong.push(`${path} (from ${from}, ${how}): ${fault}`);
    if (status >= 500 || (status >= 400 && from !== START)) say('id')(`status ${status}`);
    await unfold(one.page);
    (await faultsOf(one.page, 'id')).forEach(say('id, 360'));
    if (looked.has(pattern)) return;
    looked.add(pattern);
    (await axeFaults(one.page)).forEach(say('axe'));
    await one.page.setViewportSize({ width: 1280, height: 800 });
    (await faultsOf(one.page, 'id')).forEach(say('id, 1280'));
    await one.page.setViewportSize({ width: 360, height: 740 });
    if (isApart(path)) await one.go(`${path}?bahasa=en`);
    else {
      await english(one, true);
      await one.page.reload();
    }
    await unfold(one.page);
    (await faultsOf(one.page, 'en')).forEach(say('en, 360'));
    await english(one, false);
  };
  const arrived = await crawl(one.page, starts, (path) => open(one, path), look);
  for (const { path, status, isPage } of arrived)
    if (!isPage && status !== 200) wrong.push(`${path}: ${status}`);
  return { wrong: [...wrong, ...one.faults], arrived };
}

/** Files are fetched, not opened: a browser would save them. */
async function open(one: Walker, path: string): Promise<{ status: number; isPage: boolean }> {
  const answer = await one.context.request.get(path);
  const { 'content-type': type = '', 'content-disposition': kept = '' } = answer.headers();
  const isPage = type.startsWith('text/html') && !kept.startsWith('attachment');
  if (isPage) await one.go(path);
  return { status: answer.status(), isPage };
}

async function english(one: Walker, yes: boolean): Promise<void> {
  await one.context.addCookies([{ name: 'bahasa', value: yes ? 'en' : 'id', url: server.address }]);
}
