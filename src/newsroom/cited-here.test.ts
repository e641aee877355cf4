import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { lawApp } from '../../test/law-world.ts';
import { testApp } from '../../test/staff.ts';
import { findInstrument } from '../law/index.ts';
import { transaction } from '../platform/db/index.ts';
import { citedHere } from './cited-here.ts';
import { createRelease } from './release.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await exampleCampaign(db.pool, 'alfa', 5);
  await exampleCampaign(db.pool, 'beta', 5);
});
afterAll(() => db.drop());

const add = (table: string, values: Record<string, unknown>) =>
  db.pool.query(
    `insert into ${table} (${Object.keys(values)}) values (${Object.keys(values).map((_, i) => `$${i + 1}`)})`,
    Object.values(values),
  );

it('counts public texts by institution, and links published releases only', async () => {
  const of = { agency_id: 'alfa', recorded_by: 'system', recorded_at: NOW };
  const body = 'Sesuai Pasal 5 huruf n Peraturan Pemerintah Nomor 94 Tahun 2021, pegawai harus netral.';
  await add('ceremonies.source', {
    ...of,
    ceremony_id: 'a1',
    seq: 1,
    title: 'Catatan',
    publisher: null,
    body,
  });
  await transaction(db.pool, async (client) => {
    const release = { campaignId: 'g1', ceremonyId: null, isExample: true, by: 'system', body };
    await createRelease(client, { ...release, agencyId: 'alfa', id: 'r1', title: 'Terbit' }, NOW);
    await createRelease(client, { ...release, agencyId: 'alfa', id: 'r2', title: 'Rancangan' }, NOW);
  });
  const approval = { release_id: 'r1', version: 1, approved_by: 'system', approved_at: NOW };
  await add('newsroom.release_approval', { agency_id: 'alfa', ...approval });

  const { platform } = testApp(db.pool, NOW);
  const cited = await citedHere(platform)(findInstrument('pp-94-2021')!);
  const alfa = cited.find(({ institution }) => institution.id === 'alfa');
  expect(alfa).toMatchObject({ texts: 1, releases: [{ title: 'Terbit', href: '/rilis/alfa/r1' }] });
  expect(await citedHere(platform)(findInstrument('pp-42-2004')!)).toEqual([]);

  const html = await (
    await lawApp(db.pool, NOW, citedHere(platform)).app.request('/hukum/pp-94-2021')
  ).text();
  expect(html).toContain('href="/rilis/alfa/r1"');
  expect(html).not.toContain('Rancangan');
});

it('leaves out campaigns that were not opened', async () => {
  const { platform } = testApp(db.pool, NOW);
  const count = async () =>
    (await citedHere(platform)(findInstrument('uu-20-2023')!)).map(({ campaigns }) => campaigns);
  const { rows } = await db.pool.query('select * from campaigns.campaign limit 1');
  const copy = { ...rows[0], bases: ['UU 20/2023'] };
  const before = await count();
  await add('campaigns.campaign', { ...copy, id: 'tertutup' });
  expect(await count()).toEqual(before);
  const opening = { agency_id: copy.agency_id, campaign_id: 'tertutup', categories: ['pns'], unit_ids: null };
  await add('campaigns.opening', { ...opening, audience_size: 1, opened_by: 'system', opened_at: NOW });
  expect((await count()).reduce((a, b) => a + b, 0)).toBe(before.reduce((a, b) => a + b, 0) + 1);
});
