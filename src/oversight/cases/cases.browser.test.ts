import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/browser.ts';
import { overflow } from '../../../test/walker.ts';
import { to } from '../../urls.ts';
import { keyDataPage } from '../keys/index.ts';
import { type KeyedStaff, type OversightWorld, openOversightWorld, PASSPHRASE } from '../test-world.ts';
import { casePages } from './index.ts';

const ORIGIN = 'http://localhost';
let there: OversightWorld;
let browser: Browser;

beforeAll(async () => {
  there = await openOversightWorld();
  keyDataPage(there.app, there.platform);
  casePages(there.app, there.platform);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  expect(there?.faults).toEqual([]);
  await there?.close();
});

/** A browser of this person at 360 px, which asks the application itself. */
async function browserOf(
  who: KeyedStaff,
  script = true,
  lang = 'id',
): Promise<{ page: Page; faults: string[] }> {
  const { cookie } = await there.signedIn(who);
  const context = await browser.newContext({
    ...{ javaScriptEnabled: script, locale: 'id-ID', acceptDownloads: true },
    viewport: { width: 360, height: 740 },
  });
  await answered(context, `${cookie}; bahasa=${lang}`);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  return { page, faults };
}

async function answered(context: BrowserContext, cookie: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const { 'content-type': type = '', accept = '' } = request.headers();
    const headers = { cookie, accept, origin: ORIGIN, ...(type ? { 'content-type': type } : {}) };
    const body = request.postDataBuffer();
    const init = { method: request.method(), headers, ...(body ? { body: new Uint8Array(body) } : {}) };
    const answer = await there.app.request(ORIGIN + pathname + search, init);
    const bytes = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, body: bytes, headers: Object.fromEntries(answer.headers) });
  });
}

const at = (name: 'caseFile' | 'caseAccess' | 'oversight' | 'findingNew', caseId = 'x') =>
  ORIGIN + to(name as 'caseFile', { agency: there.agencyId, case: caseId });

async function unlocked(page: Page): Promise<void> {
  await page.fill('[name=keyPassphrase]', PASSPHRASE);
  await page.click('[data-unlock] form button[type=submit]');
  await page.waitForSelector('[data-unlock] [data-state=open]:not([hidden])', { timeout: 60_000 });
}

async function looked(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await overflow(page)).toBe('');
  const shots = process.env.CASES_SHOTS;
  if (shots) await page.screenshot({ path: `${shots}/${Date.now()}.png`, fullPage: true });
}

it('a case is opened, answered, noted and handed on, with its keys in browsers alone', async () => {
  const bytes = new TextEncoder().encode('isi berkas contoh');
  const report = { what: 'Baris satu.\n<b>Baris dua</b>' };
  const { caseId } = await there.report({
    text: report,
    files: [{ name: 'bukti.txt', type: 'text/plain', bytes }],
  });
  const { page, faults } = await browserOf(there.inspector);
  await page.goto(at('caseFile', caseId));
  await unlocked(page);
  await page.waitForSelector('#isi-perkara article');
  expect(await page.innerText('#isi-perkara')).toContain('<b>Baris dua</b>');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#isi-perkara button')]);
  expect(download.suggestedFilename()).toBe('bukti.txt');
  await page.click('text=Tulis pesan atau catatan');
  await page.fill('[name=text]', 'Terima kasih, kami periksa.');
  await Promise.all([page.waitForEvent('load'), page.click('form[data-write] button[type=submit]')]);
  await page.waitForSelector('text=Terima kasih, kami periksa.');
  await page.click('summary:text-is("Diambil untuk diverifikasi")');
  await page.fill('[name=taken-up-note]', 'Catatan langkah.');
  await Promise.all([page.waitForEvent('load'), page.click('#f-taken-up button')]);
  await page.waitForSelector('[data-note]:text-is("Catatan langkah.")');
  await looked(page);
  await page.goto(at('caseAccess', caseId));
  await page.selectOption('[data-give] select', there.leader.keyId);
  await Promise.all([page.waitForEvent('load'), page.click('[data-give] button')]);
  expect(await page.innerText('table')).toContain(there.leader.name);
  await looked(page);
  expect(faults).toEqual([]);
  const leader = await browserOf(there.leader, true, 'en');
  await leader.page.goto(at('caseFile', caseId));
  await unlocked(leader.page);
  await leader.page.waitForSelector('text=Terima kasih, kami periksa.');
  await looked(leader.page);
  expect(leader.faults).toEqual([]);
}, 180_000);

it('a finding of one’s own becomes a case', async () => {
  const { page, faults } = await browserOf(there.inspector);
  await page.goto(at('findingNew'));
  await looked(page);
  await unlocked(page);
  await page.fill('[name=what]', 'Baliho di halaman kantor contoh.');
  await page.check(`[value="${there.second.keyId}"]`);
  await Promise.all([page.waitForURL(/perkara/), page.click('[data-finding] button[type=submit]')]);
  await page.waitForSelector('text=Baliho di halaman kantor contoh.');
  await page.goto(at('oversight'));
  await looked(page);
  expect(faults).toEqual([]);
}, 120_000);

it('without script everything that is no content works, and the page says what cannot be read', async () => {
  const { caseId } = await there.report();
  const { page } = await browserOf(there.second, false);
  await page.goto(at('caseFile', caseId));
  expect(await page.innerText('main')).toContain('Isi perkara tersegel');
  await page.click('summary:text-is("Diambil untuk diverifikasi")');
  await page.fill('[name=taken-up-note]', 'Tanpa skrip.');
  await Promise.all([page.waitForEvent('load'), page.click('#f-taken-up button')]);
  expect(await page.innerText('#jejak')).toContain('Diambil untuk diverifikasi');
}, 60_000);
