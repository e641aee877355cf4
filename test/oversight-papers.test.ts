import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { absent, judge } from '../src/evidence/pdf/fixtures/judge.ts';
import { contentPages } from '../src/oversight/cases/pages/content.page.ts';
import { checkPackage } from '../src/oversight/hand-off/check.ts';
import { handOffPages } from '../src/oversight/hand-off/index.ts';
import { keyDataPage } from '../src/oversight/keys/index.ts';
import { papersPages } from '../src/oversight/papers/index.ts';
import type { Reported } from '../src/oversight/test-report.ts';
import { type OversightWorld, openOversightWorld, PASSPHRASE } from '../src/oversight/test-world.ts';
import { to } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: OversightWorld;
let browser: Browser;
let server: ReturnType<typeof serve>;
let base: string;
let reported: Reported;
const folder = mkdtempSync(join(tmpdir(), 'ikrar-papers-'));
const missing = absent(['pdfsig', 'qpdf', 'pdftotext']);
/** What is typed or opened in the browser and must stay there. */
const TYPED = { nip: '199001012015011002', name: 'Kirana Contoh Penandatangan', nik: '3578010101010001' };

beforeAll(async () => {
  [world, browser] = await Promise.all([openOversightWorld(), launchBrowser()]);
  world.setClock(new Date());
  keyDataPage(world.app, world.platform);
  contentPages(world.app, world.platform);
  papersPages(world.app, world.platform);
  handOffPages(world.app, world.platform);
  reported = await world.report({
    files: [{ name: 'bukti.txt', type: 'text/plain', bytes: new TextEncoder().encode('bukti contoh') }],
  });
  server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const place = () => ({ agency: world.agencyId, case: reported.caseId });
const deskOf = (document: string) => to('caseDocument', { ...place(), document });

async function comes(script = true, lang = 'id'): Promise<Walker & { sent: string[] }> {
  const one = await walker(browser, base, { script, width: 360 });
  const [name = '', value = ''] = (await world.signedIn(world.inspector)).cookie.split('=');
  await one.context.addCookies([
    { name, value, url: base },
    { name: 'bahasa', value: lang, url: base },
  ]);
  const sent: string[] = [];
  one.page.on('request', (request) =>
    sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`),
  );
  return Object.assign(one, { sent });
}

async function unlocked(page: Page): Promise<void> {
  await page.locator('[data-state=locked]:not([hidden])').waitFor();
  await page.fill('#f-keyPassphrase', PASSPHRASE);
  await page.click('form[data-state=locked] button[type=submit]');
  await page.locator('[data-state=open]:not([hidden])').waitFor();
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

function secretsIn(sent: readonly string[]): string[] {
  const { who, what } = reported.report;
  return [...Object.values(TYPED), who.name, what].filter((secret) => sent.join('\n').includes(secret));
}

describe.skipIf(missing.length > 0)('a document made in the browser', () => {
  it('is filled from what was opened, sealed by its digest, kept, and fetched again', async () => {
    const { page, go, faults, sent } = await comes();
    await go(deskOf('summons-1'));
    await unlocked(page);
    await vi.waitFor(async () => expect(await page.inputValue('#f-nama')).toBe(reported.report.who.name));
    await page.fill('#f-nip', TYPED.nip);
    await page.fill('#f-nama_pejabat', `${TYPED.name} 😀`);
    expect(await page.locator('[data-paper-preview]').innerText()).toContain(TYPED.nip);
    await page.click('[data-do=seal]');
    await page.getByText(/tidak dapat dicetak dalam PDF.*Nama penanda tangan/).waitFor();
    await page.fill('#f-nama_pejabat', TYPED.name);
    const docx = await downloaded(page, () => page.click('[data-do=docx]'));
    expect(Buffer.from(unzipSync(docx.bytes)['word/document.xml'] as Uint8Array).toString()).toContain(
      TYPED.name,
    );
    const pdf = await downloaded(page, () => page.click('[data-do=seal]'));
    expect(pdf.name).toMatch(/^summons-1-\w{6}\.pdf$/);
    judged(pdf.bytes);
    await page.getByText(/Tersegel dan tersimpan\. Sidik SHA-256: [0-9a-f]{64}/).waitFor();
    await go(to('caseDocuments', place()));
    const again = await downloaded(page, () => page.getByRole('button', { name: 'Unduh PDF' }).click());
    expect(again.bytes.equals(pdf.bytes)).toBe(true);
    expect(secretsIn(sent)).toEqual([]);
    const { rows } = await world.db.pool.query('select * from oversight.document');
    expect(rows).toHaveLength(1);
    await unfold(page);
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page)), ...faults]).toEqual([]);
  });

  function judged(bytes: Buffer): void {
    const path = join(folder, 'surat.pdf');
    writeFileSync(path, bytes);
    const { said } = judge('pdfsig', ['-nocert', path])!;
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(judge('qpdf', ['--check', path])!.code).toBe(0);
    const text = judge('pdftotext', ['-layout', path, '-'])!.said;
    for (const words of [TYPED.nip, TYPED.name, 'SURAT PANGGILAN I', 'tidak tersertifikasi'])
      expect(text).toContain(words);
  }
});

it('a package made in the browser holds to its format, and is known to the server by its digest alone', async () => {
  const { page, go, sent, faults } = await comes();
  await go(to('caseHandOff', place()));
  await unlocked(page);
  await vi.waitFor(async () => expect(await page.inputValue('#f-name')).toBe(reported.report.who.name));
  await page.fill('#f-nik', '12');
  await page.click('[data-do=pack]');
  await page.getByText('NIK terdiri atas 16 angka.').waitFor();
  await page.fill('#f-nik', TYPED.nik);
  const { bytes, name } = await downloaded(page, () => page.click('[data-do=pack]'));
  expect(name).toMatch(/^serah-bkn-\w{6}\.zip$/);
  const checked = checkPackage(new Uint8Array(bytes));
  if (!('handOff' in checked)) throw new Error(checked.fault);
  const { handOff } = checked;
  expect(handOff.evidence.map((one) => one.name)).toEqual(['bukti.txt']);
  expect(handOff.reporter).toEqual({ mode: 'anonymous', leftOut: true });
  expect(handOff.missing).toEqual(['classification']);
  expect(secretsIn(sent)).toEqual([]);
  const { rows } = await world.db.pool.query(
    'select destination, encode(sha256, $1) as digest from oversight.hand_off',
    ['hex'],
  );
  expect(rows).toEqual([{ destination: 'bkn', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  await page.reload();
  await unfold(page);
  expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page)), ...faults]).toEqual([]);
});

describe.each(['id', 'en'] as const)('every page, %s', (lang) => {
  const pages = () => [
    to('caseDocuments', place()),
    deskOf('examination'),
    to('caseHandOff', place()),
    to('oversightPapers', { agency: world.agencyId }),
  ];

  it('is in order at 360 px, light and dark', async () => {
    const { page, go, faults } = await comes(true, lang);
    for (const path of pages()) {
      await go(path);
      await unfold(page);
      expect([...(await faultsOf(page, lang)), ...(await axeFaults(page)), ...faults], path).toEqual([]);
    }
  });

  it('says without script what cannot be done, and lets nothing be typed that could be sent', async () => {
    const { page, go } = await comes(false, lang);
    await go(deskOf('examination'));
    expect(await page.locator('main').innerText()).toContain(
      lang === 'id' ? 'Tanpa skrip' : 'Without script',
    );
    expect(await page.locator('[data-paper] :is(input, textarea):enabled').count()).toBe(0);
    expect(await page.locator('[data-paper-preview]').innerText()).toContain('BERITA ACARA PEMERIKSAAN');
    await go(to('caseHandOff', place()));
    expect(await page.locator('[data-hand-off] :is(input, textarea, select):enabled').count()).toBe(0);
  });
});
