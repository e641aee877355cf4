import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { openCampaign } from '../../campaigns/index.ts';
import { ceremoniesOf, createCeremony, recordPresence } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { ceremonyCounts } from '../counts.ts';
import { afterPages } from './pages.ts';

const now = new Date('2024-09-12T00:00:00Z');
type Who = 'officer' | 'leader' | 'operator' | 'auditor' | 'stranger';
let db: TestDatabase;
let app: App;
let world: World;
let cookies: Record<Who, { cookie: string }>;
let campaignId: string;
let at: { agency: string; ceremony: string };

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
  const made = testApp(db.pool, now);
  afterPages(made.app, made.platform);
  app = made.app;
  const grant = (agencyId: string, role: 'officer' | 'leader' | 'auditor' | 'operator', unitId?: string) =>
    signedIn(db.pool, now, { agencyId, role, ...(unitId ? { unitId } : {}) });
  cookies = {
    officer: await grant('fakfak', 'officer'),
    leader: await grant('fakfak', 'leader'),
    auditor: await grant('fakfak', 'auditor'),
    operator: await grant('fakfak', 'operator', world.units.dinas),
    stranger: await grant('lain', 'officer'),
  };
});
beforeEach(async () => {
  campaignId = await readyCampaign(db.pool, world, now);
  const categories = ['pns', 'non-asn'] as const;
  at = { agency: 'fakfak', ceremony: `apel-${campaignId}` };
  await transaction(db.pool, async (client) => {
    const about = { agencyId: 'fakfak', campaignId };
    await openCampaign(client, { ...about, categories, unitIds: null, by: 'system' }, now);
    await createCeremony(
      client,
      {
        ...{ ...about, id: at.ceremony, kind: 'apel', title: 'Apel Ikrar', organiser: 'BKPSDM' },
        ...{ heldOn: '2024-09-11', heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:00' },
        ...{ place: 'Halaman', minutes: null, isExample: true, by: 'system' },
      },
      now,
    );
    const mark = { reason: 'sakit', how: 'list', site: null, deviceAt: null } as const;
    const marks = [
      { ...mark, personId: world.people.dinas, standing: 'present' as const, reason: null },
      { ...mark, personId: world.people.kecamatan, standing: 'excused' as const },
    ];
    await recordPresence(client, { agencyId: 'fakfak', ceremonyId: at.ceremony, marks, by: 'system' }, now);
  });
});
afterAll(() => db.drop());

const get = async (who: Who, path: string) => {
  const answer = await app.request(`http://localhost${path}`, { headers: cookies[who] });
  return { status: answer.status, text: await answer.text() };
};
function post(who: Who, path: string, values: Record<string, string | string[]>) {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { ...cookies[who], origin: 'http://localhost' },
    body: new URLSearchParams(pairs),
  });
}
const all = ['unrecorded', 'absent', 'there', 'duty', 'excused', 'away'];
const session = (change: Record<string, string | string[]> = {}) => ({
  ...{ key: '0123456789abcdef', heldOn: '2024-09-20', startsAt: '08.00', place: 'Aula', reason: all },
  ...{ unit: Object.values(world.units), grouping: 'perUnit', ...change },
});
const sessions = async () =>
  (await ceremoniesOf(db.pool, 'fakfak', campaignId)).filter(({ id }) => id !== at.ceremony);
const expectedAt = async (ceremonyId: string) =>
  (await ceremonyCounts(db.pool, { agencyId: 'fakfak', ceremonyId, unitIds: null })).total.expected;

describe('make-up sessions', () => {
  it('are made once for each unit, with those who are missing invited by name', async () => {
    const page = await get('officer', to('ceremonyMakeUp', at));
    expect(page.status).toBe(200);
    expect(page.text).toContain('4 orang');
    const sent = await Promise.all(
      [1, 2].map(() => post('officer', to('ceremonyMakeUp', at), session({ key: 'susulan000000001' }))),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const made = await sessions();
    expect(made.map(({ title }) => title).sort()).toEqual([
      'Susulan Dinas Contoh: Apel Ikrar',
      'Susulan Kecamatan Contoh: Apel Ikrar',
      'Susulan Seksi Contoh: Apel Ikrar',
    ]);
    const expected = await Promise.all(made.map(({ id }) => expectedAt(id)));
    expect(expected.sort()).toEqual([1, 1, 2]);
    expect((await get('officer', to('ceremonyMakeUp', at))).text).toContain('0 orang');
  });

  it('invite only for the chosen reasons, and an operator only their own units', async () => {
    await post(
      'officer',
      to('ceremonyMakeUp', at),
      session({ key: 'susulan000000002', reason: ['excused'] }),
    );
    const [only] = await sessions();
    expect(await expectedAt(only?.id ?? '')).toBe(1);
    await post('operator', to('ceremonyMakeUp', at), session({ key: 'susulan000000003' }));
    const titles = (await sessions()).map(({ title }) => title).join();
    expect(titles).toContain('Susulan Dinas Contoh');
    expect(titles.match(/Kecamatan/g)).toHaveLength(1);
  });

  it('are refused without a day or anybody to invite, and nothing typed is lost', async () => {
    const noDay = await post('officer', to('ceremonyMakeUp', at), session({ heldOn: '' }));
    expect(noDay.status).toBe(422);
    expect(await noDay.text()).toMatch(/value="Aula"[\s\S]*/);
    const nobody = await post('officer', to('ceremonyMakeUp', at), session({ unit: [] }));
    expect(nobody.status).toBe(422);
    expect(await sessions()).toEqual([]);
  });
});

describe('the cascade', () => {
  it('makes one small ceremony for each unit with all below it, and counts everybody once', async () => {
    const { dinas, kecamatan } = world.units;
    const cascade = session({ key: 'jenjang000000001', unit: [dinas, kecamatan] });
    for (let n = 0; n < 2; n += 1)
      expect((await post('officer', to('ceremonyCascade', at), cascade)).status).toBe(303);
    const made = await sessions();
    expect(made.map(({ title }) => title).sort()).toEqual([
      'Apel Ikrar: Dinas Contoh',
      'Apel Ikrar: Kecamatan Contoh',
    ]);
    const small = made.find(({ title }) => title.includes('Dinas'));
    expect(await expectedAt(small?.id ?? '')).toBe(2);
    const mark = { standing: 'late', reason: null, how: 'list', site: null, deviceAt: null } as const;
    const marks = [world.people.dinas, world.people.seksi].map((personId) => ({ personId, ...mark }));
    await transaction(db.pool, (client) =>
      recordPresence(client, { agencyId: 'fakfak', ceremonyId: small?.id ?? '', marks, by: 'system' }, now),
    );
    const page = await get('leader', to('ceremonyCascade', at));
    expect(page.text).toMatch(/2 dari 4 orang \(50 %\)/);
    expect(page.text).not.toContain('name="unit"');
  });

  it('refuses a unit that has its ceremony already', async () => {
    const cascade = session({ key: 'jenjang000000002', unit: [world.units.dinas] });
    await post('officer', to('ceremonyCascade', at), cascade);
    const again = await post('officer', to('ceremonyCascade', at), { ...cascade, key: 'jenjang000000003' });
    expect(again.status).toBe(422);
    expect(await sessions()).toHaveLength(1);
  });
});

describe('what remains until the deadline', () => {
  it('counts a session of today only while nobody was recorded there', async () => {
    const path = to('untilDeadline', { agency: 'fakfak', campaign: campaignId });
    await post(
      'officer',
      to('ceremonyMakeUp', at),
      session({ key: 'susulan000000007', heldOn: '2024-09-12' }),
    );
    expect((await get('leader', path)).text).not.toContain('belum punya jadwal');
    const mark = { standing: 'present', reason: null, how: 'list', site: null, deviceAt: null } as const;
    const marks = [{ personId: world.people.seksi, ...mark }];
    const held = (await sessions()).find(({ title }) => title.includes('Seksi'));
    await transaction(db.pool, (client) =>
      recordPresence(client, { agencyId: 'fakfak', ceremonyId: held?.id ?? '', marks, by: 'system' }, now),
    );
    expect((await get('leader', path)).text).toContain('1 orang belum punya jadwal');
    expect((await get('officer', to('ceremonyMakeUp', at))).text).toContain('1 orang belum menandatangani');
  });

  it('names units without a session first, and is for head, officer and clerk', async () => {
    const path = to('untilDeadline', { agency: 'fakfak', campaign: campaignId });
    await post(
      'officer',
      to('ceremonyMakeUp', at),
      session({ key: 'susulan000000009', unit: [world.units.kecamatan] }),
    );
    const page = await get('leader', path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 orang belum punya jadwal');
    expect(page.text.indexOf('Dinas Contoh')).toBeLessThan(page.text.indexOf('Kecamatan Contoh'));
    expect(page.text).toContain('20 September 2024');
    expect((await get('operator', path)).text).not.toContain('Kecamatan Contoh</a>');
    expect((await get('auditor', path)).status).toBe(403);
  });
});

it('keeps others out', async () => {
  for (const name of ['ceremonyMakeUp', 'ceremonyCascade'] as const) {
    expect((await get('stranger', to(name, at))).status).toBe(403);
    expect((await get('officer', to(name, { ...at, ceremony: 'tidak-ada' }))).status).toBe(404);
  }
  expect((await get('leader', to('ceremonyMakeUp', at))).status).toBe(403);
  expect((await post('leader', to('ceremonyCascade', at), session())).status).toBe(403);
});
