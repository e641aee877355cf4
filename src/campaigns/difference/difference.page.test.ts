import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { addPeople, type Person } from '../../agencies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { recount } from '../../tally/index.ts';
import { to } from '../../urls.ts';
import { additionsOf, campaignPages, openCampaign } from '../index.ts';

const now = new Date('2024-09-03T00:00:00Z');
let db: TestDatabase;
let app: App;
let world: World;
let campaign: string;
let hired: string;
let officer: { cookie: string };
beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  const made = testApp(db.pool, now);
  campaignPages(made.app, made.platform);
  app = made.app;
  officer = await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'officer' });
  campaign = await readyCampaign(db.pool, world, now);
  await transaction(db.pool, async (client) => {
    const opening = { agencyId: 'fakfak', campaignId: campaign, categories: ['pns'] as const, unitIds: null };
    await openCampaign(client, { ...opening, by: 'system' }, now);
    const person: Omit<Person, 'id'> = {
      ...{ idKind: 'local', idNumber: null, name: 'Baru Contoh', category: 'pns', rank: null, post: null },
      ...{
        postStatus: 'definitive',
        unitId: world.units.dinas,
        email: null,
        status: 'active',
        isExample: true,
      },
    };
    [hired] = (await addPeople(client, 'fakfak', [person], now)) as [string];
    const { people, units } = world;
    await client.query("update agencies.person set status = 'deceased' where id = $1", [people.dinas]);
    await client.query('update agencies.person set unit_id = $2 where id = $1', [
      people.seksi,
      units.kecamatan,
    ]);
  });
});
afterAll(() => db.drop());

const path = () => to('difference', { agency: 'fakfak', campaign });
const shown = async (kind: string, headers = officer) =>
  (await app.request(`http://localhost${path()}?jenis=${kind}`, { headers })).text();
const post = (fields: Record<string, string>, headers = officer) =>
  app.request(`http://localhost${path()}`, {
    method: 'POST',
    headers: { ...headers, origin: 'http://localhost' },
    body: new URLSearchParams(fields),
  });

it('shows who came, who is gone and who changed, and touches nothing by itself', async () => {
  const came = await shown('hired');
  expect(came).toContain('Datang sejak dibuka (1)');
  expect(came).toContain('Baru Contoh');
  expect(came).not.toContain('Jum’at');
  expect(await shown('gone')).toContain('Ma&#39;ruf Contoh'.replace('&#39;', "'"));
  const changed = await shown('changed');
  expect(changed).toContain('Siti Contoh');
  expect(changed).toContain('Seksi Contoh');
  const other = await signedIn(db.pool, now, {
    agencyId: 'fakfak',
    role: 'operator',
    unitId: world.units.dinas,
  });
  expect((await app.request(`http://localhost${path()}`, { headers: other })).status).toBe(403);
});

it('adds the hired with a reason, once, and counts them', async () => {
  expect((await post({ aksi: 'tambah', orang: hired, reason: '' })).status).toBe(422);
  expect((await post({ aksi: 'tambah', reason: 'SK Contoh' })).status).toBe(422);
  expect((await post({ aksi: 'tambah', orang: hired, reason: 'SK Contoh' })).status).toBe(303);
  expect((await post({ aksi: 'tambah', orang: hired, reason: 'SK Contoh' })).status).toBe(303);
  expect(await additionsOf(db.pool, 'fakfak', campaign)).toBe(1);
  expect(await recount(db.pool, 'fakfak', campaign)).toEqual([]);
  const page = await shown('hired');
  expect(page).toContain('Datang sejak dibuka (0)');
  expect(page).toContain('Ditambahkan setelah dibuka: 1');
});

it('exempts who is gone with a reason', async () => {
  const fields = { aksi: 'kecualikan', orang: world.people.dinas, reason: 'Meninggal dunia' };
  expect((await post(fields)).status).toBe(303);
  expect(await shown('gone')).toContain('Dikecualikan');
  expect((await post(fields)).status).toBe(409);
  expect(await recount(db.pool, 'fakfak', campaign)).toEqual([]);
});
