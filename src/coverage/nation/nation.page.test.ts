import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { addAccount, startSession } from '../../access/index.ts';
import { openXlsx } from '../../platform/files/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { countRosters, coveragePages } from '../index.ts';

let db: TestDatabase;
let app: App;
let platform: Platform;
const run = (sql: string, values: unknown[] = []) => db.pool.query(sql, values);

/** alfa in Central Kalimantan, beta in Aceh, gamma central; delta in Aceh has opened nothing; beta opened twice. */
beforeAll(async () => {
  db = await freshDatabase();
  ({ app, platform } = testApp(db.pool, NOW));
  coveragePages(app, platform);
  for (const [id, people] of [
    ['alfa', 60],
    ['beta', 20],
    ['gamma', 10],
    ['delta', 10],
  ] as const)
    await exampleCampaign(db.pool, id, people);
  await run("update agencies.agency set region_code = '62.71' where id = 'alfa'");
  await run("update agencies.agency set region_code = '11.02' where id in ('beta', 'delta')");
  await run("update agencies.agency set region_code = null, level = 'national' where id = 'gamma'");
  await run("update campaigns.campaign set deadline = '2024-09-12' where agency_id = 'beta'");
  await run("delete from tally.total where agency_id = 'delta'");
  await run("delete from campaigns.opening where agency_id = 'delta'");
  await run(`update agencies.agency_name set name = '=Kota <Contoh>' where agency_id = 'gamma'`);
  await run(
    `insert into agencies.person (agency_id, id, id_kind, name, category, post_status, unit_id, status, is_example,
       changed_at) select 'delta', 'd' || n, 'local', 'Pegawai Contoh', 'pns', 'definitive', 'delta-u1',
       case when n = 1 then 'retired' else 'active' end, true, now() from generate_series(1, 8) n`,
  );
  await countRosters(platform);
});
afterAll(() => db.drop());

let count = 0;
async function overseer(role: 'steward' | 'overseer', region: string | null, lang = 'id') {
  const username = `pengawas-negeri${++count}`;
  const account = { username, name: 'Pengawas Contoh', password: 'kata-sandi-contoh', isExample: false };
  const id = await addAccount(db.pool as unknown as ClientBase, account, NOW);
  await run(
    `insert into access.wide_grant (id, account_id, role, region_code, reason, granted_by, granted_at)
     values ($1, $2, $3, $4, 'contoh', 'system', $5)`,
    [`w${count}`, id, role, region, NOW],
  );
  return { cookie: `ikrar_sesi=${await startSession(db.pool, id, NOW)}; bahasa=${lang}` };
}

const get = async (path: string, headers: { cookie: string } | null): Promise<Response> =>
  app.request(path, { headers: headers ?? {} });

describe('the page of the nation', () => {
  it('names the denominator and what is outside of it', async () => {
    const html = await (await get('/negeri', await overseer('steward', null))).text();
    // alfa 12 of 60, beta 4 of 20, gamma 2 of 10
    expect(html).toContain('18 dari 90 orang yang ditetapkan wajib saat pembukaan di 3 instansi');
    expect(html).toContain('1 instansi belum membuka gerakan; 7 orang di daftar pegawainya');
    expect(html).toContain('yang paling akhir dibuka untuk pemilihan ini');
    expect(html).toContain('Lewat tenggat dan masih ada yang tersisa: 1 instansi.');
    expect(html).toContain('18 September 2024 07.15 WIB');
    expect(html).not.toContain('Pegawai Contoh');
    expect(html).not.toContain('style=');
    const table = html.slice(html.indexOf('yang lewat tenggat dulu'));
    expect(table.indexOf('beta')).toBeLessThan(table.indexOf('alfa'));
    expect(
      html.match(/<g class="s[0-5]" transform="translate\(\d+ \d+\)"><title>[^<]*: /g)!.length,
    ).toBeGreaterThan(37);
    expect(html).toContain('=Kota &lt;Contoh>');
  });

  it('speaks English too', async () => {
    const html = await (await get('/negeri', await overseer('overseer', null, 'en'))).text();
    expect(html).toContain('18 of 90 people in the audience pinned at the opening of 3 institutions');
    expect(html).toContain('1 institutions have not opened a campaign; 7 people');
  });

  it('is closed to everybody else', async () => {
    expect((await get('/negeri', null)).status).toBe(401);
    const officer = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
    for (const path of [
      '/negeri',
      '/negeri/wilayah/62',
      '/negeri/instansi/alfa',
      '/negeri/banding',
      '/negeri/ekspor/negara.csv',
    ])
      expect((await get(path, officer)).status).toBe(403);
  });

  it('keeps an overseer in the own province', async () => {
    const aceh = await overseer('overseer', '11');
    expect((await get('/negeri', aceh)).headers.get('location')).toContain('/negeri/wilayah/11');
    const html = await (await get('/negeri/wilayah/11', aceh)).text();
    expect(html).toContain('4 dari 20 orang');
    expect(html).not.toContain('alfa');
    for (const path of [
      '/negeri/wilayah/62',
      '/negeri/wilayah/pusat',
      '/negeri/instansi/alfa',
      '/negeri/instansi/gamma',
      '/negeri/ekspor/negara.json',
      '/negeri/ekspor/wilayah-62.json',
      '/negeri/ekspor/instansi-alfa.json',
    ])
      expect((await get(path, aceh)).status, path).toBe(403);
    expect((await get('/negeri/instansi/beta', aceh)).status).toBe(200);
    expect((await get('/negeri/wilayah/99', aceh)).status).toBe(404);
    const compared = await (await get('/negeri/ekspor/banding.json', aceh)).text();
    expect(compared).toContain('"name":"Aceh"'.replace(':', ': '));
    expect(
      JSON.parse(compared).tables.provinces.find((row: { name: string }) => row.name === 'Kalimantan Tengah')
        .share_second,
    ).toBeNull();
  });
});

describe('an institution', () => {
  it('shows units and never people, and opens a unit', async () => {
    const nation = await overseer('overseer', null);
    const html = await (await get('/negeri/instansi/alfa', nation)).text();
    expect(html).toContain('12 dari 60 orang');
    // A single root is opened at once.
    expect(html).toContain('Dinas Satu');
    expect(html).not.toContain('Pegawai Contoh');
    const unit = await (await get('/negeri/instansi/alfa?unit=alfa-u1', nation)).text();
    expect(unit).toContain('UPT Tiga');
    expect(unit).toContain('Dinas Satu (langsung)');
    expect((await get('/negeri/instansi/alfa?unit=beta-u1', nation)).status).toBe(404);
    expect((await get('/negeri/instansi/delta', nation)).status).toBe(404);
    expect((await get('/negeri/instansi/nowhere', nation)).status).toBe(404);
  });

  it('shows its own staff a unit, an operator only the own', async () => {
    const base = '/kerja/alfa/gerakan/g1/cakupan';
    const officer = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
    const html = await (await get(`${base}/alfa-u1`, officer)).text();
    expect(html).toContain('UPT Tiga');
    expect(html).toContain('8 dari 40 orang');
    const operator = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'operator', unitId: 'alfa-u2' });
    expect((await get(`${base}/alfa-u2`, operator)).status).toBe(200);
    expect((await get(`${base}/alfa-u1`, operator)).status).toBe(403);
    expect((await get(`${base}-data/unit.csv?unit=alfa-u1`, operator)).status).toBe(403);
    expect((await get(`${base}/nowhere`, officer)).status).toBe(404);
    const own = await (await get(`${base}-data/unit.json`, operator)).json();
    expect(own.tables.units).toEqual([expect.objectContaining({ audience: 20 })]);
  });
});

describe('files', () => {
  it('say the same in every format, with the moment, the source and the meanings', async () => {
    const nation = await overseer('steward', null);
    const json = await (await get('/negeri/ekspor/negara.json', nation)).json();
    expect(json).toMatchObject({ as_of: NOW.toISOString() });
    expect(Object.keys(json.definitions)).toContain('Wajib');
    expect(Object.keys(json.facts)).toContain('Sumber');
    const alfa = json.tables.institutions.find((row: { institution: string }) =>
      row.institution.includes('alfa'),
    );
    expect(alfa).toMatchObject({ audience: 60, signed: 12, share_signed: 20 });
    const csv = await (await get('/negeri/ekspor/negara.csv', nation)).text();
    expect(csv).toContain(`as_of;${NOW.toISOString()}`);
    expect(csv).toContain('"\'=Kota <Contoh>"');
    const book = await openXlsx(
      new Uint8Array(await (await get('/negeri/ekspor/negara.xlsx', nation)).arrayBuffer()),
    );
    expect(book.sheets.map(({ name }) => name)).toContain('Per provinsi');
    const pdf = Buffer.from(await (await get('/negeri/ekspor/negara.pdf', nation)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const file of ['instansi-alfa.pdf', 'wilayah-11.xlsx', 'wilayah-pusat.csv', 'banding.xlsx'])
      expect((await get(`/negeri/ekspor/${file}`, nation)).status, file).toBe(200);
    for (const file of ['negara.exe', 'lain.csv', '.csv'])
      expect((await get(`/negeri/ekspor/${file}`, nation)).status).toBe(404);
  });
});

describe('two campaigns', () => {
  it('stand side by side with their own denominators', async () => {
    const officer = await signedIn(db.pool, NOW, { agencyId: 'beta', role: 'officer' });
    const path = '/kerja/beta/gerakan/g1/banding';
    expect(await (await get(path, officer)).text()).toContain('Belum ada gerakan lain');
    await run(
      `insert into campaigns.campaign (agency_id, id, title, election_id, bases, deadline, is_example, created_by, created_at)
       values ('beta', 'g2', 'Gerakan Kedua', 'pilkada-2024', '{}', '2024-10-30', true, 'system', now())`,
    );
    await run(
      `insert into campaigns.opening values ('beta', 'g2', '{pns}', null, 12, 'system', '2024-09-15')`,
    );
    await run(`insert into tally.unit_count values ('beta', 'g2', 'beta-u1', 'pns', 12, 9, 0, 0, 0, 0)`);
    await run(`insert into tally.total values ('beta', 'g2', 'pns', 12, 9, 0, 0, 0, 0)`);
    const html = await (await get(path, officer)).text();
    expect(html).toContain('Gerakan Ikrar Contoh dan Gerakan Kedua');
    expect(html).toContain('4 dari 20 orang');
    expect(html).toContain('9 dari 12 orang');
    expect(html).toContain('+55');
    const csv = await (await get('/kerja/beta/gerakan/g1/cakupan-data/banding.csv', officer)).text();
    expect(csv).toContain('difference_points');
  });
});
