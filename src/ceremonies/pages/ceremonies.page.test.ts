import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { openCampaign } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { ceremonyOf, ceremonyPages, presenceHistory } from '../index.ts';

const now = new Date('2024-09-03T00:00:00Z');
type Who = 'officer' | 'leader' | 'operator' | 'auditor' | 'stranger';
let db: TestDatabase;
let app: App;
let world: World;
let cookies: Record<Who, { cookie: string }>;
let at: { agency: string; campaign: string };

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
  const made = testApp(db.pool, now);
  ceremonyPages(made.app, made.platform);
  app = made.app;
  const grant = (role: 'officer' | 'leader' | 'auditor') =>
    signedIn(db.pool, now, { agencyId: 'fakfak', role });
  cookies = {
    officer: await grant('officer'),
    leader: await grant('leader'),
    auditor: await grant('auditor'),
    operator: await signedIn(db.pool, now, {
      agencyId: 'fakfak',
      role: 'operator',
      unitId: world.units.dinas,
    }),
    stranger: await signedIn(db.pool, now, { agencyId: 'lain', role: 'officer' }),
  };
});
beforeEach(async () => {
  at = { agency: 'fakfak', campaign: await readyCampaign(db.pool, world, now) };
});
afterAll(() => db.drop());

const get = (who: Who, path: string) => app.request(`http://localhost${path}`, { headers: cookies[who] });
function post(who: Who, path: string, fields: Record<string, string | string[]>) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const headers = { ...cookies[who], origin: 'http://localhost' };
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(pairs),
  });
}

const form = {
  kind: 'apel',
  title: 'Apel Ikrar Netralitas',
  heldOnStatus: 'stated',
  heldOn: '2024-09-11',
  heldOnNote: '',
  startsAt: '07.15',
  place: '',
  organiser: '',
  minutes: '',
};

async function created(change: Partial<typeof form> = {}): Promise<{ agency: string; ceremony: string }> {
  const answer = await post('officer', to('ceremonyNew', at), { ...form, ...change });
  expect(answer.status).toBe(303);
  return { agency: 'fakfak', ceremony: answer.headers.get('location')?.split('/').at(-1) as string };
}

async function openToAll(): Promise<void> {
  const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
  const opening = { agencyId: 'fakfak', campaignId: at.campaign, by: 'system', ...who };
  await transaction(db.pool, (client) => openCampaign(client, opening, now));
}

describe('a ceremony', () => {
  it('is recorded by the officer, with the institution as organiser unless another is named', async () => {
    const here = await created();
    expect(await ceremonyOf(db.pool, 'fakfak', here.ceremony)).toMatchObject({
      organiser: 'Pemerintah Kabupaten fakfak',
      startsAt: '07:15',
      heldOn: '2024-09-11',
    });
    const html = await (await get('leader', to('ceremony', here))).text();
    expect(html).toContain('Rabu, 11 September 2024');
    expect(html).toContain('07.15');
    expect(html).toContain('tidak diketahui');
    expect(html).not.toContain('Tambah pejabat');
  });

  it('says where its date is unknown or derived', async () => {
    const unknown = await created({
      heldOnStatus: 'unknown',
      heldOn: '',
      heldOnNote: 'Hanya tanggal suratnya tertulis.',
    });
    expect(await (await get('auditor', to('ceremony', unknown))).text()).toContain(
      'Hanya tanggal suratnya tertulis.',
    );
    const derived = await created({ heldOnStatus: 'derived', heldOnNote: 'Dari hari dan tahun surat.' });
    const html = await (await get('officer', to('ceremony', derived))).text();
    expect(html).toContain('disimpulkan');
    expect(html).toContain('Dari hari dan tahun surat.');
    const list = await (await get('operator', to('ceremonies', at))).text();
    expect(list).toContain('tidak diketahui');
  });

  it('comes back with what is wrong and what was typed', async () => {
    const answer = await post('officer', to('ceremonyNew', at), { ...form, heldOn: '', title: 'Judul "A"' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#f-heldOn"');
    expect(html).toContain('value="Judul &quot;A&quot;"');
  });

  it('is closed to other roles and other institutions', async () => {
    const here = await created();
    for (const who of ['leader', 'operator', 'auditor', 'stranger'] as const) {
      expect((await post(who, to('ceremonyNew', at), form)).status).toBe(403);
      expect((await post(who, to('ceremony', here), { act: 'officer' })).status).toBe(403);
    }
    expect((await get('stranger', to('ceremony', here))).status).toBe(403);
    expect((await get('stranger', to('ceremony', { ...here, agency: 'lain' }))).status).toBe(404);
    expect((await get('leader', to('ceremonyAttendance', here))).status).toBe(403);
  });

  it('takes officials and groups, each with their own employer', async () => {
    const here = await created();
    const path = to('ceremony', here);
    const official = {
      act: 'officer',
      role: 'leader',
      name: 'Contoh Pejabat',
      office: 'Bupati',
      officeStatus: 'pj',
    };
    expect((await post('officer', path, official)).status).toBe(303);
    const group = { act: 'participation', who: 'Camat', fact: 'attended', groupEmployer: 'Kabupaten Lain' };
    const bad = await post('officer', path, { ...group, qualifier: 'exact', number: '', source: '' });
    expect(bad.status).toBe(422);
    const badHtml = await bad.text();
    expect(badHtml).toContain('href="#f-number"');
    expect(badHtml).toContain('value="Kabupaten Lain"');
    const good = { ...group, qualifier: 'at-least', number: '1.252', source: 'Kesbangpol' };
    expect((await post('officer', path, good)).status).toBe(303);
    const html = await (await get('officer', path)).text();
    expect(html).toContain('Pj. Bupati');
    expect(html).toContain('sedikitnya 1.252');
    expect(html).toContain('Kabupaten Lain');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('attendance', () => {
  it('is ticked by an operator for their own units alone', async () => {
    await openToAll();
    const here = await created();
    const path = to('ceremonyAttendance', here);
    const { dinas, seksi, kecamatan } = world.people;
    const html = await (await get('operator', path)).text();
    expect(html).toContain("Ma'ruf Contoh");
    expect(html).toContain('Siti Contoh');
    expect(html).not.toContain('Yosefina Contoh');
    const saved = await post('operator', path, {
      ...{ shown: [dinas, seksi], [`standing-${dinas}`]: 'present', [`standing-${seksi}`]: 'late' },
      ...{ symbolic: dinas, q: '', hal: '1' },
    });
    expect(saved.headers.get('location')).toContain('baru=3');
    expect(await (await get('operator', saved.headers.get('location') as string)).text()).toContain(
      '3 catatan baru',
    );
    const foreign = { shown: kecamatan, [`standing-${kecamatan}`]: 'present' };
    expect((await post('operator', path, foreign)).status).toBe(422);
    const { attendance } = await ceremonyOf(db.pool, 'fakfak', here.ceremony);
    expect(attendance).toEqual({ attended: 2, read: 0, witnessed: 0, symbolic: 1 });
    expect(await (await get('officer', to('ceremony', here))).text()).toContain(
      'tidak dihitung sebagai cakupan',
    );
  });

  it('can be said of a whole page, except signing symbolically', async () => {
    await openToAll();
    const here = await created();
    const { kecamatan, contract } = world.people;
    const all = { all: ['attended', 'symbolic'], shown: [kecamatan, contract] };
    expect((await post('officer', to('ceremonyAttendance', here), all)).status).toBe(303);
    const { attendance } = await ceremonyOf(db.pool, 'fakfak', here.ceremony);
    expect(attendance).toMatchObject({ attended: 2, symbolic: 0 });
  });

  it('is set right later, says who wrote it down, and leaves alone what was not changed', async () => {
    await openToAll();
    const here = await created();
    const path = to('ceremonyAttendance', here);
    const { dinas, seksi } = world.people;
    await post('officer', path, { shown: dinas, [`standing-${dinas}`]: 'present' });
    const wrong = { shown: [dinas, seksi], [`before-${dinas}`]: 'present', [`standing-${dinas}`]: 'excused' };
    const refused = await post('officer', path, { ...wrong, [`standing-${seksi}`]: 'absent' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(`href="#f-reason-${dinas}"`);
    expect(html).toMatch(/value="absent" selected/);
    const right = { ...wrong, [`reason-${dinas}`]: 'sakit', paper: '1' };
    expect((await post('officer', path, right)).status).toBe(303);
    // The door says something newer; a page that was opened before and changes nothing does not undo it.
    const stale = {
      shown: dinas,
      [`before-${dinas}`]: 'present',
      [`standing-${dinas}`]: 'present',
      all: 'attended',
    };
    await post('officer', path, stale);
    const known = await presenceHistory(db.pool, 'fakfak', here.ceremony, dinas);
    expect(known).toMatchObject([
      { standing: 'present', how: 'list' },
      { standing: 'excused', reason: 'sakit', how: 'paper' },
    ]);
    const count = async (query: string) =>
      ((await (await get('officer', `${path}${query}`)).text()).match(/name="shown"/g) ?? []).length;
    expect(await count('?keadaan=excused')).toBe(1);
    expect(await count(`?unit=${world.units.kecamatan}&keadaan=unrecorded`)).toBe(2);
    expect(await (await get('officer', path)).text()).toContain('dari daftar kertas');
  });

  it('is searched by three letters and paged by fifty', async () => {
    await openToAll();
    const many = Array.from({ length: 120 }, (_, index) => `ramai-${index}`);
    await db.pool.query(
      `insert into campaigns.audience (agency_id, campaign_id, person_id, unit_id, unit_name, employer, id_kind,
        name, category, post_status)
      select 'fakfak', $1, id, $2, 'Dinas Contoh', 'Contoh', 'local', 'Ramai ' || id, 'pns', 'definitive'
      from unnest($3::text[]) as id`,
      [at.campaign, world.units.dinas, many],
    );
    const path = to('ceremonyAttendance', await created());
    const count = async (query: string) =>
      ((await (await get('officer', `${path}${query}`)).text()).match(/name="shown"/g) ?? []).length;
    expect(await count('?hal=2')).toBe(50);
    expect(await count('?hal=3')).toBe(24);
    expect(await count('?hal=99')).toBe(24);
    expect(await count('?q=yose')).toBe(1);
    expect(await count('?q=yo')).toBe(50);
    expect(await (await get('officer', `${path}?q=%25_x`)).text()).toContain('Tidak ada nama');
  });

  it('has nobody before the campaign opens', async () => {
    const html = await (await get('officer', to('ceremonyAttendance', await created()))).text();
    expect(html).toContain('Belum ada daftar orang');
  });
});
