import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignValues, createWorld, readyCampaign, type World } from '../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { transaction } from '../platform/db/index.ts';
import { textDigest } from '../verify/index.ts';
import {
  addText,
  audienceCount,
  audienceOf,
  audiencePerson,
  type Category,
  campaignOf,
  campaignsOf,
  closeCampaign,
  countAudience,
  createCampaign,
  decline,
  draftTexts,
  exempt,
  openCampaign,
  standingOf,
  textsOf,
  withdrawText,
} from './index.ts';

const now = new Date('2024-09-03T00:00:00Z');
const { pact, pledge } = draftTexts('pilkada', 'asn-non-asn');
const everyone: Category[] = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'];
let db: TestDatabase;
let world: World;
let other: World;
let campaignId: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  other = await createWorld(db.pool, 'lain', now);
});
beforeEach(async () => {
  campaignId = await readyCampaign(db.pool, world, now);
});
afterAll(() => db.drop());

const inOne: <T>(fn: Parameters<typeof transaction<T>>[1]) => Promise<T> = (fn) => transaction(db.pool, fn);
const here = () => ({ agencyId: world.agencyId, campaignId, by: 'system' });
const current = () => campaignOf(db.pool, world.agencyId, campaignId);
const open = (change: Partial<Parameters<typeof openCampaign>[1]> = {}, at = now) =>
  inOne((client) => openCampaign(client, { ...here(), categories: everyone, unitIds: null, ...change }, at));
const add = (text: typeof pact, kind: 'pact' | 'pledge' = 'pact', draft = true) =>
  inOne((client) => addText(client, { ...here(), kind, text, draft, source: 'Lampiran' }, now));
const withdraw = (version: number, reason = 'Salah ketik.') =>
  inOne((client) => withdrawText(client, { ...here(), kind: 'pact', version, reason }, now));
const refusal = (code: string, status = 422) => expect.objectContaining({ code, status });

describe('a campaign', () => {
  it('is read back as it was written, and belongs to its institution alone', async () => {
    const campaign = await current();
    expect(campaign).toMatchObject({
      title: 'Ikrar Netralitas Contoh',
      circular: { number: '800/1/SE/2024', date: '2024-09-02', issuer: 'Sekretaris Daerah', text: null },
      bases: ['Peraturan Pemerintah Nomor 94 Tahun 2021'],
      deadline: new Date('2024-09-30T14:59:00Z'),
      state: 'preparing',
      opening: null,
      pledge: null,
    });
    await expect(campaignOf(db.pool, other.agencyId, campaignId)).rejects.toEqual(
      refusal('campaigns.unknown', 404),
    );
    expect(await campaignsOf(db.pool, other.agencyId)).toEqual([]);
    expect((await campaignsOf(db.pool, world.agencyId)).some(({ id }) => id === campaignId)).toBe(true);
  });

  it.each([
    [{ deadline: new Date('2024-09-01T00:00:00Z') }, 'campaigns.deadlineBeforeCircular'],
    [{ electionId: 'pemilu-1955' }, 'campaigns.noElection'],
    [{ circularText: 'x'.repeat(200_001) }, 'campaigns.circularTooLong'],
  ])('is refused: %o', async (change, code) => {
    const made = inOne((client) => createCampaign(client, campaignValues(world, change), now));
    await expect(made).rejects.toEqual(refusal(code));
  });

  it('keeps the circular’s text out of the list', async () => {
    const id = await inOne((client) =>
      createCampaign(client, campaignValues(world, { circularText: 'Isi surat.' }), now),
    );
    expect((await campaignOf(db.pool, world.agencyId, id)).circular.text).toBe('Isi surat.');
    const listed = (await campaignsOf(db.pool, world.agencyId)).find((campaign) => campaign.id === id);
    expect(listed?.circular.text).toBeNull();
  });
});

describe('texts', () => {
  it('are versions with digests; the same words again change nothing', async () => {
    expect((await current()).pact).toMatchObject({
      version: 1,
      digest: textDigest(pact),
      draft: true,
      points: pact.points,
    });
    expect(await add(pact)).toBe(1);
    expect(await add({ ...pact, points: [...pact.points, 'Butir kelima.'] })).toBe(2);
    expect(await add(pledge, 'pledge')).toBe(1);
    const texts = await textsOf(db.pool, world.agencyId, campaignId);
    expect(texts.map(({ kind, version }) => [kind, version])).toEqual([
      ['pledge', 1],
      ['pact', 2],
      ['pact', 1],
    ]);
  });

  it('become a new version when the same words turn from draft to official', async () => {
    expect(await add(pact, 'pact', false)).toBe(2);
    expect((await current()).pact).toMatchObject({ version: 2, draft: false });
  });

  it('take thirty points and refuse thirty-one', async () => {
    const points = (count: number) => Array.from({ length: count }, (_, i) => `Butir ${i + 1}.`);
    expect(await add({ ...pact, points: points(30) })).toBe(2);
    await expect(add({ ...pact, points: points(31) })).rejects.toEqual(refusal('campaigns.textManyPoints'));
  });

  it('that are withdrawn leave none: an older one never comes back by itself', async () => {
    await add({ ...pact, title: 'Pakta baru' });
    await withdraw(2);
    expect((await current()).pact).toBeNull();
    await expect(withdraw(2)).rejects.toEqual(refusal('campaigns.textAlreadyWithdrawn', 409));
    await expect(withdraw(7)).rejects.toEqual(refusal('campaigns.textUnknown', 404));
    await expect(withdraw(1, '')).rejects.toEqual(refusal('campaigns.noReason'));
    expect((await textsOf(db.pool, world.agencyId, campaignId))[0]?.withdrawn?.reason).toBe('Salah ketik.');
    await expect(open()).rejects.toEqual(refusal('campaigns.noPact'));
    expect(await add({ ...pact, title: 'Pakta baru' })).toBe(3);
  });

  it('are pinned while people sign: the current one is withdrawn first', async () => {
    await open();
    await expect(add({ ...pact, title: 'Diam-diam diganti' })).rejects.toEqual(
      refusal('campaigns.textPinned', 409),
    );
    expect(await add(pact)).toBe(1);
    await withdraw(1);
    expect(await add({ ...pact, title: 'Pengganti' })).toBe(2);
  });

  it('added at once by two officers become two versions', async () => {
    const [a, b] = await Promise.all([add({ ...pact, title: 'A' }), add({ ...pact, title: 'B' })]);
    expect([a, b].sort()).toEqual([2, 3]);
  });
});

describe('opening', () => {
  it('writes down who must sign, without those who left, and later roster changes do not matter', async () => {
    expect(
      await countAudience(db.pool, { agencyId: world.agencyId, categories: everyone, unitIds: null }),
    ).toBe(4);
    expect(await open()).toBe(4);
    await db.pool.query(`update agencies.person set name = 'Nama Lain' where id = $1`, [world.people.dinas]);
    const person = await audiencePerson(db.pool, world.agencyId, campaignId, world.people.dinas);
    expect(person).toMatchObject({
      name: "Ma'ruf Contoh",
      unitName: 'Dinas Contoh',
      employer: 'Pemerintah Kabupaten fakfak',
      category: 'pns',
    });
    await db.pool.query(`update agencies.person set name = 'Ma''ruf Contoh' where id = $1`, [
      world.people.dinas,
    ]);
    expect(await audiencePerson(db.pool, world.agencyId, campaignId, world.people.retired)).toBeNull();
    expect(await audiencePerson(db.pool, other.agencyId, campaignId, world.people.dinas)).toBeNull();
    expect((await current()).opening).toMatchObject({ audienceSize: 4, unitIds: null, openedAt: now });
    expect((await current()).state).toBe('open');
  });

  it('takes chosen groups, and chosen units with what is below them', async () => {
    expect(await open({ categories: ['pns'], unitIds: [world.units.dinas] })).toBe(2);
    const names = (await audienceOf(db.pool, world.agencyId, campaignId)).map(({ name }) => name);
    expect(names).toEqual(["Ma'ruf Contoh", 'Siti Contoh']);
    const below = { unitIds: [world.units.dinas], search: 'SITI' };
    expect(await audienceCount(db.pool, world.agencyId, campaignId, below)).toBe(1);
    expect(
      await audienceOf(db.pool, world.agencyId, campaignId, { unitIds: [world.units.kecamatan] }),
    ).toEqual([]);
  });

  it.each([
    [{ categories: [] }, 'campaigns.noCategories'],
    [{ categories: ['cpns'] as Category[] }, 'campaigns.audienceEmpty'],
    [{ unitIds: [] }, 'campaigns.unitUnknown'],
    [{ unitIds: ['lain-dinas'] }, 'campaigns.unitUnknown'],
  ])('is refused: %o', async (change, code) => {
    await expect(open(change)).rejects.toEqual(refusal(code));
    expect((await current()).state).toBe('preparing');
  });

  it('is refused after the deadline, twice, and after closing', async () => {
    await expect(open({}, new Date('2024-10-01T00:00:00Z'))).rejects.toEqual(
      refusal('campaigns.deadlinePast'),
    );
    await open();
    await expect(open()).rejects.toEqual(refusal('campaigns.alreadyOpen', 409));
    const close = (reason: string) => inOne((client) => closeCampaign(client, { ...here(), reason }, now));
    await expect(close('')).rejects.toEqual(refusal('campaigns.noReason'));
    await close('Tenggat tercapai.');
    await expect(close('Lagi.')).rejects.toEqual(refusal('campaigns.closed', 409));
    await expect(open()).rejects.toEqual(refusal('campaigns.closed', 409));
    expect(await current()).toMatchObject({
      state: 'closed',
      closing: { reason: 'Tenggat tercapai.', closedAt: now },
    });
  });

  it('by two officers at once happens once', async () => {
    const results = await Promise.allSettled([open(), open()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await audienceCount(db.pool, world.agencyId, campaignId)).toBe(4);
  });

  it('comes before closing', async () => {
    const closed = inOne((client) => closeCampaign(client, { ...here(), reason: 'Batal.' }, now));
    await expect(closed).rejects.toEqual(refusal('campaigns.notOpen', 409));
  });
});

describe('one person', () => {
  const exemptOf = (personId: string, reason = 'Tugas belajar.') =>
    inOne((client) => exempt(client, { ...here(), personId, reason }, now));

  it('is exempted once, with a reason, and may refuse, with a note', async () => {
    await open();
    const { seksi } = world.people;
    await exemptOf(seksi);
    await inOne((client) => decline(client, { ...here(), personId: seksi, note: 'Menolak.' }, now));
    expect(await standingOf(db.pool, world.agencyId, campaignId, seksi)).toEqual({
      exempted: { reason: 'Tugas belajar.', at: now },
      declined: { note: 'Menolak.', at: now },
    });
    await expect(exemptOf(seksi)).rejects.toEqual(refusal('campaigns.alreadyExempt', 409));
    await expect(exemptOf(world.people.dinas, '')).rejects.toEqual(refusal('campaigns.noReason'));
    await expect(exemptOf(world.people.retired)).rejects.toEqual(refusal('campaigns.personUnknown', 404));
    await expect(exemptOf(other.people.dinas)).rejects.toEqual(refusal('campaigns.personUnknown', 404));
  });
});

describe('the trail', () => {
  it('has one line for each change, of this campaign alone', async () => {
    await open();
    await withdraw(1);
    await inOne((client) =>
      exempt(client, { ...here(), personId: world.people.dinas, reason: 'Cuti.' }, now),
    );
    await inOne((client) => closeCampaign(client, { ...here(), reason: 'Selesai.' }, now));
    const { rows } = await db.pool.query(
      `select kind from platform.event where agency_id = $1 and (subject = $2 or data->>'campaignId' = $2)`,
      [world.agencyId, campaignId],
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual([
      'campaign.closed',
      'campaign.created',
      'campaign.exempted',
      'campaign.opened',
      'campaign.textAdded',
      'campaign.textWithdrawn',
    ]);
  });
});
