import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { Platform } from '../../platform/platform.ts';
import { SHIPPED } from '../register.ts';
import { VIOLATIONS } from '../violations/index.ts';
import { violationPages } from './violations.page.ts';

const app = createApp(readConfig({}), () => {});
violationPages(app, { now: () => new Date('2026-07-14T00:00:00Z') } as Platform);
const get = async (path: string, lang = 'id') => {
  const answer = await app.request(path, { headers: { cookie: `bahasa=${lang}` } });
  return { status: answer.status, html: await answer.text() };
};
const PATHS = [
  '/hukum/pelanggaran',
  '/hukum/sanksi',
  '/hukum/tenggat',
  ...VIOLATIONS.map(({ id }) => `/hukum/pelanggaran/${id}`),
];

describe('the pages of violations', () => {
  it.each(['id', 'en'])('open in %s, whole and within 14 kB', async (lang) => {
    for (const path of PATHS) {
      const { status, html } = await get(path, lang);
      expect(status, path).toBe(200);
      expect(html, path).not.toMatch(/undefined|\[object|violations\.|\{\w+\}/);
      expect(gzipSync(html).length, path).toBeLessThan(14_336);
    }
  });

  it('show the same act on both sides of the line', async () => {
    const { html } = await get('/hukum/pelanggaran');
    for (const { id } of VIOLATIONS) expect(html).toContain(`/hukum/pelanggaran/${id}"`);
    expect(html).toMatch(/Foto bersama.*KE5.*D7/s);
  });

  it('show an item with both numberings, its conflict, and whom it binds', async () => {
    const { html } = await get('/hukum/pelanggaran/d8');
    expect(html).toContain('Pasal 5 huruf n angka 6');
    expect(html).toContain('Pasal 14 huruf i angka 4');
    expect(html).toContain('sumber bertentangan');
    for (const person of ['PNS', 'CPNS', 'PPPK paruh waktu', 'Non-ASN', 'Suami atau istri calon'])
      expect(html).toContain(person);
    expect((await get('/hukum/pelanggaran/D3')).html).toContain('tercetak: Pasal 10 angka 1');
  });

  it('give every table row a confidence and sources', async () => {
    for (const path of PATHS) {
      const { html } = await get(path);
      for (const table of html.match(/<table>.*?<\/table>/gs) ?? []) {
        if (!table.includes('Sumber dan kepastian')) continue;
        for (const row of table.match(/<tbody>.*<\/tbody>/s)![0].match(/<tr[^>]*>.*?<\/tr>/gs)!) {
          expect(row, path).toMatch(/terlihat di sumber|disimpulkan|perlu verifikasi|sumber bertentangan/);
          expect(row, path).toContain('<summary>Sumber</summary>');
        }
      }
    }
  });

  it('count the deadlines from a day', async () => {
    const { html } = await get('/hukum/tenggat?mulai=2026-07-14');
    expect(html).toContain('Selasa, 4 Agustus 2026');
    expect(html).toContain('sumber berbeda');
    expect((await get('/hukum/tenggat?mulai=2026-12-20')).html).toContain('libur 2027 belum diketahui');
  });

  it.each(['2026-02-30', 'x', '9999-12-31'])('refuse %s as a day', async (day) => {
    expect((await get(`/hukum/tenggat?mulai=${day}`)).status).toBe(422);
  });

  it('say when there is no such item, and do not hide instruments', async () => {
    expect((await get('/hukum/pelanggaran/D14')).status).toBe(404);
    for (const name of ['pelanggaran', 'sanksi', 'tenggat'])
      expect(SHIPPED.findInstrument(name)).toBeUndefined();
  });
});
