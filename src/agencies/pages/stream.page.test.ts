import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRosterLoads } from '../stream/round.ts';
import { fileForm, openSite, type Site } from './test-site.ts';

let site: Site;
let officer: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
});
afterAll(() => site.close());

const HEAD = 'Nama;NIP/Nomor;Kategori;Golongan;Jabatan;Unit\r\n';
const ANI = 'Ani Rekaan;198503122010012005;PNS;III/c;Analis;Bidang Umum\r\n';
const BUDI = "Budi Ma'ruf;198603122010011006;PNS;III/a;Kepala Bidang;Bidang Umum\r\n";
const WRONG = 'Cici Salah;1,98503E+17;PNS;III/a;Analis;Bidang Umum\r\n';

/** Uploads, lets a process take it, and waits for the end. @returns the page's path */
async function load(agency: string, cookie: string, content: string): Promise<string> {
  const answer = await site.post(`/kerja/${agency}/pegawai/aliran`, cookie, fileForm('besar.csv', content));
  expect(answer.status).toBe(303);
  const path = answer.headers.get('location') as string;
  expect(await text(path, cookie)).toContain('Menunggu');
  const work = startRosterLoads(site.platform, (line) => site.faults.push(line));
  for (let tries = 0; tries < 200; tries += 1) {
    if (!(await text(path, cookie)).includes('http-equiv="refresh"')) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await work.stop();
  expect(site.faults).toEqual([]);
  return path;
}

async function text(path: string, cookie = officer): Promise<string> {
  return (await site.get(path, cookie)).text();
}

it('loads what was sent, in the background, and shows what was not taken', async () => {
  const path = await load('satu', officer, HEAD + ANI + BUDI + WRONG);
  const shown = await text(path);
  expect(shown).toContain('Selesai');
  expect(shown).toContain('Baris yang ditolak');
  expect(shown).not.toContain('Cici');
  const file = await text(`${path}?berkas=ditolak`);
  expect(file).toContain('4;');
  const { rows } = await site.pool.query(
    "select name from agencies.person where agency_id = 'satu' order by name",
  );
  expect(rows.map(({ name }) => name)).toEqual(['Ani Rekaan', "Budi Ma'ruf"]);
  const other = await site.signedIn([['dua', 'officer']]);
  expect((await site.get(path, other)).status).toBe(403);
  expect((await site.get(path.replace('satu', 'dua'), other)).status).toBe(404);
});

it('lists who is no longer in the file, and the officer says what became of them', async () => {
  const path = await load('satu', officer, HEAD + ANI.replace('III/c', 'III/d'));
  const shown = await text(path);
  expect(shown).toContain('Budi Ma');
  const id = /name="orang" value="([^"]+)"/.exec(shown)?.[1] as string;
  const form = new URLSearchParams({ orang: id, kind: 'retired', from: '2020-01-31', reason: '' });
  const refused = await site.post(path, officer, form);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="2020-01-31"');
  form.set('reason', 'SK Pensiun Contoh');
  expect((await site.post(path, officer, form)).status).toBe(303);
  expect(await text(path)).toContain('ada di berkas');
  const { rows } = await site.pool.query('select status from agencies.person where id = $1', [id]);
  expect(rows[0].status).toBe('retired');
  const person = await text(`/kerja/satu/pegawai/orang/${id}`);
  expect(person).toContain('SK Pensiun Contoh');
  const back = new URLSearchParams({
    aksi: 'peristiwa',
    kind: 'returned',
    from: '2999-01-01',
    until: '',
    why: 'Contoh',
  });
  expect((await site.post(`/kerja/satu/pegawai/orang/${id}`, officer, back)).status).toBe(422);
  back.set('from', '2020-03-01');
  expect((await site.post(`/kerja/satu/pegawai/orang/${id}`, officer, back)).status).toBe(303);
});

it('refuses what is no roster, and says why', async () => {
  const path = await load('satu', officer, 'halo\ndunia\n');
  expect(await text(path)).toContain('Judul kolom tidak ditemukan');
  const none = await site.post('/kerja/satu/pegawai/aliran', officer, fileForm('kosong.csv', ''));
  expect(none.status).toBe(422);
});

it('tells both institutions of somebody who stands on two rosters; the old one answers', async () => {
  const other = await site.signedIn([['dua', 'officer']]);
  await load('dua', other, HEAD + ANI.replace('Ani Rekaan', 'Ani R.').replace('Analis', 'Rahasia Dua'));
  const out = await text('/kerja/satu/pegawai/pindah');
  expect(out).toContain('Ani Rekaan');
  expect(out).toContain('Dinas Contoh dua');
  expect(out).not.toMatch(/Ani R\.|Rahasia Dua/);
  const into = await text('/kerja/dua/pegawai/pindah', other);
  expect(into).toContain('Ani R.');
  expect(into).not.toContain('Ani Rekaan');
  const id = /name="id" value="([^"]+)"/.exec(out)?.[1] as string;
  const answer = new URLSearchParams({ id, aksi: 'pindah', from: '2026-01-02', reason: 'SK Mutasi Contoh' });
  const notTheirs = await site.post('/kerja/dua/pegawai/pindah', other, answer);
  expect(notTheirs.status).toBe(422);
  expect((await site.post('/kerja/satu/pegawai/pindah', officer, answer)).status).toBe(303);
  expect((await site.post('/kerja/satu/pegawai/pindah', officer, answer)).status).toBe(422);
  expect(await text('/kerja/dua/pegawai/pindah', other)).toContain('SK Mutasi Contoh');
  const { rows } = await site.pool.query(
    "select agency_id, status from agencies.person where id_number = '198503122010012005' order by agency_id",
  );
  expect(rows).toEqual([
    { agency_id: 'dua', status: 'active' },
    { agency_id: 'satu', status: 'moved' },
  ]);
});
