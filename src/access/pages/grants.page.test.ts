import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { agencyPages } from '../../agencies/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { endWide, giveWide, wideGrants } from '../grants/wide.ts';
import { grantPages, signInPages } from '../index.ts';

const NOW = new Date('2026-02-03T04:05:06Z');
const ORIGIN = 'http://localhost';
const agency = 'satu';
let db: TestDatabase;
let app: App;
let platform: Platform;
beforeAll(async () => {
  db = await freshDatabase();
  ({ app, platform } = testApp(db.pool, NOW));
  signInPages(app, platform);
  grantPages(app, platform);
  agencyPages(app, platform);
  await createWorld(db.pool, agency, NOW);
});
afterAll(() => db.drop());

type Cookie = { cookie: string };
const get = (path: string, headers: Partial<Cookie> = {}) => app.request(ORIGIN + path, { headers });
const post = (path: string, headers: Cookie, body: Record<string, string>) =>
  app.request(ORIGIN + path, {
    method: 'POST',
    headers: { ...headers, origin: ORIGIN },
    body: new URLSearchParams(body),
  });
const wide = (change: Partial<Parameters<typeof giveWide>[1]>) => ({
  ...{
    username: 'pengelola',
    name: 'Pengelola Contoh',
    password: 'kata-sandi-contoh',
    role: 'steward' as const,
  },
  ...{ regionCode: null, reason: 'Uji.', until: null, by: 'system:cli', ...change },
});
const enter = async (username: string, password = 'kata-sandi-contoh') => {
  const answer = await post(urls.signIn, { cookie: '' }, { username, password });
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
};

it('shows every action against everybody in both languages', async () => {
  const auditor = await signedIn(db.pool, NOW, { agencyId: agency, role: 'auditor' });
  const path = to('accessMatrix', { agency });
  const id = await (await get(path, auditor)).text();
  expect(id).toContain('Menutup gerakan');
  expect(id.match(/<tr>/g)?.length).toBeGreaterThan(60);
  const en = await (await get(path, { cookie: `${auditor.cookie}; bahasa=en` })).text();
  expect(en).toContain('Close a campaign');
});

it('has one officer ask, another approve, and says who may not', async () => {
  const [ani, budi] = [
    await signedIn(db.pool, NOW, { agencyId: agency, role: 'officer' }),
    await signedIn(db.pool, NOW, { agencyId: agency, role: 'inspector' }),
  ];
  const list = to('approvals', { agency });
  const wrong = await post(list, ani, { kind: 'roster.export', subject: '*', reason: '' });
  expect([wrong.status, (await wrong.text()).includes('value="*"')]).toEqual([422, true]);
  const asked = await post(list, ani, { kind: 'roster.export', subject: '*', reason: 'Audit <tahunan>.' });
  expect(asked.status).toBe(303);
  const path = asked.headers.get('location') ?? '';
  const seen = await (await get(path, budi)).text();
  expect(seen).toContain('Audit &lt;tahunan>.');
  expect(await (await get(path, ani)).text()).not.toContain('value="approved"');
  expect((await post(path, ani, { decision: 'approved' })).status).toBe(409);
  expect((await post(path, budi, { decision: 'approved', note: 'Setuju.' })).status).toBe(303);
  expect((await post(path, budi, { decision: 'refused' })).status).toBe(409);
  expect(await (await get(list, ani)).text()).toContain('disetujui');
  expect((await get(to('approval', { agency, id: 'x' }), ani)).status).toBe(404);
});

it('lets a steward give and end wide grants, with why and until when', async () => {
  await giveWide(db.pool, wide({}), NOW);
  const steward = await enter('pengelola');
  const give = (body: Record<string, string>) =>
    post(urls.nationGrants, steward, { aksi: 'beri', role: 'overseer', why: 'SK 1.', ...body });
  const wrong: Record<string, string>[] = [
    { username: 'x' },
    { username: 'belum.ada' },
    { username: 'pengawas1', name: 'P', regionCode: '6' },
    { username: 'pengawas1', name: 'P', regionCode: '62', role: 'steward' },
    { username: 'pengawas1', name: 'P', why: '' },
    { username: 'pengawas1', name: 'P', until: '2026-02-02' },
  ];
  for (const body of wrong) expect((await give(body)).status, JSON.stringify(body)).toBe(422);
  const given = await give({
    username: 'pengawas1',
    name: 'Pengawas Contoh',
    regionCode: '62',
    until: '2026-03-01',
  });
  const password = /<code>((?:[a-z]+-){6}[a-z]+)<\/code>/.exec(await given.text())?.[1] ?? '';
  const overseer = await enter('pengawas1', password);
  expect((await get(urls.nationGrants, overseer)).status).toBe(403);
  expect((await get(to('roster', { agency }), overseer)).status).toBe(403);
  expect((await give({ username: 'pengawas1', regionCode: '62' })).status).toBe(422);
  const [held] = (await wideGrants(db.pool, NOW)).filter(({ username }) => username === 'pengawas1');
  expect(held).toMatchObject({ regionCode: '62', reason: 'SK 1.', givenBy: 'Pengelola Contoh' });
  const end = { aksi: 'akhiri', grantId: held?.id as string };
  expect((await post(urls.nationGrants, steward, { ...end, reason: '' })).status).toBe(422);
  expect((await post(urls.nationGrants, steward, { ...end, reason: 'Pindah.' })).status).toBe(303);
  expect(await (await get(urls.nationGrants, steward)).text()).toContain('Pindah.');
});

it('never ends the last steward, also when two end each other at once', async () => {
  await giveWide(db.pool, wide({ username: 'kedua', name: 'Kedua Contoh' }), NOW);
  const stewards = (await wideGrants(db.pool, NOW)).filter(
    ({ role, endedAt }) => role === 'steward' && !endedAt,
  );
  const ends = stewards.map(({ id }) => endWide(db.pool, { grantId: id, reason: 'Uji.', by: 'x' }, NOW));
  const done = await Promise.allSettled(ends);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'access.lastSteward' },
  });
});

it('lets a steward add an institution with its first officer', async () => {
  await giveWide(db.pool, wide({ username: 'ketiga', name: 'Ketiga Contoh' }), NOW);
  const steward = await enter('ketiga');
  const form = {
    ...{ name: 'Pemerintah Kota Contoh', level: 'kota', regionCode: '62.71', zone: 'Asia/Jakarta' },
    ...{ place: 'Contoh', letterhead: '', personName: 'Petugas Pertama', username: 'pertama' },
  };
  expect((await post(urls.nationAgencies, steward, { ...form, name: '' })).status).toBe(422);
  const added = await post(urls.nationAgencies, steward, form);
  const password = /<code>((?:[a-z]+-){6}[a-z]+)<\/code>/.exec(await added.text())?.[1] ?? '';
  expect((await post(urls.nationAgencies, steward, form)).status).toBe(422);
  const first = await enter('pertama', password);
  expect((await get(to('accounts', { agency: 'pemerintah-kota-contoh' }), first)).status).toBe(200);
  expect((await get(to('accounts', { agency: 'pemerintah-kota-contoh' }), steward)).status).toBe(403);
  expect(await (await get(urls.nationAgencies, steward)).text()).toContain('Pemerintah Kota Contoh');
});

it('keeps the pages to whom the table names', async () => {
  const operator = await signedIn(db.pool, NOW, { agencyId: agency, role: 'operator', unitId: 'satu-dinas' });
  expect((await get(to('approvals', { agency }), operator)).status).toBe(403);
  expect((await get(urls.nationGrants)).status).toBe(401);
});
