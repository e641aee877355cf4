import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { testApp } from '../../../test/staff.ts';
import { addCorrection } from '../../law/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { printing, rawPdf } from '../checker/files/pdf-fixtures.ts';
import { CIRCULAR, NUMBERED } from '../checker/fixtures.ts';
import { newsroomPages } from '../index.ts';

let db: TestDatabase;
let app: App;
const PATH = '/periksa-naskah';

beforeAll(async () => {
  db = await freshDatabase();
  const made = testApp(db.pool, NOW);
  app = made.app;
  newsroomPages(app, made.platform);
});
afterAll(() => db.drop());

async function check(fields: Record<string, string | File>): Promise<{ status: number; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await app.request(PATH, { method: 'POST', body, headers: { origin: 'http://localhost' } });
  return { status: answer.status, html: await answer.text() };
}
const file = (content: string | Uint8Array, name: string) => new File([content as BlobPart], name);
const docx = (xml: Uint8Array) => zipSync({ 'word/document.xml': xml });
const paragraphs = (lines: readonly string[]) =>
  `<w:document><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`;

describe('the document checker, for everybody', () => {
  it('opens without signing in and says that nothing is stored', async () => {
    const answer = await app.request(PATH);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('tidak disimpan');
    expect(html).not.toContain('<script');
  });

  it('shows findings by severity with the words in their line, reason and source', async () => {
    const { status, html } = await check({ naskah: CIRCULAR });
    expect(status).toBe(200);
    expect(html).toMatch(/Kesalahan \(\d\)[\s\S]*Peringatan \(\d\)/);
    expect(html).toContain('1. <mark>Undang-Undang Nomor 5 Tahun 2014</mark> tentang Aparatur Sipil Negara');
    expect(html).toContain('dicabut');
    expect(html).toMatch(/Sumber: <span class="mono">https?:/);
  });

  it('shows each citation as the register knows it on the day', async () => {
    const text = 'ASN wajib netral menurut Undang-Undang Nomor 5 Tahun 2014.';
    const before = await check({ naskah: text, pada: '2023-06-01' });
    expect(before.html).toContain('Dinilai per 1 Juni 2023, seperti yang Anda minta');
    expect(before.html).toMatch(/href="\/hukum\/uu-5-2014\?pada=2023-06-01"[\s\S]*>Berlaku</);
    const after = await check({ naskah: text, pada: '2024-09-18' });
    expect(after.html).toMatch(/href="\/hukum\/uu-5-2014\?pada=2024-09-18"[\s\S]*>Tidak berlaku lagi</);
    expect((await check({ naskah: text })).html).toContain('per hari ini, 18 September 2024');
  });

  it('shows the draft record with its spans, derived values marked, unknown ones left out', async () => {
    const { html } = await check({ naskah: NUMBERED });
    const record = html.slice(html.indexOf('Rancangan catatan apel'));
    expect(record).toContain('sekitar 450 ASN');
    expect(record).toContain('Budi Contoh Santosa, Sekretaris Daerah Kabupaten Sleman');
    expect(record).toMatch(/kabupaten<\/bdi> <span class="tag warn">disimpulkan/);
    expect(record).not.toContain('Penutup ikrar');
  });

  it('finds nothing where there is nothing', async () => {
    const { html } = await check({ naskah: 'Selamat pagi.' });
    expect(html).toContain('Tidak ada kutipan hukum');
    expect(html).toContain('Tidak ada yang ditebak');
  });

  it('stores nothing', async () => {
    const { rows } = await db.pool.query(
      'select (select count(*) from platform.event) + (select count(*) from ceremonies.source) as n',
    );
    expect(Number(rows[0].n)).toBe(0);
  });

  it('keeps what was typed when something is wrong', async () => {
    const { status, html } = await check({ naskah: 'Ikrar netral.', pada: '2024-02-31' });
    expect(status).toBe(422);
    expect(html).toContain('Tulis tanggal yang ada');
    expect(html).toContain('Ikrar netral.');
    expect((await check({})).status).toBe(422);
    expect((await check({ naskah: 'x', file: file('y', 'y.txt') })).html).toContain('teks dan berkas');
  });
});

describe('files', () => {
  it('are read as TXT, HTML and DOCX', async () => {
    const law = 'Netralitas menurut UU Nomor 5 Tahun 2014.';
    for (const upload of [
      file(law, 'a.txt'),
      file(`<html><body><article><p>${law}</p></article></body></html>`, 'a.html'),
      file(docx(strToU8(paragraphs([law]))), 'a.docx'),
    ]) {
      const { status, html } = await check({ file: upload });
      expect(status).toBe(200);
      expect(html).toContain('uu-5-2014');
    }
  });

  it('that are PDF are read where they hold text, else refused with what to do', async () => {
    const law = printing('Netralitas menurut UU Nomor 5 Tahun 2014.');
    expect((await check({ file: file(rawPdf([law]), 'edaran.pdf') })).html).toContain('uu-5-2014');
    for (const bytes of ['%PDF-1.7\n1 0 obj', rawPdf([new Uint8Array()])]) {
      // A page that had to wait for its thread began with 200.
      expect((await check({ file: file(bytes, 'edaran.pdf') })).html).toContain('salin teksnya');
    }
  });

  it('never come back as markup', async () => {
    const evil = '<script>alert(1)</script> SKB <img src=x onerror=alert(1)> UU Nomor 5 Tahun 2014 "\'>';
    for (const { html } of [
      await check({ naskah: evil, pada: '2024-09-18' }),
      await check({ file: file(evil, '<b>.txt') }),
    ]) {
      expect(html).toContain('uu-5-2014');
      expect(html).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  it('that are bombs are refused in time', async () => {
    const began = performance.now();
    const large = await check({ file: file(docx(new Uint8Array(61 * 1024 * 1024)), 'bom.docx') });
    expect(large.html).toContain('terlalu besar');
    const lying = docx(new Uint8Array(300 * 1024 * 1024));
    for (const [at, sign] of [...lying.entries()].slice(0, -4)) {
      const head = sign === 0x50 && lying[at + 1] === 0x4b;
      const sizeAt = lying[at + 2] === 1 ? 24 : lying[at + 2] === 3 ? 22 : 0;
      if (head && sizeAt > 0) new DataView(lying.buffer, lying.byteOffset).setUint32(at + sizeAt, 2000, true);
    }
    const hidden = await check({ file: file(lying, 'bom.docx') });
    expect(hidden.html).toMatch(/bukan DOCX yang utuh|terlalu besar|terlalu lama/);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('over the limit are refused before they are read', async () => {
    const sent = await check({ file: file('a'.repeat(6 * 1024 * 1024), 'a.txt') });
    expect(sent.status).toBe(413);
    const edge = await check({ naskah: 'a'.repeat(5 * 1024 * 1024 + 10) });
    expect(edge.status).toBe(422);
    expect(edge.html).toContain('batas 5 MB');
  });
});

describe('a text of 5 MB', () => {
  it('is checked beside other requests, with a sign of life, and shows no more than a page can hold', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `Lihat UU Nomor 5 Tahun 2014 pada naskah ${i}.\n`);
    const text = lines.join('').padEnd(4_900_000, 'netral dan jujur. ');
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const { status, html } = await check({ file: file(text, 'besar.txt'), pada: '2024-09-18' });
    clearInterval(beat);
    expect(status).toBe(200);
    expect(html.includes('<h1>Hasil pemeriksaan') && html.endsWith('</html>')).toBe(true);
    expect(html).toContain('40.000');
    expect(html).toContain('Hanya 200 yang pertama');
    expect(html.length).toBeLessThan(1_000_000);
    expect(longest).toBeLessThan(1500);
  });
});

describe('the register as it was corrected here', () => {
  it('judges what is found', async () => {
    const naskah = 'ASN wajib netral menurut Peraturan Pemerintah Nomor 79 Tahun 2021.';
    const typed = { naskah, pada: '2021-08-05' };
    expect((await check(typed)).html).not.toContain('10 Agustus 2021');
    await transaction(db.pool, (client) =>
      addCorrection(
        client,
        {
          ...{
            instrumentId: 'pp-79-2021',
            article: null,
            field: 'inForceFrom',
            agencyId: 'contoh',
            by: 'uji',
          },
          value: { date: '2021-08-10', confidence: 'verified' },
          why: 'Terlihat di salinan resmi.',
          source: 'https://peraturan.bpk.go.id/Details/contoh',
        },
        NOW,
      ),
    );
    expect((await check(typed)).html).toMatch(/Kesalahan \(1\)[\s\S]*10 Agustus 2021/);
  });
});
