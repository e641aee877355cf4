import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld } from '../../../test/campaign-world.ts';
import { forAll } from '../../platform/db/index.ts';
import { type OversightWorld, openOversightWorld, START } from '../test-world.ts';
import { factsOf } from './facts.ts';
import { figuresPages } from './index.ts';
import { lastQuarter, today } from './quarters.ts';

let world: OversightWorld;
const run = (sql: string, values: unknown[] = []) => world.db.pool.query(sql, values);
const get = async (path: string, cookie = ''): Promise<Response> =>
  world.app.request(path, { headers: { cookie } });
const later = (days: number) => new Date(START.getTime() + days * 86_400_000);

beforeAll(async () => {
  world = await openOversightWorld('fakfak');
  figuresPages(world.app, world.platform);
  await createWorld(world.db.pool, 'metro', START);
  await run(
    `insert into oversight.channel select 'metro', id, state, keep_days, by, at from oversight.channel`,
  );
  await run('update agencies.agency set is_example = false');
  // Twelve of the second quarter, of which three are photos; two of the third, which has not ended.
  await cases('fakfak', 'a', 12, '2024-05-20', (at) => (at < 3 ? 'photo' : 'campaign-team'));
  await cases('fakfak', 'b', 2, '2024-09-01', () => 'party-member');
  await cases('metro', 'c', 4, '2024-05-20', () => 'photo');
});
afterAll(() => world.close());

/** Cases as their steps say: taken up, classified and recommended within days. */
async function cases(
  agency: string,
  name: string,
  count: number,
  day: string,
  kind: (at: number) => string,
): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const id = `${name}${at}`;
    await run(
      `insert into oversight.case_file values ($1, $2, 'report', $3, 'browser', 'anonymous', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
      [agency, id, day],
    );
    await run(
      `insert into oversight.step (agency_id, case_id, n, stage, what, on_date, basis, data, by, at)
       select $1, $2, n, stage, what, $3::date + n, '{}', data, 'system', $3::date + n
       from (values (0, 'triage', 'received', '{}'::jsonb), (1, 'verification', 'taken-up', '{}'),
         (2, 'verification', 'classified', jsonb_build_object('kind', $4::text, 'level', 'moral'))) s (n, stage, what, data)`,
      [agency, id, day, kind(at)],
    );
  }
}

async function publish(agency: string, published = true): Promise<void> {
  await run(`insert into coverage.publication values ($1, $2, $3, 'Disposisi', 'system', now())`, [
    ...[agency, `p${Math.random()}`, published],
  ]);
}

describe('for everybody', () => {
  it('nothing is shown before an institution decides so', async () => {
    const html = await (await get('/pengawasan')).text();
    expect(html).toContain('Belum ada instansi dengan saluran terbuka');
    expect(html).toContain('20 tidak diterangkan');
    expect(html).not.toContain('Pelanggaran menurut');
  });

  it('are counts of the quarter that ended, small ones together', async () => {
    await publish('fakfak');
    await publish('metro');
    world.setClock(later(1));
    const html = await (await get('/pengawasan')).text();
    expect(html).toContain('30 Juni 2024');
    expect(html).toContain('Semua, digabung');
    // The three photos, the four cases of the other institution, and those that came since: nowhere by themselves.
    expect(html).not.toMatch(/Foto bersama|anggota atau pengurus partai/);
    const json = await (await get('/pengawasan/pengawasan.json')).json();
    const metro = json.tables.institutions.find((row: { id: string }) => row.id === 'metro');
    expect(metro.cases).toBeNull();
    expect(json.tables.arrivals).toEqual([
      expect.objectContaining({ from: '2024-Q2', to: '2024-Q2', cases: 12 }),
    ]);
    expect(json.tables.kind).toEqual([{ kind: 'Semua, digabung', at_least: 10, at_most: 14 }]);
    expect(json.tables.durations[0]).toMatchObject({ n_at_least: 10, median_days: 1, p90_days: 1 });
    expect(json.licence).toBe('CC BY 4.0');
  });

  it('do not move when a report comes, until the quarter ends', async () => {
    const before = await (await get('/pengawasan/pengawasan.json')).text();
    await cases('fakfak', 'd', 6, '2024-09-18', () => 'photo');
    world.setClock(later(2));
    expect(await (await get('/pengawasan/pengawasan.json')).text()).toBe(before);
    world.setClock(new Date('2024-10-01T00:00:00Z'));
    const json = await (await get('/pengawasan/pengawasan.json')).json();
    expect(json.tables.arrivals).toHaveLength(2);
    expect(json.tables.arrivals[1]).toMatchObject({ from: '2024-Q3', to: '2024-Q3', cases: 8 });
    world.setClock(later(2));
  });

  it('are files and a method in words, in both languages', async () => {
    const csv = await (await get('/pengawasan/pengawasan.csv')).text();
    expect(csv).toMatch(/institution,id,province,cases/);
    expect(csv).toContain('at_least,at_most');
    const method = await (await get('/pengawasan/metode', 'bahasa=en')).text();
    expect(method).toContain('never averaged between institutions');
    expect(await (await get('/pengawasan', 'bahasa=en')).text()).toContain('20 unaccounted for');
    expect((await get('/pengawasan/lain.csv')).status).toBe(404);
  });

  it('go when the channel is closed or the institution stops', async () => {
    await run(
      `insert into oversight.channel values ('metro', 'zzz', 'closed', 730, 'system', $1::timestamptz + interval '1 day')`,
      [START],
    );
    await publish('fakfak', false);
    world.setClock(later(4));
    expect(await (await get('/pengawasan')).text()).toContain('Belum ada instansi dengan saluran terbuka');
  });
});

describe('for staff', () => {
  it('inspectors see every case of theirs, and no other', async () => {
    const { cookie } = await world.signedIn(world.inspector);
    const page = await get('/kerja/fakfak/pengawasan/angka', cookie);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Foto bersama');
    expect(html).toContain('2024-Q3');
    const json = await (await get('/kerja/fakfak/pengawasan/angka/angka-pengawasan.json', cookie)).json();
    expect(json.tables.kind.find((row: { kind: string }) => row.kind === 'Foto bersama').cases).toBe(9);
    expect(json.tables.kind.at(-1)).toEqual({ kind: 'Jumlah', cases: 20 });
    expect((await get('/kerja/fakfak/pengawasan/angka/angka-pengawasan.csv', cookie)).status).toBe(200);
    expect((await get('/kerja/fakfak/pengawasan/angka/lain.csv', cookie)).status).toBe(404);
    expect((await get('/kerja/metro/pengawasan/angka', cookie)).status).toBe(403);
    expect(await (await get('/kerja/fakfak/pengawasan/angka', `${cookie}; bahasa=en`)).text()).toContain(
      'Oversight figures',
    );
  });

  it('the head, who may be who is reported, sees no more than everybody might', async () => {
    for (const who of [world.leader, await world.newStaff('officer'), await world.newStaff('auditor')]) {
      const { cookie } = await world.signedIn(who);
      const html = await (await get('/kerja/fakfak/pengawasan/angka', cookie)).text();
      expect(html).toContain('Anda bukan pemeriksa');
      expect(html).not.toMatch(/Foto bersama|2024-Q3/);
      const json = await (await get('/kerja/fakfak/pengawasan/angka/angka-pengawasan.json', cookie)).json();
      expect(json.tables.arrivals).toHaveLength(1);
      expect(json.tables.kind).toHaveLength(1);
    }
    expect((await get('/kerja/fakfak/pengawasan/angka')).status).toBe(401);
  });
});

it('counts fifty thousand cases in one pass, by what had been written down by then', async () => {
  await run(
    `insert into oversight.case_file
     select 'metro', 'm' || n, case when n % 10 = 0 then 'finding' else 'report' end, date '2020-01-01' + n % 1700,
       'browser', case when n % 10 = 0 then 'staff' else 'anonymous' end, z, z
     from generate_series(1, 50000) n, (select decode(repeat('00', 32), 'hex') z) k`,
  );
  await run(
    `insert into oversight.step (agency_id, case_id, n, stage, what, on_date, basis, data, by, at)
     select 'metro', 'm' || g, s.n, s.stage, s.what, d + s.n * 3, '{}', s.data, 'system', d + s.n * 3
     from generate_series(1, 50000) g, lateral (select date '2020-01-01' + g % 1700 as d) day,
       (values (0, 'triage', 'received', '{}'::jsonb), (1, 'verification', 'taken-up', '{}'),
         (2, 'verification', 'classified', '{"kind":"photo","level":"moral"}'), (3, 'closed', 'closed', '{}')) s (n, stage, what, data)
     where s.n < 3 or g % 2 = 0`,
  );
  const all = await forAll(() => factsOf(world.platform.pool, ['metro'], today(START)));
  expect(all).toHaveLength(50_004);
  expect(all.filter(({ closedOn }) => closedOn !== null)).toHaveLength(25_000);
  expect(all.filter(({ kind }) => kind === 'photo')).toHaveLength(50_004);
  const early = await forAll(() =>
    factsOf(world.platform.pool, ['metro'], lastQuarter(new Date('2020-04-02T00:00:00Z'))),
  );
  expect(early.every(({ arrivedOn }) => arrivedOn <= '2020-03-31')).toBe(true);
  expect(early.some(({ stage }) => stage === 'triage')).toBe(true);
});
