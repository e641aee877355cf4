import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { testApp } from '../../../test/staff.ts';
import { foot } from '../../home/index.ts';
import { setFoot } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import { guidancePages } from '../index.ts';
import { WHO } from '../topic.ts';
import { TOPICS } from '../topics/index.ts';

const LIMIT = 14_000;
let db: TestDatabase;
let app: App;

beforeAll(async () => {
  db = await freshDatabase();
  const site = testApp(db.pool, new Date('2024-09-20T02:00:00Z'));
  app = site.app;
  setFoot(foot);
  guidancePages(app, site.platform);
});
afterAll(() => db.drop());

async function get(path: string, lang: 'id' | 'en' = 'id') {
  const answer = await app.request(path, { headers: { cookie: `bahasa=${lang}` } });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

describe('/bolehkah', () => {
  it('lists every topic, without script, in both languages', async () => {
    for (const lang of ['id', 'en'] as const) {
      const { html } = await get('/bolehkah', lang);
      for (const { id } of TOPICS) expect(html).toContain(`/bolehkah/${id}"`);
      expect(html).not.toContain('<script');
      expect(html).not.toMatch(/undefined|\[object|guidance\./);
    }
  });

  it('answers a question in everyday words with its verdict', async () => {
    const { html } = await get(`/bolehkah?q=${encodeURIComponent('ngelike postingan paslon')}`);
    expect(html).toContain('/bolehkah/suka-komentar-bagikan');
    expect(html).toContain('Tidak boleh');
  });

  it('says so when it does not know, and never echoes markup', async () => {
    const { html } = await get(`/bolehkah?q=${encodeURIComponent('resep <b>rendang</b>')}`);
    expect(html).toContain('tidak mengenali');
    expect(html).not.toContain('<b>rendang');
  });

  it('leads step by step to an address that holds the circumstances', async () => {
    const { status, to } = await get(
      '/bolehkah?apa=foto-bersama-calon&siapa=pppk&untuk=calon&pada=2024-10-01&di=Kota+Metro',
    );
    expect(status).toBe(303);
    expect(to).toBe('/bolehkah/foto-bersama-calon?siapa=pppk&untuk=calon&pada=2024-10-01&di=Kota+Metro');
  });

  it.each([
    ['/bolehkah?apa=', 'Pilih satu perbuatan'],
    ['/bolehkah?apa=tim-sukses&pada=2024-02-31', 'tahun-bulan-hari'],
    ['/bolehkah?apa=tim-sukses&di=Wakanda', 'tidak kami kenali'],
    ['/bolehkah?apa=tim-sukses&di=bandung', 'Kabupaten Bandung, Kota Bandung'],
  ])('%s is refused with a reason, and keeps what was typed', async (path, text) => {
    const { status, html } = await get(path);
    expect(status).toBe(422);
    expect(html).toContain(text);
  });
});

describe('/bolehkah/:topic', () => {
  it('opens every topic for every category, in both languages, voting first, under the limit', async () => {
    const sizes: [string, number, number][] = [];
    for (const topic of TOPICS)
      for (const lang of ['id', 'en'] as const)
        for (const who of [null, ...WHO]) {
          const path = `/bolehkah/${topic.id}${who ? `?siapa=${who}` : ''}`;
          const { status, html } = await get(path, lang);
          expect(status, path).toBe(200);
          expect(html, path).not.toMatch(/undefined|\[object|<script|>guidance\./);
          expect(html, path).toContain(topic.title[lang].split('“')[0]?.slice(0, 20));
          expect(html, path).toContain(lang === 'id' ? 'Memilih di TPS' : 'Voting at the polling');
          sizes.push([path, Buffer.byteLength(html), gzipSync(html).length]);
        }
    const [widest] = [...sizes].sort((a, b) => b[1] - a[1]);
    console.info(`largest page: ${widest?.join(' ')} (bytes, gzipped)`);
    for (const [path, , packed] of sizes) expect(packed, path).toBeLessThan(LIMIT);
  });

  it('keeps every page of the guide under 14 kB as it stands', async () => {
    for (const lang of ['id', 'en'] as const)
      for (const path of ['/bolehkah', '/bolehkah?q=foto', ...TOPICS.map(({ id }) => `/bolehkah/${id}`)])
        expect(Buffer.byteLength((await get(path, lang)).html), `${lang} ${path}`).toBeLessThan(LIMIT);
  });

  it('never answers a disputed matter with a yes, and shows both sides with their dates', async () => {
    const { html } = await get('/bolehkah/hadir-di-kampanye');
    expect(html).toContain('Diperdebatkan');
    expect(html).not.toContain('<strong>Boleh.');
    for (const text of ['31 Agustus 2021', '2024.', '7 Mei 2018', 'BKPSDM']) expect(html).toContain(text);
  });

  it('tells which side was said after the day asked about', async () => {
    const { html } = await get('/bolehkah/hadir-di-kampanye?pada=2023-01-10');
    expect(html).toContain('sesudah hari yang Anda tanyakan');
  });

  it('judges by the law of the day: decree, party membership, and whom to ask', async () => {
    const before = await get('/bolehkah/anggota-partai?pada=2023-10-30');
    expect(before.html).toContain('KASN: menangani');
    expect(before.html).toContain('UU 5/2014');
    const after = await get('/bolehkah/anggota-partai?pada=2024-09-01');
    expect(after.html).toContain('BKN, sbt.bkn.go.id');
    expect(after.html).toContain('UU 20/2023');
    const early = await get('/bolehkah/tim-sukses?pada=2022-09-21');
    expect(early.html).toContain('tidak pasti berlaku');
  });

  it('finds the side of the line by day and region', async () => {
    const day = (pada: string, di = '') =>
      get(`/bolehkah/suka-komentar-bagikan?pada=${pada}&di=${encodeURIComponent(di)}`);
    expect((await day('2024-09-21')).html).toContain('sebelum penetapan calon');
    expect((await day('2024-09-22')).html).toContain('calon sudah ditetapkan');
    expect((await day('2025-07-23', 'Kabupaten Bangka')).html).toContain('calon sudah ditetapkan');
    expect((await day('2025-07-23', 'Kota Metro')).html).toContain('Tidak ada pemilihan');
  });

  it('gives an address to share that fixes the day', async () => {
    const { html } = await get('/bolehkah/tim-sukses');
    expect(html).toContain('/bolehkah/tim-sukses?pada=2024-09-20');
  });

  it('answers 404 for a topic that is none', async () => {
    expect((await get('/bolehkah/apa-saja')).status).toBe(404);
  });
});
