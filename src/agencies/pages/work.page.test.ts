import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '../../platform/db/index.ts';
import { addPeople } from '../person.ts';
import { NOW, openSite, type Site } from './test-site.ts';

let site: Site;
let officer: string;
let auditor: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
  auditor = await site.signedIn([['satu', 'auditor']]);
  const post = {
    rank: null,
    post: 'Kepala Bidang',
    postStatus: 'plt',
    email: null,
    status: 'active',
  } as const;
  const people = Array.from({ length: 120 }, (_, at) => ({
    ...{
      idKind: 'nip' as const,
      idNumber: `198503122010011${String(at).padStart(3, '0')}`,
      name: `Contoh ${1000 + at}`,
    },
    ...{
      category: at < 20 ? ('pppk' as const) : ('pns' as const),
      unitId: 'satu-root',
      isExample: true,
      ...post,
    },
  }));
  await transaction(site.pool, (client) => addPeople(client, 'satu', people, NOW));
});
afterAll(() => site.close());

const page = async (path: string, cookie: string) => (await site.get(path, cookie)).text();

describe('the roster', () => {
  it('lists fifty a page, with numbers as people write them and counts by category', async () => {
    const first = await page('/kerja/satu/pegawai', officer);
    expect(first).toContain('19850312 201001 1 000');
    expect(first).toContain('Plt. Kepala Bidang');
    expect(first).toContain('Semua (120)');
    expect(first).toContain('PPPK (20)');
    expect(first).toContain('Halaman 1 dari 3');
    const last = await page('/kerja/satu/pegawai?hal=3', officer);
    expect(last.match(/<th scope="row">/g)).toHaveLength(20);
  });

  it('finds by name, number and category', async () => {
    expect(await page('/kerja/satu/pegawai?cari=toh+1007', officer)).toContain('1 orang');
    expect(await page('/kerja/satu/pegawai?cari=19850312+201001+1+007', officer)).toContain('Contoh 1007');
    expect(await page('/kerja/satu/pegawai?cari=co', officer)).toContain('sedikitnya tiga huruf');
    expect(await page('/kerja/satu/pegawai?kategori=pppk&unit=satu-root', officer)).toContain('20 orang');
    expect(await page('/kerja/satu/pegawai?cari=%25%25%25', officer)).toContain('Tidak ada yang cocok');
  });

  it('is read by the auditor, who finds no way to change it', async () => {
    const shown = await page('/kerja/satu/pegawai', auditor);
    expect(shown).toContain('Contoh 1007');
    expect(shown).not.toContain('/pegawai/impor');
  });
});

describe('another institution', () => {
  const paths = [
    '',
    '/pegawai',
    '/pegawai/impor',
    '/pegawai/impor/x',
    '/pegawai/templat/xlsx',
    '/unit',
    '/jejak',
  ];

  it('is closed to its neighbour’s officer, whether or not it exists', async () => {
    for (const path of paths) {
      const own = await site.get(`/kerja/dua${path}`, officer);
      const none = await site.get(`/kerja/tiada${path}`, officer);
      expect([path, own.status, none.status]).toEqual([path, 403, 403]);
      expect((await own.text()).replaceAll('dua', 'X')).toBe((await none.text()).replaceAll('tiada', 'X'));
    }
  });

  it('takes no change from strangers, leaders, operators, auditors or an officer of one unit', async () => {
    const roles = ['leader', 'operator', 'auditor'] as const;
    const cookies = await Promise.all(roles.map((role) => site.signedIn([['satu', role]])));
    const unitOfficer = await site.signedIn([['satu', 'officer', 'satu-root']]);
    for (const cookie of [...cookies, unitOfficer, await site.signedIn([['dua', 'officer']])])
      for (const path of ['/pegawai/impor', '/pegawai/impor/x', '/unit'])
        expect(
          (await site.post(`/kerja/satu${path}`, cookie, new URLSearchParams({ name: 'X' }))).status,
        ).toBe(403);
    expect((await site.post('/kerja/satu/unit', '', new URLSearchParams())).status).toBe(401);
  });
});

describe('units', () => {
  const add = (fields: Record<string, string>) =>
    site.post('/kerja/satu/unit', officer, new URLSearchParams(fields));

  it('are added below a parent and shown in the tree', async () => {
    const answer = await add({
      name: 'Bidang  Umum',
      kind: 'section',
      parentId: 'satu-root',
      regionCode: '',
      code: 'U-1',
    });
    expect(answer.status).toBe(303);
    expect(await page('/kerja/satu/unit', auditor)).toContain('Bidang Umum');
  });

  it('are refused with the reason, and what was typed stays', async () => {
    const twice = await add({ name: 'BIDANG UMUM', kind: 'section', parentId: 'satu-root' });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toMatch(/Sudah ada unit “BIDANG UMUM”[\s\S]*value="BIDANG UMUM"/);
    expect(await (await add({ name: '', kind: 'apa' })).text()).toMatch(
      /Isi nama unit[\s\S]*Pilih jenis unit/,
    );
    expect(await (await add({ name: '=1+1', kind: 'opd' })).text()).toContain('rumus');
    expect(await (await add({ name: 'Kec. X', kind: 'kecamatan', regionCode: '19.06' })).text()).toContain(
      'jenis wilayah',
    );
    expect((await add({ name: 'Y', kind: 'opd', parentId: 'dua-root' })).status).toBe(422);
  });
});

describe('the audit trail', () => {
  it('tells what happened in words, the newest first, and of this institution only', async () => {
    const shown = await page('/kerja/satu/jejak', auditor);
    expect(shown).toContain('Unit ditambahkan');
    expect(shown).toContain('Petugas akun-');
    expect(await page('/kerja/dua/jejak', await site.signedIn([['dua', 'auditor']]))).toContain(
      'Belum ada kejadian',
    );
  });

  it('falls back to the stored kind', async () => {
    await site.pool.query(
      `insert into platform.event values ('satu', 'zz', now(), 'system', 'ufo.landed', 's', '{"a":{"b":1}}')`,
    );
    const shown = await page('/kerja/satu/jejak', officer);
    expect(shown).toMatch(/Sistem[\s\S]*Kejadian lain \(ufo\.landed\)[\s\S]*a: \{&quot;b&quot;:1\}/);
  });
});

describe('where work begins', () => {
  it('is the one institution, or a choice', async () => {
    const one = await site.get('/kerja', officer);
    expect([one.status, one.headers.get('location')]).toEqual([303, '/kerja/satu/gerakan']);
    const both = await page(
      '/kerja',
      await site.signedIn([
        ['satu', 'leader'],
        ['dua', 'operator'],
      ]),
    );
    expect(both).toMatch(/Dinas Contoh dua[\s\S]*Operator unit[\s\S]*Dinas Contoh satu[\s\S]*Pimpinan/);
    expect(await page('/kerja', await site.signedIn([]))).toContain('belum diberi peran');
    expect((await site.get('/kerja')).headers.get('location')).toBe('/masuk');
  });

  it('has a page of the institution that leads whoever asks to all that they may open', async () => {
    const links = async (cookie: string) =>
      [...(await page('/kerja/satu', cookie)).matchAll(/<li><a href="(\/kerja\/satu\/[^"]+)">/g)].map(
        ([, href]) => href,
      );
    const [all, some] = [await links(officer), await links(auditor)];
    expect(all).toContain('/kerja/satu/kait');
    expect(all).toContain('/kerja/satu/privasi');
    expect(some).toContain('/kerja/satu/insiden');
    expect(some).not.toContain('/kerja/satu/akun');
  });
});
