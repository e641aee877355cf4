import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { addOfficer, addParticipation } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { newsroomPages } from '../index.ts';

let db: TestDatabase;
let app: App;
let headers: { cookie: string };
const EDIT = '/kerja/alfa/gerakan/g1/rilis';
const CHECK = '/kerja/alfa/apel/a1/temuan';

beforeAll(async () => {
  db = await freshDatabase();
  const made = testApp(db.pool, NOW);
  app = made.app;
  newsroomPages(app, made.platform);
  await exampleCampaign(db.pool, 'alfa', 60);
  await exampleCampaign(db.pool, 'beta', 10);
  headers = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
  await transaction(db.pool, (client) => people(client));
});
afterAll(() => db.drop());

async function people(client: ClientBase): Promise<void> {
  const of = { agencyId: 'alfa', ceremonyId: 'a1', by: 'system' };
  const leader = {
    role: 'leader',
    name: 'Pejabat Contoh',
    office: 'Bupati Contoh',
    officeStatus: 'pj',
    employer: null,
  } as const;
  await addOfficer(client, { ...of, ...leader }, NOW);
  const group = {
    fact: 'symbolic',
    who: 'Kepala bagian',
    employer: 'Setwan',
    number: 4,
    qualifier: 'exact',
    source: 'catatan',
  } as const;
  await addParticipation(client, { ...of, ...group }, NOW);
}

function post(path: string, fields: Record<string, string>, as = headers): Promise<Response> {
  const body = new URLSearchParams(fields);
  return app.request(path, {
    method: 'POST',
    body,
    headers: { ...as, origin: 'http://localhost' },
  }) as Promise<Response>;
}

const page = async (path: string, as: Record<string, string> = headers) =>
  (await app.request(path, { headers: as })).text();

describe('a press release', () => {
  let id: string;

  it('is drafted from a ceremony, with marks and without invented words', async () => {
    const answer = await post(EDIT, { tindakan: 'rancang', ceremony: 'a1' });
    expect(answer.status).toBe(303);
    id = new URL(answer.headers.get('location')!, 'http://x').searchParams.get('id')!;
    const html = await page(`${EDIT}?id=${id}`);
    expect(html).toContain('[kutipan: Pejabat Contoh, Pj. Bupati Contoh]');
    expect(html).toContain('12 dari 60 orang yang wajib');
    expect(html).toContain('Belum dapat disetujui');
    expect(html).toContain('Rabu, 11 September 2024');
  });

  it('is not approved while marks remain, and is not public', async () => {
    const answer = await post(EDIT, { tindakan: 'setuju', id, version: '1' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('tempat bertanda [kurung siku]');
    expect((await app.request(`/rilis/alfa/${id}`)).status).toBe(404);
  });

  it('is not approved with an error of law in it; typed text is kept', async () => {
    const body =
      'Pada Senin, 11 September 2024 ikrar dibacakan berdasarkan Undang-Undang Nomor 5 Tahun 2014.';
    expect((await post(EDIT, { tindakan: 'simpan', id, version: '1', title: 'Ikrar', body })).status).toBe(
      303,
    );
    const answer = await post(EDIT, { tindakan: 'setuju', id, version: '2' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Peraturan tidak berlaku');
    expect(html).toContain('Hari tidak cocok dengan tanggal');
    expect(html).toContain('<mark>');
  });

  it('tells the second of two officers that the text has changed, and loses nothing typed', async () => {
    const answer = await post(EDIT, {
      tindakan: 'simpan',
      id,
      version: '1',
      title: 'Lain',
      body: 'Naskah saya yang lain.',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('sudah berubah sejak Anda membukanya');
    expect(html).toContain('Naskah saya yang lain.');
    const empty = await post(EDIT, { tindakan: 'simpan', id, version: '2', title: ' ', body: 'x' });
    expect(empty.status).toBe(422);
  });

  it('is public once approved, marked as an example, and stays while a new version is written', async () => {
    const body = 'Pada Rabu, 11 September 2024 ikrar dibacakan.\n\n1. Satu <script>\n2. Dua';
    await post(EDIT, { tindakan: 'simpan', id, version: '2', title: 'Apel Ikrar Contoh', body });
    expect((await post(EDIT, { tindakan: 'setuju', id, version: '3' })).status).toBe(303);
    await post(EDIT, { tindakan: 'simpan', id, version: '3', title: 'Judul Baru', body });
    const html = await page(`/rilis/alfa/${id}`, {});
    expect(html).toContain('Apel Ikrar Contoh');
    expect(html).toContain('CONTOH');
    expect(html).toContain('<ol><li>Satu &lt;script></li>');
    expect(await page('/rilis', {})).toContain('Apel Ikrar Contoh');
    const { rows } = await db.pool.query(
      "select kind from platform.event where kind like 'release.%' order by id",
    );
    expect(rows.map((row) => row.kind).sort()).toEqual(
      ['release.drafted', 'release.edited', 'release.edited', 'release.approved', 'release.edited'].sort(),
    );
  });

  it('belongs to its institution and its officers', async () => {
    const other = await signedIn(db.pool, NOW, { agencyId: 'beta', role: 'officer' });
    expect((await app.request(`${EDIT}?id=${id}`, { headers: other })).status).toBe(403);
    expect((await app.request(`/kerja/beta/gerakan/g1/rilis?id=${id}`, { headers: other })).status).toBe(404);
    const leader = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'leader' });
    expect((await post(EDIT, { tindakan: 'setuju', id, version: '4' }, leader)).status).toBe(403);
    expect((await app.request(`/rilis/beta/${id}`)).status).toBe(404);
  });
});

describe('the findings of a ceremony', () => {
  it('shows what the records say: symbolic without individual', async () => {
    const html = await page(CHECK);
    expect(html).toContain('Tercatat tanda tangan simbolis (Kepala bagian)');
    expect(html).toContain('12 dari 60 orang');
  });

  it('checks a pasted text and shows quote, reason and line', async () => {
    const body =
      'Kamis (11/09/2024) ASN membacakan empat poin ikrar sesuai Undang-Undang Nomor 5 Tahun 2014.';
    expect((await post(CHECK, { title: 'Berita contoh', publisher: 'Koran Contoh', body })).status).toBe(303);
    const html = await page(CHECK);
    expect(html).toContain('Naskah: Berita contoh');
    expect(html).toContain('Peraturan tidak berlaku');
    expect(html).toContain('Penerbit: Koran Contoh');
  });

  it('says what is missing and keeps what was typed', async () => {
    const answer = await post(CHECK, { title: '', publisher: '', body: 'Ada isinya.' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Ada isinya.');
  });

  it('may be read by the auditor, but not added to', async () => {
    const auditor = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'auditor' });
    expect((await app.request(CHECK, { headers: auditor })).status).toBe(200);
    expect((await post(CHECK, { title: 'x', publisher: '', body: 'y' }, auditor)).status).toBe(403);
  });
});
