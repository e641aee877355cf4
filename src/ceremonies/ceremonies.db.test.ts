import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { openCampaign } from '../campaigns/index.ts';
import { transaction } from '../platform/db/index.ts';
import {
  addOfficer,
  addParticipation,
  addSource,
  attendanceOf,
  ceremoniesOf,
  ceremonyOf,
  createCeremony,
  type NewCeremony,
  recordAttendance,
} from './index.ts';

const now = new Date('2024-09-03T00:00:00Z');
let db: TestDatabase;
let world: World;
let campaignId: string;
let ceremonyId: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
});
beforeEach(async () => {
  campaignId = await readyCampaign(db.pool, world, now);
  const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
  await inOne((client) =>
    openCampaign(client, { agencyId: 'fakfak', campaignId, by: 'system', ...who }, now),
  );
  ceremonyId = await create();
});
afterAll(() => db.drop());

const inOne: <T>(fn: Parameters<typeof transaction<T>>[1]) => Promise<T> = (fn) => transaction(db.pool, fn);
const here = () => ({ agencyId: 'fakfak', ceremonyId, by: 'system' });
const refusal = (code: string, status = 422) => expect.objectContaining({ code, status });
function create(change: Partial<NewCeremony> = {}): Promise<string> {
  const date = {
    heldOn: null,
    heldOnStatus: 'unknown',
    heldOnNote: 'Tidak disebut.',
    startsAt: null,
  } as const;
  const about = {
    kind: 'apel',
    title: 'Apel ikrar',
    place: null,
    organiser: 'Dinas Contoh',
    minutes: null,
  } as const;
  const ceremony = {
    agencyId: 'fakfak',
    campaignId,
    isExample: true,
    by: 'system',
    ...date,
    ...about,
    ...change,
  };
  return inOne((client) => createCeremony(client, ceremony, now));
}
const attend = (personIds: string[], fact: 'read' | 'symbolic' = 'read', unitIds: string[] | null = null) =>
  inOne((client) => recordAttendance(client, { ...here(), personIds, fact, unitIds }, now));
const officer = (name: string) =>
  inOne((client) =>
    addOfficer(
      client,
      { ...here(), role: 'leader', name, office: 'Bupati Contoh', officeStatus: 'pj', employer: null },
      now,
    ),
  );

describe('a ceremony', () => {
  it('of unknown date stays so, and belongs to its institution alone', async () => {
    const ceremony = await ceremonyOf(db.pool, 'fakfak', ceremonyId);
    expect(ceremony).toMatchObject({
      heldOn: null,
      heldOnStatus: 'unknown',
      campaignId,
      officers: [],
      sources: [],
    });
    await expect(ceremonyOf(db.pool, 'lain', ceremonyId)).rejects.toEqual(refusal('ceremonies.unknown', 404));
    expect(await ceremoniesOf(db.pool, 'lain', campaignId)).toEqual([]);
  });

  it('is refused without a campaign of the same institution, or with a derived date that says not how', async () => {
    await expect(create({ agencyId: 'lain' })).rejects.toEqual(refusal('campaigns.unknown', 404));
    const derived = create({ heldOn: '2023-02-23', heldOnStatus: 'derived', heldOnNote: null });
    await expect(derived).rejects.toEqual(refusal('ceremonies.derivedWithoutNote'));
  });

  it('stands in the list by date, unknown last', async () => {
    const stated = await create({ heldOn: '2024-09-11', heldOnStatus: 'stated' });
    const ids = (await ceremoniesOf(db.pool, 'fakfak', campaignId)).map(({ id }) => id);
    expect(ids).toEqual([stated, ceremonyId]);
  });
});

describe('its lines', () => {
  it('are numbered, also when two are added at once', async () => {
    const numbers = await Promise.all([officer('Contoh Satu'), officer('Contoh Dua')]);
    expect(numbers.sort()).toEqual([1, 2]);
    const { officers } = await ceremonyOf(db.pool, 'fakfak', ceremonyId);
    expect(officers.map(({ officeStatus }) => officeStatus)).toEqual(['pj', 'pj']);
    await expect(officer('')).rejects.toEqual(refusal('ceremonies.needed'));
  });

  it('keep each group’s own employer, number, qualifier and source', async () => {
    const group = {
      fact: 'attended',
      who: 'Camat dan lurah',
      employer: 'Pemerintah Kabupaten Lain',
    } as const;
    const count = { number: 252, qualifier: 'at-least', source: 'Kesbangpol' } as const;
    await inOne((client) => addParticipation(client, { ...here(), ...group, ...count }, now));
    const { participations } = await ceremonyOf(db.pool, 'fakfak', ceremonyId);
    expect(participations).toEqual([{ seq: 1, ...group, ...count }]);
  });

  it('keep a source with its text, and refuse an empty or endless one', async () => {
    const add = (body: string) =>
      inOne((client) => addSource(client, { ...here(), title: 'Catatan', publisher: null, body }, now));
    expect(await add('Isi.\n\nBaris dua.')).toBe(1);
    expect((await ceremonyOf(db.pool, 'fakfak', ceremonyId)).sources[0]?.body).toBe('Isi.\n\nBaris dua.');
    await expect(add('')).rejects.toEqual(refusal('ceremonies.needed'));
    await expect(add('x'.repeat(200_001))).rejects.toEqual(refusal('ceremonies.sourceTooLong'));
  });

  it('belong to a ceremony that exists', async () => {
    ceremonyId = 'tidak-ada';
    await expect(officer('Contoh')).rejects.toEqual(refusal('ceremonies.unknown', 404));
    await expect(attend([world.people.dinas])).rejects.toEqual(refusal('ceremonies.unknown', 404));
  });
});

describe('attendance', () => {
  it('said twice changes nothing, and each fact is its own', async () => {
    const { dinas, seksi } = world.people;
    expect(await attend([dinas, seksi, dinas])).toBe(2);
    expect(await attend([dinas, seksi])).toBe(0);
    expect(await attend([dinas], 'symbolic')).toBe(1);
    const { attendance } = await ceremonyOf(db.pool, 'fakfak', ceremonyId);
    expect(attendance).toEqual({ attended: 0, read: 2, witnessed: 0, symbolic: 1 });
    const found = await attendanceOf(db.pool, 'fakfak', ceremonyId, [dinas, seksi]);
    expect([...(found.get(dinas) ?? [])].sort()).toEqual(['read', 'symbolic']);
    const { rows } = await db.pool.query(
      `select count(*)::int as n from platform.event where kind = 'ceremony.attendance' and subject = $1`,
      [ceremonyId],
    );
    expect(rows[0].n).toBe(2);
  });

  it('of somebody outside the audience, or the given units, records nobody', async () => {
    const { dinas, kecamatan, retired } = world.people;
    await expect(attend([dinas, retired])).rejects.toEqual(refusal('ceremonies.notInAudience'));
    await expect(attend([dinas, kecamatan], 'read', [world.units.dinas])).rejects.toEqual(
      refusal('ceremonies.notInAudience'),
    );
    expect((await ceremonyOf(db.pool, 'fakfak', ceremonyId)).attendance.read).toBe(0);
  });
});
