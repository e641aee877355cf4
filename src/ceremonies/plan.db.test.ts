import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { openCampaign } from '../campaigns/index.ts';
import { transaction } from '../platform/db/index.ts';
import { correctionsOf } from './correct-ceremony.ts';
import {
  ceremoniesOf,
  ceremonyHead,
  correctCeremony,
  createCeremony,
  expectedPeople,
  NO_PLAN,
  type Plan,
  planOf,
  recordAttendance,
  recordSymbolic,
  type SymbolicSigning,
  savePlan,
  siteUnits,
  symbolicOf,
} from './index.ts';

const now = new Date('2024-09-03T00:00:00Z');
let db: TestDatabase;
let world: World;
let campaignId: string;
let ceremonyId: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
});
beforeEach(async () => {
  campaignId = await readyCampaign(db.pool, world, now);
  const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
  await inOne((client) =>
    openCampaign(client, { agencyId: 'fakfak', campaignId, by: 'system', ...who }, now),
  );
  ceremonyId = await inOne((client) => createCeremony(client, { ...FACTS, ...ids() }, now));
});
afterAll(() => db.drop());

const FACTS = {
  kind: 'apel',
  title: 'Apel Ikrar',
  heldOn: '2024-09-11',
  heldOnStatus: 'stated',
  heldOnNote: null,
  startsAt: '07:15',
  place: 'Halaman',
  organiser: 'Dinas Contoh',
  minutes: null,
  isExample: true,
} as const;
const ids = () => ({ agencyId: 'fakfak', campaignId, by: 'system' });
const inOne: <T>(fn: Parameters<typeof transaction<T>>[1]) => Promise<T> = (fn) => transaction(db.pool, fn);
const here = () => ({ agencyId: 'fakfak', ceremonyId, by: 'system' });
const refusal = (code: string, status = 422) => expect.objectContaining({ code, status });

describe('a plan', () => {
  const save = (plan: Plan, version: number) =>
    inOne((client) => savePlan(client, { ...here(), plan, version }, now));

  it('is saved whole, and only over the version that was shown', async () => {
    const plan = { ...NO_PLAN, fallback: 'Pindah ke aula.' };
    await save(plan, 0);
    await save({ ...plan, fallback: 'Pindah ke gedung.' }, 1);
    expect(await planOf(db.pool, 'fakfak', ceremonyId)).toMatchObject({
      version: 2,
      plan: { fallback: 'Pindah ke gedung.' },
    });
    await expect(save(plan, 1)).rejects.toEqual(refusal('ceremonies.planChanged', 409));
    const both = await Promise.allSettled([save(plan, 2), save(plan, 2)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused when something in it cannot be', async () => {
    const runSheet = [{ step: 'opening', title: 'Pembukaan', minutes: 5000, who: '' }] as const;
    await expect(save({ ...NO_PLAN, runSheet: [...runSheet] }, 0)).rejects.toEqual(
      expect.objectContaining({ code: 'plan.badMinutes' }),
    );
  });

  it('tells the units of a site, those below included', async () => {
    const { dinas, seksi, kecamatan } = world.units;
    const site = { name: 'X', place: '', mode: 'onsite', startsAt: null } as const;
    const sites = [
      { ...site, id: 'a', unitIds: [dinas] },
      { ...site, id: 'b', unitIds: null },
    ];
    expect((await siteUnits(db.pool, 'fakfak', { sites }, 'a')).sort()).toEqual([dinas, seksi].sort());
    expect(await siteUnits(db.pool, 'fakfak', { sites }, 'b')).toEqual([kecamatan]);
  });
});

describe('who is expected', () => {
  it('is found by units and by part of a name, whatever stands in it', async () => {
    const names = async (filter: Parameters<typeof expectedPeople>[3]) =>
      (await expectedPeople(db.pool, 'fakfak', ceremonyId, filter)).map(({ name }) => name);
    expect(await names({})).toHaveLength(4);
    expect(await names({ unitIds: [world.units.seksi] })).toEqual(['Siti Contoh']);
    expect(await names({ search: 'YOSE' })).toEqual(['Yosefina Contoh']);
    expect(await names({ search: '%_%' })).toEqual([]);
    expect(await names({ limit: 2 })).toHaveLength(2);
  });
});

describe('signing symbolically', () => {
  const sign = (change: Partial<SymbolicSigning>) =>
    inOne((client) =>
      recordSymbolic(
        client,
        { ...here(), personId: null, name: '', office: '', unitIds: [], words: '', within: null, ...change },
        now,
      ),
    );
  const states = async () => {
    const { rows } = await db.pool.query(
      'select person_id, signed_at, symbolic_at, attended_at from coverage.standing where campaign_id = $1',
      [campaignId],
    );
    return new Map(rows.map((row) => [row.person_id, row]));
  };

  it('is nobody’s signature: everyone whom somebody stands for stays not yet, and so do they', async () => {
    const { dinas, seksi, kecamatan } = world.people;
    await sign({ personId: dinas, unitIds: [world.units.seksi], words: 'tenaga kontrak' });
    const after = await states();
    expect([...after.values()].map(({ signed_at }) => signed_at)).toEqual([null, null, null, null]);
    expect(after.get(dinas)?.symbolic_at).toEqual(now);
    for (const other of [seksi, kecamatan])
      expect(after.get(other)).toMatchObject({ symbolic_at: null, attended_at: null });
    expect(await symbolicOf(db.pool, 'fakfak', ceremonyId)).toMatchObject([
      {
        name: "Ma'ruf Contoh",
        office: 'Pranata',
        standsFor: 'Seksi Contoh; tenaga kontrak',
        personId: dinas,
      },
    ]);
  });

  it('said again replaces whom somebody stands for; an official of no audience is kept by name', async () => {
    const { dinas, seksi } = world.people;
    await sign({ personId: dinas, words: 'semua' });
    await sign({ personId: dinas, words: 'seksi saja' });
    await sign({ name: 'Contoh Bupati', office: 'Bupati', words: 'seluruh kepala dinas' });
    const onList = { ...here(), personIds: [seksi], fact: 'symbolic' } as const;
    await inOne((client) => recordAttendance(client, onList, now));
    const found = await symbolicOf(db.pool, 'fakfak', ceremonyId);
    expect(found.map(({ name, standsFor, personId }) => [name, standsFor, personId])).toEqual([
      ['Contoh Bupati', 'seluruh kepala dinas', null],
      ["Ma'ruf Contoh", 'seksi saja', dinas],
      ['Siti Contoh', null, seksi],
    ]);
  });

  it('is refused for nobody, without a name, for strangers, and outside one’s own units', async () => {
    const { dinas, retired } = world.people;
    const within = [world.units.kecamatan];
    await expect(sign({ personId: dinas })).rejects.toEqual(refusal('plan.standsForNobody'));
    await expect(sign({ words: 'x' })).rejects.toEqual(refusal('ceremonies.needed'));
    await expect(sign({ personId: retired, words: 'x' })).rejects.toEqual(
      refusal('ceremonies.notInAudience'),
    );
    await expect(sign({ personId: dinas, words: 'x', within })).rejects.toEqual(
      refusal('ceremonies.notInAudience'),
    );
    const foreign = { name: 'Contoh', unitIds: [world.units.dinas], within };
    await expect(sign(foreign)).rejects.toEqual(refusal('plan.unknownUnit'));
    expect(await symbolicOf(db.pool, 'fakfak', ceremonyId)).toEqual([]);
  });
});

describe('a correction', () => {
  const correct = (change: Record<string, unknown>) =>
    inOne((client) =>
      correctCeremony(client, { ...FACTS, ...here(), reason: 'Salah ketik.', ...change } as never, now),
    );

  it('counts at once, keeps what stood before, and says why', async () => {
    await correct({ title: 'Apel Ikrar Netralitas', heldOn: '2024-09-12' });
    await correct({ heldOn: null, heldOnStatus: 'unknown', reason: 'Tanggalnya dibantah.' });
    expect(await ceremonyHead(db.pool, 'fakfak', ceremonyId)).toMatchObject({
      title: 'Apel Ikrar',
      heldOn: null,
      heldOnStatus: 'unknown',
      campaignId,
      kind: 'apel',
    });
    expect((await ceremoniesOf(db.pool, 'fakfak', campaignId)).map(({ heldOn }) => heldOn)).toEqual([null]);
    const reasons = (await correctionsOf(db.pool, 'fakfak', ceremonyId)).map(({ reason }) => reason);
    expect(reasons).toEqual(['Tanggalnya dibantah.', 'Salah ketik.']);
    const { rows } = await db.pool.query(
      `select data from platform.event where kind = 'ceremony.corrected' and subject = $1 order by id`,
      [ceremonyId],
    );
    const was = rows.map(({ data }) => data.was);
    expect(was).toContainEqual({ title: 'Apel Ikrar', heldOn: '2024-09-11' });
  });

  it('needs a reason and a change', async () => {
    await expect(correct({ title: 'Lain', reason: '' })).rejects.toEqual(refusal('ceremonies.needed'));
    await expect(correct({})).rejects.toEqual(refusal('ceremonies.sameFacts'));
    await expect(correct({ title: 'Lain', ceremonyId: 'tak-ada' })).rejects.toEqual(
      refusal('ceremonies.unknown', 404),
    );
  });
});
