import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { coveragePages, refreshAll } from '../index.ts';
import { refreshFigures } from './refresh.ts';

let db: TestDatabase;
let app: App;
let platform: Platform;
/** Moves with each decision, of which the newest counts. */
let seconds = 0;
const run = (sql: string, values: unknown[] = []) => db.pool.query(sql, values);
const get = async (path: string, cookie = ''): Promise<Response> =>
  app.request(path, { headers: { cookie } });

beforeAll(async () => {
  db = await freshDatabase();
  ({ app, platform } = testApp(db.pool, NOW));
  platform.now = () => new Date(NOW.getTime() + seconds * 1000);
  coveragePages(app, platform);
  await exampleCampaign(db.pool, 'alfa', 60);
  await exampleCampaign(db.pool, 'beta', 9);
  await run("update agencies.agency set region_code = '62.71', is_example = false");
  await run('update campaigns.campaign set is_example = false');
});
afterAll(() => db.drop());

async function decide(
  word: string,
  reason: string,
  role: 'officer' | 'leader' = 'officer',
  agencyId = 'alfa',
) {
  const { cookie } = await signedIn(db.pool, NOW, { agencyId, role });
  seconds += 1;
  return app.request(`/kerja/${agencyId}/publik`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    body: new URLSearchParams({ tampil: word, alasan: reason }),
  });
}

describe('figures for everybody', () => {
  it('are nowhere until an officer decides, with a reason', async () => {
    expect((await get('/cakupan/instansi/alfa')).status).toBe(404);
    expect((await get('/cakupan/instansi/nowhere')).status).toBe(404);
    const wrong = await decide('ya', ' ');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Tuliskan alasannya.');
    expect((await decide('ya', 'Disposisi', 'leader')).status).toBe(403);
    expect((await decide('ya', 'Disposisi 12')).status).toBe(303);
    const { rows } = await run("select kind from platform.event where agency_id = 'alfa'");
    expect(rows.map((row) => row.kind)).toContain('figures.published');
    const leader = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'leader' });
    expect(await (await get('/kerja/alfa/publik', leader.cookie)).text()).toContain('Disposisi 12');
  });

  it('show share and denominator of the hour, small units together, no state but signed', async () => {
    const html = await (await get('/cakupan/instansi/alfa')).text();
    expect(html).toContain('12 dari 60 orang yang wajib');
    expect(html).toContain('18 September 2024 07.00 WIB');
    expect(html).not.toContain('07.15');
    expect(html).not.toMatch(/Menolak|Dikecualikan|Pegawai Contoh/);
    const english = await (await get('/cakupan/instansi/alfa', 'bahasa=en')).text();
    expect(english).toContain('12 of 60 people');
    const nation = await (await get('/cakupan')).text();
    expect(nation).toContain('/cakupan/instansi/alfa');
    expect(nation).not.toContain('beta');
    expect(await (await get('/cakupan/wilayah/62')).text()).toContain('/cakupan/instansi/alfa');
    expect((await get('/cakupan/wilayah/99')).status).toBe(404);
  });

  it('do not move by one', async () => {
    await run(
      "update tally.unit_count set signed = signed + 1 where agency_id = 'alfa' and unit_id = 'alfa-u1' and category = 'pns'",
    );
    const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
    await refreshFigures(db.pool, 'alfa', 'g1', later(1));
    const figures = async () =>
      (await run("select signed from coverage.open_figure where agency_id = 'alfa' order by as_of")).rows.map(
        (row) => row.signed,
      );
    expect(await figures()).toEqual([12]);
    await run(
      "update tally.unit_count set signed = signed + 4 where agency_id = 'alfa' and unit_id = 'alfa-u1' and category = 'pns'",
    );
    await refreshFigures(db.pool, 'alfa', 'g1', later(2));
    expect(await figures()).toEqual([12, 17]);
    await refreshAll(platform);
    expect(await figures()).toEqual([12, 17]);
  });

  it('of too few people are not shown at all', async () => {
    expect((await decide('ya', 'Disposisi 3', 'officer', 'beta')).status).toBe(303);
    const html = await (await get('/cakupan/instansi/beta')).text();
    expect(html).toContain('Belum ada angka di sini');
    expect(html).not.toMatch(/dari 9/);
    expect(await (await get('/data/instansi.csv')).text()).toMatch(/beta,62,,,,Terlalu sedikit/);
  });

  it('are files with columns, licence and source, and a feed of whole days', async () => {
    const page = await (await get('/data')).text();
    expect(page).toContain('CC BY 4.0');
    const csv = await (await get('/data/instansi.csv')).text();
    expect(csv.split('\r\n')[0]).toBe(
      'table,institution,id,province_code,share_signed,audience,signed,moved,checked_at,source,licence',
    );
    const json = await (await get('/data/instansi-alfa.json')).json();
    expect(json).toMatchObject({ licence: 'CC BY 4.0', tables: { units: expect.any(Array) } });
    for (const file of ['provinsi.json', 'provinsi.csv', 'instansi-alfa.csv'])
      expect((await get(`/data/${file}`)).status).toBe(200);
    for (const file of ['instansi.pdf', 'lain.csv', 'instansi-nowhere.csv'])
      expect((await get(`/data/${file}`)).status).toBe(404);
    await run(
      `insert into coverage.open_figure values ('alfa', 'g1', '2024-09-16T05:00:00Z', 60, 7, '{"units":[],"categories":null}')`,
    );
    const feed = await (await get('/data/umpan.atom')).text();
    expect(feed).toContain('16 September 2024: 7 dari 60 orang');
    expect(feed).not.toContain('18 September 2024');
  });

  it('go when the officer stops them', async () => {
    expect((await decide('tidak', 'Atas arahan pimpinan')).status).toBe(303);
    expect((await get('/cakupan/instansi/alfa')).status).toBe(404);
    expect(await (await get('/cakupan')).text()).not.toContain('/cakupan/instansi/alfa');
    expect((await get('/data/instansi-alfa.json')).status).toBe(404);
    expect(await (await get('/data/umpan.atom')).text()).not.toContain('16 September');
  });
});
