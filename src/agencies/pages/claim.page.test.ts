import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slug } from '../claim.ts';
import { openSite, type Site } from './test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** As @hono/node-server hands over a connection from this machine. */
const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 5, remoteFamily: 'IPv4' } } };
const GOOD = {
  ...{
    name: 'Dinas Contoh satu',
    level: 'kabupaten',
    regionCode: '19.06',
    zone: 'Asia/Makassar',
    place: 'Kota Rekaan',
  },
  ...{
    letterhead: 'PEMERINTAH\u202e\r\n\u200b\r\n\tDINAS',
    personName: 'Petugas Rekaan',
    username: 'Petugas.Satu',
  },
  password: 'kata sandi panjang',
};
const claim = (fields: Record<string, string>, env = HERE) =>
  site.post('/klaim', '', new URLSearchParams(fields), env);

describe('taking the installation', () => {
  it('is offered on this machine only', async () => {
    expect((await site.get('/klaim')).status).toBe(403);
    expect((await site.post('/klaim', '', new URLSearchParams(GOOD))).status).toBe(403);
    expect((await site.get('/klaim', '', HERE)).status).toBe(200);
  });

  it('says what is wrong and keeps what was typed, but never the password', async () => {
    const answer = await claim({
      ...GOOD,
      name: '',
      level: 'x',
      letterhead: 'A'.repeat(201),
      regionCode: '99999',
      username: 'a b',
      password: 'pendek',
    });
    expect(answer.status).toBe(422);
    const shown = await answer.text();
    for (const part of [
      'Isi nama instansi',
      'Pilih tingkat',
      'Kode wilayah',
      'Kepala surat paling banyak',
      'Nama pengguna 3',
      'Kata sandi sedikitnya',
    ])
      expect(shown).toContain(part);
    expect(shown).toContain('value="Petugas Rekaan"');
    expect(shown).not.toContain('pendek');
  });

  it('by two at once is done once, signs the officer in, and gives them their institution', async () => {
    const answers = await Promise.all([claim(GOOD), claim({ ...GOOD, username: 'lain.lain' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
    const won = answers.find((answer) => answer.status === 303) as Response;
    expect(won.headers.get('location')).toBe('/kerja');
    const cookie = (won.headers.get('set-cookie') as string).split(';')[0] as string;
    expect((await site.get('/kerja', cookie)).headers.get('location')).toBe(
      '/kerja/dinas-contoh-satu/gerakan',
    );
    const units = await site.get('/kerja/dinas-contoh-satu/unit', cookie);
    expect(await units.text()).toContain('19.06');
    const { rows } = await site.pool.query(
      'select letterhead, zone, is_example from agencies.agency where not is_example',
    );
    expect(rows).toEqual([{ letterhead: ['PEMERINTAH', 'DINAS'], zone: 'Asia/Makassar', is_example: false }]);
    expect((await site.get('/klaim', '', HERE)).status).toBe(409);
  });
});

it('makes addresses out of names', () => {
  expect(slug("Sekolah Ma'arif – Kab. Élan / No. 3")).toBe('sekolah-maarif-kab-elan-no-3');
  expect(slug('§§§')).toBe('instansi');
  expect(slug('a'.repeat(200))).toHaveLength(60);
});
