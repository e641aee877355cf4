import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import encodeQR from 'qr';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  minutesFile,
  pactFile,
  proofOf,
  recordByReceipt,
  sealMinutes,
  verifyPages,
} from '../src/evidence/index.ts';
import { absent } from '../src/evidence/pdf/fixtures/judge.ts';
import { transaction } from '../src/platform/db/index.ts';
import { exampleMinutes, examplePhotos } from '../src/verify/fixtures/minutes.ts';
import { exampleRecord } from '../src/verify/fixtures/record.ts';
import { claimsOf, commitment, encodeClaims, minutesContent, qrText } from '../src/verify/index.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { openSigningWorld, type SigningWorld, signAs } from './signing-world.ts';
import { overflow } from './walker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The page as somebody opens it from disk, without a network, with a real pact of an installation at hand. */
const folder = mkdtempSync(join(tmpdir(), 'ikrar-offline-'));
const at = (name: string) => join(folder, name);
let browser: Browser;
let site: SigningWorld;
let name: string;

beforeAll(async () => {
  const script = pathToFileURL(join(import.meta.dirname, '../scripts/verifier.mjs')).href;
  const { buildVerifier } = (await import(script)) as { buildVerifier(folder: string): Promise<void> };
  [site, browser] = await Promise.all([openSigningWorld(), launchBrowser(), buildVerifier(folder)]);
  verifyPages(site.app, site.platform, site.key);
  await makePact();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function makePact(): Promise<void> {
  const campaignId = await site.openedCampaign();
  const { receipt } = await signAs(site, campaignId, site.world.people.dinas);
  await makeMinutes(campaignId);
  await site.publish();
  const stored = await recordByReceipt(site.db.pool, site.world.agencyId, receipt);
  const { bytes, record } = await pactFile(site.platform, stored);
  name = record.person.name;
  writeFileSync(at('pakta.pdf'), bytes);
  const changed = Uint8Array.from(bytes);
  const place = Buffer.from(bytes).indexOf('/Producer') + 12;
  changed[place] = (changed[place] as number) ^ 1;
  writeFileSync(at('rusak.pdf'), changed);
  writeFileSync(at('pakta.tlog-proof'), (await proofOf(site.db.pool, stored, null)) ?? '');
  const get = async (path: string) =>
    Buffer.from(await (await site.app.request(`http://localhost${path}`)).arrayBuffer());
  // Only an installation knows its anchors; the sources built here are those that it would hand out.
  const { withAnchors } = await import('../src/evidence/offline-page.ts');
  const served = (await get('/v/luring.html')).toString('utf8');
  const [, anchors = ''] = /id="anchors">([^<]*)</.exec(served) ?? [];
  const plain = readFileSync(at('ikrar-verify.html'), 'utf8');
  writeFileSync(at('berjangkar.html'), withAnchors(plain, JSON.parse(anchors)));
  for (const pem of JSON.parse(anchors).roots) writeFileSync(at('akar.pem'), pem);
  writeFileSync(at('log.vkey'), JSON.parse(anchors).logKeys.join('\n'));
}

async function makeMinutes(campaignId: string): Promise<void> {
  const example = exampleMinutes();
  const { agencyId } = site.world;
  const facts = {
    ...{ ...example, agency: { ...example.agency, id: agencyId } },
    campaign: { ...example.campaign, id: campaignId },
  };
  const record = { ...facts, content: minutesContent(facts) };
  await transaction(site.db.pool, (client) => sealMinutes(client, site.platform, record, examplePhotos));
  writeFileSync(at('berita-acara.pdf'), await minutesFile(site.platform, agencyId, record.receipt));
}

interface Opened {
  page: Page;
  /** What the page tried to reach, and what went wrong in it. */
  faults: string[];
  give(...files: string[]): Promise<void>;
  text(selector?: string): Promise<string>;
}

async function openPage(file: string, options: { locale?: string; width?: number } = {}): Promise<Opened> {
  const { locale = 'id-ID', width = 360 } = options;
  const context = await browser.newContext({ locale, viewport: { width, height: 740 }, offline: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(at(file)).href) faults.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(pathToFileURL(at(file)).href);
  return {
    ...{ page, faults },
    give: async (...files) => {
      await page.setInputFiles('#files', files.map(at));
      await page.waitForFunction(() => {
        const text = document.getElementById('result')?.textContent ?? '';
        return text !== '' && !/^(Sedang diperiksa|Checking)/.test(text);
      });
    },
    text: (selector = '#result') => page.innerText(selector),
  };
}

const verdicts = (page: Page) =>
  page.$$eval('#result .checks li', (lines) => lines.map((line) => line.className));

describe('the page from disk', () => {
  it('says plainly that it does not judge minutes, and where they are', async () => {
    const { page, faults, give, text } = await openPage('berjangkar.html');
    await give('berita-acara.pdf');
    expect(await text('#result h1')).toContain('Belum lengkap');
    expect(await text()).toContain(
      'Halaman ini hanya memeriksa pakta; periksa berita acara di situs instansi',
    );
    expect(await verdicts(page)).not.toContain('fail');
    expect(faults).toEqual([]);
  });

  it('finds a PDF with its proof valid, asks nobody, and shows whose it is', async () => {
    const { page, faults, give, text } = await openPage('berjangkar.html');
    await give('pakta.pdf', 'pakta.tlog-proof');
    expect(await text('#result h1')).toContain('Sah: semua pemeriksaan lolos');
    expect(new Set(await verdicts(page))).toEqual(new Set(['pass']));
    expect(await text()).toContain(name);
    await page.click('summary');
    expect(await page.innerText('.paper li >> nth=0')).toMatch(/\w{4}/);
    expect(await overflow(page)).toBe('');
    expect(faults).toEqual([]);
  });

  it('names what one changed byte breaks', async () => {
    const { page, give, text } = await openPage('berjangkar.html');
    await give('rusak.pdf', 'pakta.tlog-proof');
    expect(await text('#result h1')).toContain('Tidak sah');
    expect(await page.innerText('.checks .fail')).toContain('Dokumen tidak berubah sejak disegel');
  });

  it('takes PDF and proof one after the other, in either order, and no proof for another PDF', async () => {
    const first = await openPage('berjangkar.html');
    await first.give('pakta.tlog-proof');
    expect(await first.text()).toContain('Sekarang pilih PDF paktanya');
    await first.give('pakta.pdf');
    expect(await first.text('#result h1')).toContain('Sah');
    const second = await openPage('berjangkar.html');
    await second.give('pakta.pdf');
    expect(await second.text('#result h1')).toContain('Belum lengkap');
    expect(await second.text()).toContain('pilih juga berkas bukti');
    await second.give('pakta.tlog-proof');
    expect(await second.text('#result h1')).toContain('Sah');
    await second.give('pakta.pdf');
    expect(await second.text('#result h1')).toContain('Belum lengkap');
  });

  it('trusts nobody by itself, and whom it is given until it is closed', async () => {
    const { page, give, text } = await openPage('ikrar-verify.html');
    expect(await text('#trust')).toContain('Belum ada sertifikat atau kunci');
    await give('pakta.pdf', 'pakta.tlog-proof');
    expect(await text('#result h1')).toContain('Belum lengkap');
    await page.setInputFiles('#anchors-files', [at('akar.pem'), at('log.vkey')]);
    await page.waitForSelector('#result h1.good');
    expect(await page.$$eval('.anchors li', (lines) => lines.length)).toBe(2);
    expect(await text('.anchors')).toMatch(/[0-9a-f]{64}/);
  });

  it('trusts no root that comes along with a document', async () => {
    const { page, give, text } = await openPage('ikrar-verify.html');
    await give('pakta.pdf', 'pakta.tlog-proof', 'akar.pem', 'log.vkey');
    expect(await text('#result h1')).toContain('Belum lengkap');
    expect(await text()).toContain('akar.pem berisi sertifikat atau kunci, dan belum dipercaya');
    expect(await page.$$eval('.anchors li', (lines) => lines.length)).toBe(0);
  });

  it('says what it cannot read', async () => {
    writeFileSync(at('lain.txt'), 'bukan apa-apa');
    writeFileSync(at('kosong.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
    const { give, text, faults } = await openPage('ikrar-verify.html');
    await give('lain.txt');
    expect(await text()).toContain('lain.txt bukan PDF');
    await give('kosong.png');
    expect(await text()).toContain('Tidak ada kode QR pakta yang terbaca dalam kosong.png');
    await give('pakta.pdf');
    await give('kosong.png');
    expect(await text('#result')).not.toContain('pakta.pdf');
    expect(faults).toEqual([]);
  });

  it('speaks both languages, by the reader’s own and by the button', async () => {
    const { page, give, text } = await openPage('berjangkar.html', { locale: 'en-GB' });
    await give('pakta.pdf');
    expect(await text('#result h1')).toContain('Incomplete');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await page.click('#language');
    expect(await text('#result h1')).toContain('Belum lengkap');
    expect(await faultsOf(page, 'id')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('language');
  });

  it('works by keyboard, and the verdict has the focus', async () => {
    const { page, give } = await openPage('berjangkar.html');
    const stops: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => document.activeElement?.id || (document.activeElement?.tagName ?? '')),
      );
    }
    expect(stops).toEqual(['language', 'files', 'camera', 'SUMMARY', 'anchors-files']);
    await give('pakta.pdf');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('says plainly when there is no camera', async () => {
    const { page, text } = await openPage('berjangkar.html');
    await page.click('#camera');
    await page.waitForSelector('#scan .notice');
    expect(await text('#scan')).toMatch(/Potret kode QR-nya|potret kode QR-nya/);
    expect(await text('#camera')).toBe('Pindai kode QR dengan kamera');
  });

  it('has no fault that axe knows, in light and dark', async () => {
    const { page, give } = await openPage('berjangkar.html');
    expect(await axeFaults(page)).toEqual([]);
    await give('rusak.pdf');
    expect(await axeFaults(page)).toEqual([]);
    await give('pakta.pdf', 'pakta.tlog-proof');
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe.skipIf(absent(['pdftoppm']).length > 0)('the QR code of a printed pact', () => {
  it('is read from a picture of the page and checked without a network', async () => {
    execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', at('pakta.pdf'), at('halaman')]);
    const { page, faults, give, text } = await openPage('berjangkar.html');
    await give('halaman.png');
    expect(await text('#result h1')).toContain('Kode QR ini asli');
    expect(await text()).toContain(name);
    expect(new Set(await verdicts(page))).toEqual(new Set(['pass']));
    expect(await text()).not.toMatch(/\d{18}/);
    expect(faults).toEqual([]);
  });

  it('is not checked, and not called genuine, without the seal’s certificate', async () => {
    const { give, text } = await openPage('ikrar-verify.html');
    await give('halaman.png');
    expect(await text('#result h1')).toContain('Keaslian kode QR ini belum terbukti');
  });
});

describe('the camera', () => {
  it('reads a code that is held before it', async () => {
    const place = commitment(new Uint8Array(32), new Uint8Array());
    const claims = encodeClaims(claimsOf(exampleRecord, 5, place, '00000000'));
    writeFileSync(
      at('kamera.y4m'),
      film(encodeQR(qrText('https://ikrar.example', claims, new Uint8Array(64)), 'raw')),
    );
    const withCamera = await launchBrowser([
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      `--use-file-for-fake-video-capture=${at('kamera.y4m')}`,
    ]);
    try {
      const page = await (await withCamera.newContext({ locale: 'id-ID', offline: true })).newPage();
      await page.goto(pathToFileURL(at('ikrar-verify.html')).href);
      await page.click('#camera');
      await page.waitForSelector('#result h1');
      expect(await page.innerText('#result h1')).toContain('Keaslian kode QR ini belum terbukti');
      expect(await page.innerText('#result')).toContain(exampleRecord.person.name);
      expect(await page.$('video')).toBeNull();
    } finally {
      await withCamera.close();
    }
  });
});

/** One still picture of the code as uncompressed video (YUV4MPEG2). */
function film(modules: readonly (readonly boolean[])[]): Buffer {
  const [width, height, size] = [640, 480, 7];
  const luma = Buffer.alloc(width * height, 235);
  const edge = Math.floor((height - modules.length * size) / 2);
  for (const [row, line] of modules.entries())
    for (const [column, dark] of line.entries())
      for (let y = 0; dark && y < size; y += 1) {
        const start = (edge + row * size + y) * width + edge + column * size;
        luma.fill(16, start, start + size);
      }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
