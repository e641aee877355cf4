import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignValues, createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { campaignOf, campaignPages, createCampaign, openCampaign, standingOf, textsOf } from '../index.ts';

const now = new Date('2024-09-03T00:00:00Z');
type Who = 'officer' | 'leader' | 'operator' | 'auditor' | 'stranger';
let db: TestDatabase;
let app: App;
let world: World;
let cookies: Record<Who, { cookie: string }>;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
  const made = testApp(db.pool, now);
  campaignPages(made.app, made.platform);
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
afterAll(() => db.drop());

const get = (who: Who, path: string) => app.request(`http://localhost${path}`, { headers: cookies[who] });
function post(who: Who, path: string, fields: Record<string, string | string[]> | FormData) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const body = fields instanceof FormData ? fields : new URLSearchParams(pairs);
  const headers = { ...cookies[who], origin: 'http://localhost' };
  return app.request(`http://localhost${path}`, { method: 'POST', headers, body });
}
const ready = () => readyCampaign(db.pool, world, now);
const at = (campaign: string) => ({ agency: 'fakfak', campaign });
async function opened(): Promise<string> {
  const campaignId = await ready();
  const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
  await transaction(db.pool, (client) =>
    openCampaign(client, { agencyId: 'fakfak', campaignId, by: 'system', ...who }, now),
  );
  return campaignId;
}

const form = {
  act: 'save',
  title: 'Ikrar Netralitas',
  electionId: 'pilkada-2024',
  circularNumber: '800/2',
  circularDate: '2024-09-02',
  bases: 'PP 94/2021\n\nUU 5/2014',
  deadline: '2024-09-30',
  deadlineTime: '',
  place: 'Fakfak',
};

describe('the list and the campaign', () => {
  it('show to every role of the institution, and to nobody else', async () => {
    const id = await ready();
    for (const who of ['officer', 'leader', 'operator', 'auditor'] as const) {
      const list = await get(who, to('campaigns', { agency: 'fakfak' }));
      expect(await list.text()).toContain('Ikrar Netralitas Contoh');
      expect((await get(who, to('campaign', at(id)))).status).toBe(200);
    }
    expect((await get('stranger', to('campaign', at(id)))).status).toBe(403);
    expect((await get('stranger', to('campaign', at('tidak-ada')))).status).toBe(403);
    expect((await get('stranger', to('campaign', { agency: 'lain', campaign: id }))).status).toBe(404);
    expect((await app.request(`http://localhost${to('campaigns', { agency: 'fakfak' })}`)).status).toBe(401);
  });

  it('offer each role its own tasks', async () => {
    const id = await opened();
    const pageOf = async (who: Who) => (await get(who, to('campaign', at(id)))).text();
    expect(await pageOf('officer')).toContain(to('slips', at(id)));
    const operator = await pageOf('operator');
    expect(operator).toContain(to('tabletOpen', at(id)));
    expect(operator).not.toContain(to('campaignClose', at(id)));
    expect(await pageOf('leader')).toContain(to('coverage', at(id)));
  });
});

describe('a new campaign', () => {
  const path = to('campaignNew', { agency: 'fakfak' });

  it('is saved by the officer alone, with the deadline in the institution’s zone', async () => {
    const answer = await post('officer', path, form);
    expect(answer.status).toBe(303);
    const id = answer.headers.get('location')?.split('/').at(-1) as string;
    expect(await campaignOf(db.pool, 'fakfak', id)).toMatchObject({
      deadline: new Date('2024-09-30T14:59:00Z'),
      bases: ['PP 94/2021', 'UU 5/2014'],
      isExample: true,
    });
    expect((await get('officer', answer.headers.get('location') as string)).status).toBe(200);
    for (const who of ['leader', 'operator', 'auditor', 'stranger'] as const)
      expect((await post(who, path, form)).status).toBe(403);
  });

  it('whose deadline lies before its circular comes back with the typed values', async () => {
    const answer = await post('officer', path, { ...form, deadline: '2024-09-01', title: '<b>Judul</b>' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Tenggat jatuh sebelum tanggal surat edaran');
    expect(html).toContain('href="#f-deadline"');
    expect(html).toContain('value="&lt;b>Judul&lt;/b>"');
    expect(html).toContain('value="2024-09-01"');
  });

  it('whose deadline has passed is not saved, since it could never be opened', async () => {
    const late = { ...form, circularDate: '2024-08-01', deadline: '2024-09-02' };
    const answer = await post('officer', path, late);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Tenggat ini sudah lewat');
  });

  it('tells each empty field at once', async () => {
    const html = await (await post('officer', path, { act: 'save' })).text();
    for (const name of ['title', 'electionId', 'deadline']) expect(html).toContain(`href="#f-${name}"`);
  });

  it('reads a pasted or uploaded circular, and refuses 200 pages and a PDF', async () => {
    const letter = 'Nomor : 892/51/2023\nManggar, 15 Februari 2023\nDasar: UU Nomor 7 Tahun 2017';
    const html = await (await post('officer', path, { act: 'read', circularText: letter })).text();
    expect(html).toContain('value="892/51/2023"');
    expect(html).toContain('value="2023-02-15"');
    expect(html).toContain('Undang-Undang Nomor 7 Tahun 2017');
    const upload = (bytes: BlobPart) => {
      const sent = new FormData();
      for (const [name, value] of Object.entries({ ...form, act: 'read' })) sent.set(name, value);
      sent.set('circularFile', new File([bytes], 'surat.txt'));
      return post('officer', path, sent);
    };
    expect(await (await upload(letter)).text()).toContain('Manggar, 15 Februari 2023');
    const pdf = await upload('%PDF-1.7\n');
    expect([pdf.status, (await pdf.text()).includes('bukan teks biasa')]).toEqual([422, true]);
    const long = await post('officer', path, { ...form, circularText: 'a '.repeat(150_000) });
    expect([long.status, (await long.text()).includes('batasnya 200.000')]).toEqual([422, true]);
  });

  it('says what the register knows of each basis, and offers the joint decree as five pairs', async () => {
    const checked = await (await post('officer', path, { ...form, act: 'check' })).text();
    expect(checked).toContain('per 2 September 2024');
    expect(checked).toContain('sudah tidak berlaku');
    const added = await (await post('officer', path, { ...form, act: 'skb' })).text();
    expect(added).toContain('Keputusan Bersama Ketua Bawaslu Nomor 1447.1/PM.01/K.1/09/2022');
    expect(await (await post('officer', path, { ...form, act: 'skb', bases: '' })).text()).toContain(
      'KASN Nomor 30',
    );
  });
});

describe('a text', () => {
  const path = (id: string, kind = 'pakta') => to('campaignText', { ...at(id), kind });
  const text = {
    act: 'add',
    title: 'Pakta Resmi',
    opener: 'Saya:',
    points: '1. Satu\n2. Dua',
    closing: 'Sekian.',
    language: 'id',
    source: 'Lampiran II',
    official: 'yes',
  };

  it('is pasted by the officer and read by leader and auditor, with digest and draft mark', async () => {
    const id = await ready();
    const before = await (await get('leader', path(id))).text();
    expect(before).toContain('draf');
    expect(before).not.toContain('Pasang sebagai versi baru');
    expect((await post('officer', path(id), text)).status).toBe(303);
    const { pact } = await campaignOf(db.pool, 'fakfak', id);
    expect(pact).toMatchObject({ version: 2, draft: false, points: ['Satu', 'Dua'] });
    expect(await (await get('auditor', path(id))).text()).toContain(pact?.digest as string);
    expect((await post('leader', path(id), text)).status).toBe(403);
    expect((await get('operator', path(id))).status).toBe(403);
    expect((await get('officer', path(id, 'lain'))).status).toBe(404);
    expect((await get('officer', path(id, 'ikrar'))).status).toBe(200);
  });

  it('of 31 points or without a source comes back', async () => {
    const id = await ready();
    const points = Array.from({ length: 31 }, (_, index) => `Butir ${index + 1}`).join('\n');
    const answer = await post('officer', path(id), { ...text, points, source: '' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Terbaca 31 butir; batasnya 30');
    expect(html).toContain('href="#f-source"');
  });

  it('is withdrawn with a reason, and pinned while the campaign runs', async () => {
    const id = await opened();
    expect((await post('officer', path(id), text)).status).toBe(409);
    expect((await post('officer', path(id), { act: 'withdraw', version: '1', reason: ' ' })).status).toBe(
      422,
    );
    expect(
      (await post('officer', path(id), { act: 'withdraw', version: '1', reason: 'Keliru.' })).status,
    ).toBe(303);
    expect((await textsOf(db.pool, 'fakfak', id))[0]?.withdrawn?.reason).toBe('Keliru.');
    expect((await post('officer', path(id), { act: 'withdraw', version: '1', reason: 'Lagi.' })).status).toBe(
      409,
    );
    expect(await (await get('officer', path(id))).text()).toContain('dicabut: Keliru.');
  });
});

describe('opening and closing', () => {
  const path = (id: string) => to('campaignOpen', at(id));

  it('shows the number first, and opens only for that number', async () => {
    const id = await ready();
    const choice = { categories: ['pns', 'non-asn'], scope: 'units', units: [world.units.kecamatan] };
    const counted = await (await post('officer', path(id), { ...choice, act: 'count' })).text();
    expect(counted).toContain('Buka gerakan untuk 2 orang');
    const changed = await post('officer', path(id), { ...choice, act: 'open', expected: '3' });
    expect(changed.status).toBe(409);
    expect((await campaignOf(db.pool, 'fakfak', id)).state).toBe('preparing');
    expect((await post('officer', path(id), { ...choice, act: 'open', expected: '2' })).status).toBe(303);
    expect((await campaignOf(db.pool, 'fakfak', id)).opening?.unitIds).toEqual([world.units.kecamatan]);
    expect((await get('officer', path(id))).status).toBe(409);
    expect((await post('leader', path(id), choice)).status).toBe(403);
  });

  it('says why it cannot open', async () => {
    const id = await ready();
    const none = await post('officer', path(id), { act: 'count', scope: 'whole' });
    expect([none.status, (await none.text()).includes('Pilih sedikitnya satu kelompok')]).toEqual([
      422,
      true,
    ]);
    const bare = await transaction(db.pool, (client) => createCampaign(client, campaignValues(world), now));
    expect((await get('officer', path(bare))).status).toBe(422);
  });

  it('closes with a reason', async () => {
    const id = await opened();
    const close = to('campaignClose', at(id));
    expect((await post('officer', close, { reason: '' })).status).toBe(422);
    expect((await post('officer', close, { reason: 'Tenggat tercapai.' })).status).toBe(303);
    expect((await post('officer', close, { reason: 'Lagi.' })).status).toBe(409);
    expect(await (await get('auditor', to('campaign', at(id)))).text()).toContain('Tenggat tercapai.');
  });
});

describe('one person', () => {
  it('is written about by the officer, or the operator of their own unit alone', async () => {
    const id = await opened();
    const path = (person: string) => to('standing', { ...at(id), person });
    const { seksi, kecamatan, contract } = world.people;
    expect((await post('operator', path(seksi), { act: 'exempt', reason: 'Cuti.' })).status).toBe(303);
    expect((await standingOf(db.pool, 'fakfak', id, seksi)).exempted?.reason).toBe('Cuti.');
    const foreign = await get('operator', path(kecamatan));
    const nobody = await get('operator', path('tidak-ada'));
    expect([foreign.status, nobody.status]).toEqual([403, 403]);
    expect(await foreign.text()).toBe((await nobody.text()).replaceAll('tidak-ada', kecamatan));
    expect((await post('operator', path(kecamatan), { act: 'exempt', reason: 'Cuti.' })).status).toBe(403);
    expect((await post('leader', path(kecamatan), { act: 'decline', note: 'x' })).status).toBe(403);
    expect((await post('officer', path(contract), { act: 'decline', note: '' })).status).toBe(422);
    expect((await post('officer', path(contract), { act: 'decline', note: 'Tidak mau.' })).status).toBe(303);
    expect((await post('officer', path(contract), { act: 'decline', note: 'Lagi.' })).status).toBe(409);
    const seen = await (await get('auditor', path(contract))).text();
    expect(seen).toContain('Tidak mau.');
    expect(seen).not.toContain('<button class="second"');
    expect((await get('officer', path('tidak-ada'))).status).toBe(404);
  });
});
