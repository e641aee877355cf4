import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { openCampaign } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { ceremonyPages, createCeremony, planOf, symbolicOf } from '../index.ts';

const now = new Date('2024-09-03T00:00:00Z');
type Who = 'officer' | 'leader' | 'operator' | 'auditor' | 'stranger';
let db: TestDatabase;
let app: App;
let world: World;
let cookies: Record<Who, { cookie: string }>;
let at: { agency: string; ceremony: string };

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
  const made = testApp(db.pool, now);
  ceremonyPages(made.app, made.platform);
  app = made.app;
  const grant = (role: 'officer' | 'leader' | 'auditor') =>
    signedIn(db.pool, now, { agencyId: 'fakfak', role });
  const unitId = world.units.dinas;
  cookies = {
    officer: await grant('officer'),
    leader: await grant('leader'),
    auditor: await grant('auditor'),
    operator: await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'operator', unitId }),
    stranger: await signedIn(db.pool, now, { agencyId: 'lain', role: 'officer' }),
  };
});
beforeEach(async () => {
  const campaignId = await readyCampaign(db.pool, world, now);
  const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
  const ids = { agencyId: 'fakfak', campaignId, by: 'system' };
  const facts = {
    kind: 'apel',
    title: 'Apel Ikrar',
    heldOn: '2024-09-11',
    heldOnStatus: 'stated',
    heldOnNote: null,
    startsAt: '07:15',
    place: null,
    organiser: 'Dinas Contoh',
    minutes: null,
    isExample: true,
  } as const;
  const ceremony = await transaction(db.pool, async (client) => {
    await openCampaign(client, { ...ids, ...who }, now);
    return createCeremony(client, { ...ids, ...facts }, now);
  });
  at = { agency: 'fakfak', ceremony };
});
afterAll(() => db.drop());

type Fields = Record<string, string | string[]>;
const get = (who: Who, path: string) => app.request(`http://localhost${path}`, { headers: cookies[who] });
const html = async (who: Who, path: string) => (await get(who, path)).text();
function post(who: Who, path: string, fields: Fields) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const headers = { ...cookies[who], origin: 'http://localhost' };
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(pairs),
  });
}

/** What a browser would send back of the page's fields, as far as these tests need it. */
function fieldsOf(page: string): Fields {
  const fields: Fields = {};
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]+)"/.exec(tag)?.[1];
    if (!name || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) continue;
    const value = (/ value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&#39;', "'");
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  }
  for (const [, name = '', options = ''] of page.matchAll(
    /<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] =
      /<option [^>]*selected[^>]*value="([^"]+)"|<option value="([^"]+)"[^>]*selected/.exec(options)?.[2] ??
      /value="([^"]+)"/.exec(options)?.[1] ??
      '';
  for (const [, name = '', text = ''] of page.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name] = text;
  return fields;
}

describe('the plan', () => {
  it('is written row by row without script, and saved at the end', async () => {
    const path = to('ceremonyPlan', at);
    let page = await html('officer', path);
    const press = async (act: string, change: Fields = {}) => {
      const answer = await post('officer', path, { ...fieldsOf(page), ...change, act });
      expect(answer.status).toBe(200);
      page = await answer.text();
    };
    await press('template-one-yard');
    expect(page).toContain('Belum disimpan');
    await press('many-sites', { newSites: 'Dinas Contoh\nLapangan' });
    await press('add-witnesses', { fallback: 'Pindah ke aula.' });
    const change = {
      'sites-0-startsAt': '07.30',
      'sites-0-place': 'Jalan Contoh 1',
      'officers-1-name': 'Contoh Pembaca',
      'witnesses-0-name': 'Contoh Saksi',
      'witnesses-0-institution': 'Bawaslu Contoh',
      headFirst: 'yes',
      newSites: 'Belum ditambahkan',
    };
    const saved = await post('officer', path, { ...fieldsOf(page), ...change, act: 'save' });
    expect(saved.status).toBe(303);
    const { plan, version } = await planOf(db.pool, 'fakfak', at.ceremony);
    expect(version).toBe(1);
    expect(plan.sites).toMatchObject([
      { name: 'Dinas Contoh', startsAt: '07:30', unitIds: [world.units.dinas] },
      { name: 'Lapangan', startsAt: null, unitIds: null },
      { name: 'Belum ditambahkan', startsAt: null, unitIds: null },
    ]);
    expect(plan.runSheet).toHaveLength(7);
    expect(plan.officers).toMatchObject([{ role: 'reader', name: 'Contoh Pembaca' }]);
    expect(plan).toMatchObject({ order: { headFirst: true }, fallback: 'Pindah ke aula.' });
    const shown = await html('leader', path);
    for (const words of ['Jalan Contoh 1', 'Bawaslu Contoh', '07:20', '2 orang', 'Pindah ke aula.'])
      expect(shown).toContain(words);
    expect(shown).not.toContain('name="act"');
  });

  it('comes back with what is wrong and what was typed', async () => {
    const typed = { version: '0', 'sites-0-id': '', 'sites-0-name': '', 'sites-0-place': 'Jalan "A"' };
    const answer = await post('officer', to('ceremonyPlan', at), { ...typed, act: 'save' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#f-sites-0-name"');
    expect(page).toContain('value="Jalan &quot;A&quot;"');
    expect(page).toContain('Belum disimpan');
  });

  it('is not written over what somebody else saved meanwhile', async () => {
    const path = to('ceremonyPlan', at);
    const first = { version: '0', fallback: 'Satu', act: 'save' };
    expect((await post('officer', path, first)).status).toBe(303);
    const late = await post('officer', path, { ...first, fallback: 'Dua' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Dua');
  });

  it('is read by the others and closed to strangers', async () => {
    const path = to('ceremonyPlan', at);
    for (const who of ['leader', 'operator', 'auditor'] as const) {
      expect((await get(who, path)).status).toBe(200);
      expect((await post(who, path, { act: 'save' })).status).toBe(403);
    }
    expect((await get('stranger', path)).status).toBe(403);
  });
});

describe('the order', () => {
  it('is proposed, moved without script and saved; the plan beside it stays', async () => {
    await post('officer', to('ceremonyPlan', at), { version: '0', fallback: 'Aula', act: 'save' });
    const path = to('ceremonyOrder', at);
    const page = await html('officer', path);
    expect(page).toContain('Ini usulan dari daftar pegawai');
    const fields = fieldsOf(page);
    expect(fields.person).toHaveLength(4);
    const { contract } = world.people;
    const moved = await (await post('officer', path, { ...fields, act: `first-${contract}` })).text();
    const saved = await post('officer', path, { ...fieldsOf(moved), act: 'save' });
    expect(saved.status).toBe(303);
    const { plan } = await planOf(db.pool, 'fakfak', at.ceremony);
    expect(plan.order.persons[0]).toBe(contract);
    expect(plan.fallback).toBe('Aula');
    expect(await html('leader', path)).toContain('Jum’at Contoh');
  });

  it('takes nobody who is not expected, and finds people by name', async () => {
    const path = to('ceremonyOrder', at);
    const person = ['tak-ada', world.people.retired, world.people.seksi];
    const found = await post('officer', path, { version: '0', person, q: 'yose', act: 'find' });
    expect(await found.text()).toContain(`value="first-${world.people.kecamatan}"`);
    await post('officer', path, { version: '0', person, act: 'save' });
    const { plan } = await planOf(db.pool, 'fakfak', at.ceremony);
    expect(plan.order.persons).toEqual([world.people.seksi]);
  });

  it('shows names to the officer and the head alone', async () => {
    const path = to('ceremonyOrder', at);
    for (const who of ['operator', 'auditor', 'stranger'] as const)
      expect((await get(who, path)).status).toBe(403);
    expect(await html('leader', path)).not.toContain('Siti Contoh');
    expect((await post('leader', path, { act: 'save' })).status).toBe(403);
  });
});

describe('signing symbolically', () => {
  it('is recorded with whom somebody stands for, by an operator for own units alone', async () => {
    const path = to('ceremonySymbolic', at);
    const search = await html('operator', `${path}?q=contoh`);
    expect(search).toContain('Siti Contoh');
    expect(search).not.toContain('Yosefina Contoh');
    expect(search).not.toContain('value="Kecamatan Contoh"');
    const { seksi, kecamatan } = world.people;
    const form = { person: seksi, 'unit-1': 'seksi contoh', words: '' };
    expect((await post('operator', path, { ...form, person: kecamatan })).status).toBe(422);
    expect((await post('operator', path, form)).status).toBe(303);
    expect(await symbolicOf(db.pool, 'fakfak', at.ceremony)).toMatchObject([
      { personId: seksi, standsFor: 'Seksi Contoh' },
    ]);
    const shown = await html('leader', path);
    expect(shown).toContain('simbolis, bukan tanda tangan orang yang diwakili');
    expect(shown).toContain('Seksi Contoh');
    expect(shown).not.toContain('name="words"');
  });

  it('comes back with what is wrong', async () => {
    const form = { person: '-', name: '', office: 'Bupati', 'unit-1': 'Dinas Tak Ada', words: '' };
    const answer = await post('officer', to('ceremonySymbolic', at), form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    const nobody = await post('officer', to('ceremonySymbolic', at), { ...form, person: '' });
    expect(await nobody.text()).toContain('href="#f-person"');
    for (const part of ['href="#f-unit-1"', 'href="#f-name"', 'href="#f-words"', 'value="Dinas Tak Ada"'])
      expect(page).toContain(part);
  });
});

describe('the ceremony’s page', () => {
  it('leads everyone to what they may open, and to nothing else', async () => {
    const officer = await html('officer', to('ceremony', at));
    for (const name of ['ceremonyPlan', 'ceremonyScreens', 'ceremonyMinutes', 'ceremonyMakeUp'] as const)
      expect(officer).toContain(`href="${to(name, at)}"`);
    const auditor = await html('auditor', to('ceremony', at));
    expect(auditor).toContain(`href="${to('ceremonyMinutes', at)}"`);
    for (const name of ['ceremonyOrder', 'ceremonyDoor', 'ceremonyPhotos'] as const)
      expect(auditor).not.toContain(`href="${to(name, at)}"`);
    expect(await html('operator', to('ceremony', at))).not.toContain(`href="${to('ceremonyOrder', at)}"`);
  });

  it('shows a corrected fact, which only the officer sets right', async () => {
    const path = to('ceremonyCorrect', at);
    const fields = fieldsOf(await html('officer', path));
    expect(fields).toMatchObject({ title: 'Apel Ikrar', heldOn: '2024-09-11', heldOnStatus: 'stated' });
    const change = { ...fields, title: 'Apel Ikrar Netralitas' };
    expect((await post('officer', path, change)).status).toBe(422);
    expect((await post('officer', path, { ...change, reason: 'Salah ketik.' })).status).toBe(303);
    expect(await html('auditor', to('ceremony', at))).toContain('<h1>Apel Ikrar Netralitas</h1>');
    expect(await html('officer', path)).toContain('Salah ketik.');
    for (const who of ['leader', 'operator', 'auditor', 'stranger'] as const)
      expect((await post(who, path, change)).status).toBe(403);
  });
});
