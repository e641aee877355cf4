import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { lawApp } from '../../../test/law-world.ts';
import type { App } from '../../platform/http/visit.ts';
import { INSTRUMENTS } from '../index.ts';

let db: TestDatabase;
let app: App;
beforeAll(async () => {
  db = await freshDatabase();
  app = lawApp(db.pool, new Date('2024-09-18T00:00:00Z')).app;
});
afterAll(() => db.drop());

const get = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, html: await answer.text() };
};

describe('the pages of law', () => {
  it('lists every instrument, judged as of the day asked for', async () => {
    const { html } = await get('/hukum?pada=2023-10-30');
    for (const { id } of INSTRUMENTS)
      expect(html).toContain(`/hukum/${encodeURIComponent(id)}?pada=2023-10-30`);
    expect(html).toContain('30 Oktober 2023');
    for (const path of ['pelanggaran', 'sanksi', 'tenggat']) expect(html).toContain(`href="/hukum/${path}"`);
  });

  it('answers whether an instrument was in force, on the day before and the day of revocation', async () => {
    expect((await get('/hukum/uu-5-2014?pada=2023-10-30')).html).toContain('peraturan ini berlaku.');
    expect((await get('/hukum/uu-5-2014?pada=2023-10-31')).html).toContain(
      'peraturan ini sudah tidak berlaku.',
    );
    expect((await get('/hukum/uu-5-2014')).html).toContain('18 September 2024');
  });

  it('shows a joint decree as pairs of issuer and number', async () => {
    const { html } = await get('/hukum/skb-netralitas-2022');
    for (const part of ['Menteri PANRB', '800-5474', 'Ketua Bawaslu', '1447.1/PM.01/K.1/09/2022'])
      expect(html).toContain(part);
    expect(html.match(/scope="row"/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('shows where sources disagree', async () => {
    const { html } = await get('/hukum/pp-94-2021');
    expect(html).toContain('Sumber bertentangan');
    expect(html).toContain('Pasal 37');
  });

  it('gives every article an address, and an act with two numbers both', async () => {
    const { html } = await get('/hukum/pp-94-2021');
    expect(html).toContain('id="pasal-5-huruf-n-angka-5"');
    const act = html.slice(html.indexOf('id="pasal-5-huruf-n-angka-5"'));
    expect(act.slice(0, act.indexOf('</section>'))).toContain('href="#pasal-14-huruf-i-angka-3"');
    expect(html).toContain('Dua penomoran');
  });

  it('draws the timeline and says the same in a table', async () => {
    const { html } = await get('/hukum/uu-5-2014?pada=2024-09-18');
    const drawing = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'));
    const table = html.slice(html.indexOf('id="garis-waktu"'), html.indexOf('<svg'));
    for (const said of ['15 Januari 2014', '31 Oktober 2023', 'Dicabut oleh', 'UU 20/2023']) {
      expect(drawing).toContain(said);
      expect(table).toContain(said);
    }
    expect(drawing).toContain('Dinilai pada 18 September 2024');
  });

  it('draws a date of which the day is unknown as a span, and says so', async () => {
    const { html } = await get('/hukum/pp-49-2018');
    expect(html).toContain('November 2018 (hari tidak diketahui)');
    expect(html).toMatch(/class="recalled"><rect class="mark span"/);
  });

  it('tells replacing and amending from both sides', async () => {
    expect((await get('/hukum/pp-53-2010')).html).toContain('/hukum/pp-94-2021');
    expect((await get('/hukum/uu-1-2015')).html).toContain('/hukum/uu-10-2016');
    expect((await get('/hukum/mk-136-puu-xxii-2024')).html).toContain('/hukum/uu-1-2015');
  });

  it('opens every instrument in both languages', async () => {
    for (const { id } of INSTRUMENTS) {
      const answer = await app.request(`/hukum/${id}`, { headers: { cookie: 'bahasa=en' } });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(['2023-02-30', '18-09-2024', 'x', '2024-9-1'])('says so when %s is no day', async (pada) => {
    const { status, html } = await get(`/hukum?pada=${pada}`);
    expect(status).toBe(422);
    expect(html).toContain('tahun-bulan-hari');
  });

  it('finds by number and title, and says when nothing matches', async () => {
    expect((await get('/hukum?cari=94+disiplin')).html).toContain('PP 94/2021');
    expect((await get('/hukum?cari=xyzzy')).html).toContain('Tidak ada yang cocok');
    expect((await get('/hukum/uu-0-0000')).status).toBe(404);
  });
});
