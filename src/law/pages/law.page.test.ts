import { describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { Platform } from '../../platform/platform.ts';
import { INSTRUMENTS } from '../index.ts';
import { lawPages } from './index.ts';

const app = createApp(readConfig({}), () => {});
lawPages(app, { now: () => new Date('2024-09-18T00:00:00Z') } as Platform);
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
