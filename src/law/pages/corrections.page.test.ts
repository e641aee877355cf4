import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { lawApp } from '../../../test/law-world.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import type { App } from '../../platform/http/visit.ts';
import { registerNow } from '../index.ts';
import { lawPages } from './index.ts';

const NOW = new Date('2024-09-18T02:00:00Z');
const BASE = '/kerja/hukum/koreksi';
const SOURCE = 'https://peraturan.bpk.go.id/Details/175192/pp-no-79-tahun-2021';
const DATED = {
  nilai: '2021-08-10',
  kepastian: 'verified',
  alasan: 'Terlihat di salinan resmi.',
  sumber: SOURCE,
};
const FIELD = `${BASE}/pp-79-2021?bidang=inForceFrom`;

let db: TestDatabase;
let app: App;
let officer: { cookie: string };

beforeAll(async () => {
  db = await freshDatabase();
  await createWorld(db.pool, 'alfa', NOW);
  await createWorld(db.pool, 'beta', NOW);
  officer = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
});
beforeEach(async () => {
  await db.pool.query('truncate law.correction');
  app = lawApp(db.pool, NOW).app;
});
afterAll(() => db.drop());

function post(path: string, fields: Record<string, string>, as: Record<string, string> = officer) {
  const headers = { ...as, origin: 'http://localhost' };
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
}
const page = async (path: string, as: Record<string, string> = {}) =>
  (await app.request(path, { headers: as })).text();
const onDay = async (day: string) => {
  const html = await page(`/hukum/pp-79-2021?pada=${day}`);
  return /<strong>([^<]+)<\/strong>/.exec(html)?.[1];
};
const newest = async () =>
  (await db.pool.query('select * from law.correction order by seq desc limit 1')).rows[0];

describe('correcting a date', () => {
  it('changes the answer of the public page at once, with its history and source', async () => {
    expect(await onDay('2021-09-01')).toContain('tidak dapat dipastikan');
    const answer = await post(FIELD, DATED);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${BASE}/pp-79-2021`]);
    expect(await onDay('2021-09-01')).toBe('Pada 1 September 2021 peraturan ini berlaku.');
    expect(await onDay('2021-08-09')).toBe('Pada 9 Agustus 2021 peraturan ini belum berlaku.');
    const html = await page('/hukum/pp-79-2021');
    const history = html.slice(html.indexOf('id="koreksi"'), html.indexOf('id="sumber"'));
    for (const part of [
      ...['PP 79/2021 · Berlaku sejak', '<del>2021 (terlihat di sumber)', '<ins>10 Agustus 2021'],
      ...[
        'Terlihat di salinan resmi.',
        SOURCE,
        'petugas Pemerintah Kabupaten alfa',
        '18 September 2024 09.00',
      ],
    ])
      expect(history).toContain(part);
    expect(html.slice(html.indexOf('id="sumber"'))).toContain(SOURCE);
    expect(html).not.toContain('Petugas Contoh');
    expect(await page('/hukum?pada=2021-09-01')).toMatch(/PP 79\/2021<\/a>.*?>Berlaku</s);
  });

  it('is seen by another process when its copy ends', async () => {
    let clock = NOW;
    const { app: other, platform } = testApp(db.pool, NOW);
    const neighbours = { institutions: async () => [], citedHere: async () => [] };
    lawPages(other, { ...platform, now: () => clock }, neighbours);
    const answer = async () => (await other.request('/hukum/pp-79-2021?pada=2021-09-01')).text();
    expect(await answer()).toContain('tidak dapat dipastikan');
    await post(FIELD, DATED);
    expect(await answer()).toContain('tidak dapat dipastikan');
    clock = new Date(NOW.getTime() + 10_000);
    expect(await answer()).toContain('peraturan ini berlaku.');
  });

  it('is told in the audit trail of the institution', async () => {
    await post(FIELD, DATED);
    const { rows } = await db.pool.query(
      `select data from platform.event where agency_id = 'alfa' and kind = 'law.corrected'`,
    );
    expect(rows.at(-1)?.data).toMatchObject({
      instrument: 'pp-79-2021',
      field: 'inForceFrom',
      source: SOURCE,
    });
  });
});

describe('undoing', () => {
  it('adds a row, and what was shipped holds again', async () => {
    await post(FIELD, DATED);
    const { id } = await newest();
    const undo = `${BASE}/pp-79-2021/batal/${id}`;
    expect(await page(undo, officer)).toContain('10 Agustus 2021');
    const why = { alasan: 'Salinan itu keliru.', sumber: SOURCE };
    expect((await post(undo, why)).status).toBe(303);
    expect(await onDay('2021-09-01')).toContain('tidak dapat dipastikan');
    expect(await newest()).toMatchObject({ undoes: id, value: null });
    expect((await db.pool.query('select 1 from law.correction')).rowCount).toBe(2);
    expect(await page('/hukum/pp-79-2021')).toContain('pembatalan');
    const again = await post(undo, why);
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('sudah dikoreksi lagi'),
    ]);
  });

  it('goes back to the correction before, not to what was shipped', async () => {
    await post(FIELD, DATED);
    await post(FIELD, { ...DATED, nilai: '2021-08-31' });
    const { id } = await newest();
    await post(`${BASE}/pp-79-2021/batal/${id}`, { alasan: 'Keliru ketik.', sumber: SOURCE });
    expect((await registerNow(db.pool)).findInstrument('pp-79-2021')?.inForceFrom?.date).toBe('2021-08-10');
  });

  it('lets only one of two who read the same history', async () => {
    const both = await Promise.all([post(FIELD, DATED), post(FIELD, { ...DATED, nilai: '2021-08-11' })]);
    const statuses = both.map(({ status }) => status).sort();
    const { rowCount } = await db.pool.query('select 1 from law.correction');
    expect([statuses, rowCount]).toSatisfy(
      ([found, rows]) => (found[1] === 422 && rows === 1) || (found[1] === 303 && rows === 2),
    );
  });

  it('needs a reason and a source too', async () => {
    await post(FIELD, DATED);
    const { id } = await newest();
    const answer = await post(`${BASE}/pp-79-2021/batal/${id}`, { alasan: '', sumber: '' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Tulis alasan')]);
  });
});

describe('what cannot be', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['a day that the calendar lacks', FIELD, { nilai: '2021-02-30' }, 'bukan tanggal yang ada di kalender'],
    ['no date at all', FIELD, { nilai: 'kemarin' }, 'Tulis 2023-10-31'],
    ['no reason', FIELD, { alasan: ' ' }, 'Tulis alasan koreksi'],
    ['no source', FIELD, { sumber: '' }, 'Tulis alamat sumbernya'],
    ['a source that is no address', FIELD, { sumber: 'javascript:alert(1)' }, 'harus diawali'],
    ['a source no browser can open', FIELD, { sumber: 'http://[.go.id/' }, 'harus diawali'],
    [
      'a number of another',
      `${BASE}/pp-79-2021?bidang=numbers`,
      { nilai: 'Republik Indonesia | 94 | 2021' },
      'sudah dipakai',
    ],
    [
      'a number without issuer',
      `${BASE}/pp-79-2021?bidang=numbers`,
      { nilai: '94' },
      'penerbit | nomor | tahun',
    ],
    [
      'revoked, nobody knows when',
      `${BASE}/pp-79-2021?bidang=status`,
      { nilai: 'revoked' },
      'berstatus dicabut',
    ],
    [
      'an instrument nobody knows',
      `${BASE}/pp-79-2021?bidang=replaces`,
      { nilai: 'UU 999/1999' },
      'tidak ada di daftar',
    ],
    ['no confidence', `${BASE}/pp-79-2021?bidang=confidence`, { nilai: 'pasti' }, 'Pilih salah satu'],
    [
      'a gist in one language',
      `${BASE}/pp-94-2021?bidang=gist&pasal=Pasal+8`,
      { nilai: 'Inti', nilaiEn: '' },
      'dua bahasa',
    ],
    [
      'an end before the beginning',
      `${BASE}/uu-5-2014?bidang=inForceUntil`,
      { nilai: '2010-01-01' },
      'harus sebelum',
    ],
  ])('is refused with what to do, and typed values are kept: %s', async (_, path, fields, message) => {
    const answer = await post(path, { ...DATED, ...fields });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html.slice(html.indexOf('role="alert"'))).toContain(message);
    if (fields.alasan === undefined) expect(html).toContain(DATED.alasan);
    expect((await db.pool.query('select 1 from law.correction')).rowCount).toBe(0);
  });

  it('is never changed or removed by the role of the server', async () => {
    await post(FIELD, DATED);
    const client = await db.pool.connect();
    try {
      await client.query('set role ikrar_app');
      for (const change of [
        'update law.correction set why = $1',
        'delete from law.correction where why <> $1',
      ])
        await expect(client.query(change, ['x'])).rejects.toThrow('permission denied');
      expect((await client.query('select why from law.correction')).rows).toHaveLength(1);
    } finally {
      await client.query('reset role');
      client.release();
    }
  });
});

describe('who may', () => {
  it('is any officer before the installation is claimed, and nobody else', async () => {
    expect((await post(FIELD, DATED, {})).status).toBe(401);
    for (const role of ['leader', 'operator', 'auditor'] as const) {
      const other = await signedIn(db.pool, NOW, { agencyId: 'alfa', role });
      expect((await post(FIELD, DATED, other)).status).toBe(403);
      expect((await app.request(`${BASE}/uu-0-0000`, { headers: other })).status).toBe(403);
      expect(await page('/hukum/pp-79-2021', other)).not.toContain(`${BASE}/pp-79-2021`);
    }
    expect(await page('/hukum/pp-79-2021', officer)).toContain(`href="${BASE}/pp-79-2021"`);
  });

  it('is only an officer of an own institution once it is claimed', async () => {
    await db.pool.query(`update agencies.agency set is_example = false where id = 'beta'`);
    await db.pool.query(`insert into platform.setting (key, value) values ('claimed', '"2024-09-18"')`);
    const own = await signedIn(db.pool, NOW, { agencyId: 'beta', role: 'officer' });
    expect((await post(FIELD, DATED)).status).toBe(403);
    expect((await post(FIELD, DATED, own)).status).toBe(303);
    expect(await page('/hukum/pp-79-2021')).toContain('petugas Pemerintah Kabupaten beta');
    await db.pool.query(`delete from platform.setting where key = 'claimed'`);
  });
});

describe('what is new', () => {
  const why = { alasan: 'Diundangkan dan terlihat di JDIH.', sumber: SOURCE };
  const law = {
    ...{ jenis: 'uu', nomor: 'Republik Indonesia | 1 | 2027', judul: 'Aparatur Sipil Negara' },
    ...{ berlaku: '2027-03-01', kepastianBerlaku: 'verified', keadaan: 'in-force', kepastian: 'verified' },
  };

  it('stands in the list, with a page, articles and a way to undo it', async () => {
    expect(await page(`${BASE}-baru`, officer)).toContain('name="nomor"');
    const made = await post(`${BASE}-baru`, { ...law, ...why });
    expect([made.status, made.headers.get('location')]).toEqual([303, `${BASE}/uu-1-2027`]);
    const article = { pasal: 'ayat (1) Pasal 3', nilai: 'Pegawai netral.', nilaiEn: 'Staff are neutral.' };
    const added = await post(`${BASE}/uu-1-2027?bidang=article`, {
      ...{ ...article, ...why, tentang: 'asn', kepastian: 'inferred' },
    });
    expect(added.status).toBe(303);
    const html = await page('/hukum/uu-1-2027?pada=2027-03-01');
    expect(html).toContain('Pada 1 Maret 2027 peraturan ini berlaku.');
    expect(html).toContain('id="pasal-3-ayat-1"');
    expect(await page('/hukum')).toContain('UU 1/2027');
    const { rows } = await db.pool.query(`select id from law.correction where field = 'instrument'`);
    const undone = await post(`${BASE}/uu-1-2027/batal/${rows[0].id}`, why);
    expect([undone.status, await undone.text()]).toEqual([422, expect.stringContaining('role="alert"')]);
    const { id } = await newest();
    await post(`${BASE}/uu-1-2027/batal/${id}`, why);
    expect((await post(`${BASE}/uu-1-2027/batal/${rows[0].id}`, why)).status).toBe(303);
    expect((await app.request('/hukum/uu-1-2027')).status).toBe(404);
  });

  it('cannot be what is there already', async () => {
    const answer = await post(`${BASE}-baru`, {
      ...law,
      ...why,
      nomor: 'Republik Indonesia | 94 | 2021',
      jenis: 'pp',
    });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('sudah ada')]);
  });
});

it('opens a form for every field, in both languages', async () => {
  const html = await page(`${BASE}/pp-94-2021`, officer);
  const links = [...html.matchAll(/href="(\/kerja\/hukum\/koreksi\/[^"]+bidang[^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(links.length).toBeGreaterThan(100);
  for (const path of [...links.slice(0, 24), links.at(-1)]) {
    const answer = await app.request((path as string).replaceAll('&amp;', '&'), {
      headers: { cookie: `${officer.cookie}; bahasa=en` },
    });
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).not.toMatch(/undefined|\[object/);
  }
});
