import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/browser.ts';
import { sampleRecord, sampleSeal } from '../../../evidence/pdf/fixtures/sample-record.ts';
import {
  A4,
  closeDocument,
  compileSeries,
  flow,
  paragraph,
  prepareDocument,
  preparePact,
  setPage,
  textHeightOf,
  textWidthOf,
} from '../../../evidence/pdf/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { checkAside } from '../../aside/check-aside.ts';
import { pdfText } from './pdf.ts';
import { LETTER, manyTimes, printing, rawPdf } from './pdf-fixtures.ts';
import { readDocument } from './read-document.ts';

/** The letter as our own writer sets it. */
function ours(): Buffer {
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: 'id' });
  const blocks = LETTER.flatMap((text) =>
    paragraph(text, { face: 'regular', size: 11, leading: 1.4 }, { width: textWidthOf(A4), gap: 8 }),
  );
  const pages = flow(blocks, textHeightOf(A4));
  return closeDocument(
    prepareDocument(series, {
      title: 'Edaran contoh',
      author: 'Dinas Contoh',
      at: '2023-11-06T02:15:32.417Z',
      pages: pages.map((placed) => setPage(A4, placed, series.names, '')),
      attachments: [],
    }),
  );
}

const refusal = (bytes: Uint8Array, timeLimit?: number) =>
  pdfText(bytes, timeLimit).then(
    (text) => text,
    (error: Refusal) => error.code.replace('newsroom.check.file.', ''),
  );

async function orRefused(bytes: Uint8Array): Promise<void> {
  await checkAside({ bytes, name: 'a.pdf' }, {}, 10_000).catch((error) =>
    expect(error).toBeInstanceOf(Refusal),
  );
}

describe('the text of a PDF', () => {
  it('is read from what our own writer makes, a line for each paragraph', async () => {
    expect(await readDocument(ours(), 'edaran')).toBe(LETTER.join('\n'));
  });

  it('is read from a pact', async () => {
    const pact = closeDocument(preparePact(sampleRecord(), sampleSeal));
    expect(await pdfText(pact)).toContain(sampleRecord().person.name);
  });

  it('is read from a letter that a browser printed', async () => {
    const browser = await launchBrowser();
    const [head, number, first, ...rest] = LETTER;
    const style = '@page{size:A4;margin:25mm} body{font:12pt/1.5 serif;text-align:justify}';
    const items = rest.slice(0, 2).map((text) => `<li>${text.slice(3)}</li>`);
    try {
      const page = await browser.newPage();
      await page.setContent(
        `<style>${style}</style><h1>${head}</h1><p>${number}<p>${first}<ol>${items.join('')}</ol><p>${rest[2]}`,
      );
      expect(await pdfText(await page.pdf())).toBe(LETTER.join('\n'));
    } finally {
      await browser.close();
    }
  });

  it('keeps what a reader sees where the lines tell no paragraph', async () => {
    const lines = ['Kepada Yth.', 'Kepala Bidang antar-', 'daerah', '- satu', '- dua'];
    const content = lines.map((line, at) => `BT /F 12 Tf 70 ${700 - at * 15} Td (${line}) Tj ET`).join('\n');
    expect(await pdfText(rawPdf([Buffer.from(content)]))).toBe(lines.join('\n'));
  });

  it('is what the checker measures', async () => {
    const { text, result } = await checkAside({ bytes: ours(), name: 'a.pdf' }, { on: '2023-11-06' });
    const found = result.findings.find(({ code }) => code === 'law-not-in-force');
    expect(found && text.slice(found.start, found.end)).toContain('Undang-Undang Nomor 5 Tahun 2014');
  });
});

describe('a PDF that cannot be read', () => {
  it('is refused with what is wrong with it', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7 ...'))).toBe('pdfBroken');
    await expect(readDocument(Buffer.from('bukan PDF'), 'a.pdf')).rejects.toMatchObject({
      code: 'newsroom.check.file.pdfBroken',
    });
    expect(await refusal(rawPdf([Buffer.from('0 0 100 100 re f')]))).toBe('pdfNoText');
    const pages = Array.from({ length: 301 }, () => printing('Ikrar'));
    expect(await refusal(rawPdf(pages))).toBe('pdfPages');
    expect(await refusal(rawPdf(pages.slice(1)))).toHaveLength(300 * 6 - 1);
    expect(await refusal(rawPdf([printing('Ikrar')]), -1)).toBe('tooSlow');
  });

  it('is refused where it needs a password', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-locked-'));
    try {
      const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
      writeFileSync(open, rawPdf([printing('Ikrar')]));
      const made = spawnSync('qpdf', ['--encrypt', 'sandi', 'pemilik', '256', '--', open, locked]);
      if (made.error) return test.skip('qpdf is not installed');
      expect(await refusal(readFileSync(locked))).toBe('pdfLocked');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('runs nothing of its own', async () => {
    const key = 'ikrarPdfRan';
    const act = `/OpenAction<</S/JavaScript/JS(globalThis.${key}=1)>>/AA<</O<</S/JavaScript/JS(globalThis.${key}=1)>>>>`;
    expect(await refusal(rawPdf([printing('Ikrar')], act))).toBe('Ikrar');
    expect(key in globalThis).toBe(false);
  });

  it('costs no more than a refusal, whatever bytes were changed', { timeout: 120_000 }, async () => {
    const whole = rawPdf([printing('Ikrar netral'), printing('halaman dua')]);
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(change, fc.nat(whole.length), (changes, cut) => {
        const bytes = new Uint8Array(cut % 4 === 0 ? whole.subarray(0, cut) : whole);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        return orRefused(bytes);
      }),
      { numRuns: 10 },
    );
  });

  it('costs no more than a refusal where its table of objects lies', { timeout: 60_000 }, async () => {
    const whole = Buffer.from(rawPdf([printing('Ikrar netral'), printing('halaman dua')]));
    const table = whole.indexOf('xref');
    for (const object of [3, 5, 6]) {
      const bytes = new Uint8Array(whole);
      bytes[table + 9 + object * 20 + 9] = 0x39;
      await orRefused(bytes);
    }
  });

  it('that unpacks to gigabytes is given up in time and memory', { timeout: 60_000 }, async () => {
    const before = process.memoryUsage.rss();
    const bomb = rawPdf([Buffer.alloc(1024 * 1024, 'q ')], '', manyTimes(3000));
    expect(bomb.length).toBeLessThan(5 * 1024 * 1024);
    const began = performance.now();
    const code = await checkAside({ bytes: bomb, name: 'bom.pdf' }, {}, 15_000).then(
      () => 'read',
      (error: Refusal) => error.code,
    );
    expect(code).toMatch(/^newsroom\.(?:given\.tooSlow|check\.file\.\w+)$/);
    expect(performance.now() - began).toBeLessThan(20_000);
    console.info(`${code} after ${Math.round(performance.now() - began)} ms; rss before ${before >> 20} MB`);
  });
});
