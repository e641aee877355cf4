import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addStaff,
  codesOf,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../../test/signing-world.ts';
import { closeCampaign, withdrawText } from '../../campaigns/index.ts';
import { createCeremony, presenceOf, recordPresence } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { clockDoubt, type OfflineAct, parseRecord, type SealedRecord } from '../../verify/index.ts';
import { devicePages, type Signer } from '../index.ts';
import { openTablet } from '../tablet.ts';
import { forgetDevice, refusedItems } from './devices.ts';
import type { QueueItem } from './shapes.ts';
import { takeQueue } from './take-queue.ts';
import { deviceKeys, openPack, TestDevice } from './test-device.ts';

const agencyId = 'fakfak';
const [REKA, UMPAMA, SITI] = ['Rekawati Contoh', 'Umpamana Contoh', 'Siti Contoh'];
const minutes = (n: number) => new Date(SIGNING_DAY.getTime() + n * 60_000);
let site: SigningWorld;
let campaignId: string;
let ceremonyId: string;
beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  devicePages(site.app, site.platform, site.signer);
  await addStaff(site, [
    { name: REKA, idNumber: '198503122010012007' },
    { name: UMPAMA, idKind: 'local', idNumber: 'THL-1009', category: 'non-asn', rank: null },
  ]);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
  ceremonyId = await transaction(site.db.pool, (client) => newCeremony(client));
});
afterAll(() => site.close());

function newCeremony(client: Parameters<typeof createCeremony>[0]) {
  const head = { agencyId, campaignId, kind: 'apel', title: 'Apel Contoh', heldOn: '2024-09-18' } as const;
  const rest = { heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:30', place: null } as const;
  const more = { organiser: 'Panitia Contoh', minutes: null, isExample: true, by: 'system' };
  return createCeremony(client, { ...head, ...rest, ...more }, SIGNING_DAY);
}

async function device(change: { unitId?: string | null; ceremonyId?: string | null; hours?: number } = {}) {
  const on = { agencyId, campaignId, unitId: site.world.units.dinas, ceremonyId, by: 'system', hours: 4 };
  const cookie = await transaction(site.db.pool, (client) =>
    openTablet(client, { ...on, ...change }, site.platform.now()),
  );
  return new TestDevice(site.app, `ikrar_tablet=${cookie}`).enrol();
}
const records = async (): Promise<SealedRecord[]> =>
  (
    await site.db.pool.query(
      'select record from evidence.sealed_record where campaign_id = $1 order by idx',
      [campaignId],
    )
  ).rows.map((row) => parseRecord(row.record));
const states = (answer: { items: { seq: number; state: string }[] }) =>
  answer.items.map(({ seq, state, ...more }) => [seq, state, (more as { code?: string }).code ?? null]);

describe('preparing a device', () => {
  it('gives a pack of the tablet’s units that the code opens, and that tells nothing without it', async () => {
    const codes = await codesOf(site, campaignId);
    const tablet = await device();
    const { people, ceremony, pact, order } = tablet.contents;
    expect(people.map(({ name }) => name)).toEqual(["Ma'ruf Contoh", REKA, SITI, UMPAMA]);
    expect([ceremony?.id, pact.digest.length, order]).toEqual([
      ceremonyId,
      64,
      { headFirst: false, persons: [] },
    ]);
    expect(tablet.person(REKA)).toMatchObject({ lastFour: '2007', signed: false, standing: null });
    expect(tablet.person(SITI).lastFour).toBe(null);
    expect(tablet.bySlip(codes.get(tablet.person(REKA).id) as string)?.name).toBe(REKA);
    const stored = JSON.stringify(tablet.pack);
    for (const secret of [
      'Rekawati',
      tablet.key.toString('base64url'),
      tablet.unlock,
      [...codes.values()][0],
    ])
      expect(stored).not.toContain(secret);
    expect(() => openPack(tablet.pack, '0000-0000-0000')).toThrow('another code');
    expect(() => openPack({ ...tablet.pack, expires: '2999-01-01T00:00:00.000Z' }, tablet.unlock)).toThrow();
  });
});

describe('a queue', () => {
  it('is recorded in its order, with what the device signed and when its clock said so', async () => {
    const tablet = await device();
    const items = [
      tablet.attending(1, REKA, minutes(1)),
      tablet.signing(2, REKA, minutes(2)),
      tablet.signing(3, UMPAMA, minutes(3)),
    ];
    site.setClock(minutes(60));
    const answer = await tablet.send(items, minutes(60));
    expect(states(answer)).toEqual([
      [1, 'recorded', null],
      [2, 'recorded', null],
      [3, 'recorded', null],
    ]);
    const [first, second] = await records();
    expect(first?.act).toMatchObject({
      ...{ method: 'tablet', at: minutes(60).toISOString(), ceremony: { id: ceremonyId } },
      offline: { at: minutes(2).toISOString(), sentAt: minutes(60).toISOString(), seq: 2, enrolled: true },
    });
    expect(second?.person.name).toBe(UMPAMA);
    expect(answer.items[1]).toMatchObject({ receipt: first?.receipt });
    expect(answer.signed.sort()).toEqual([tablet.person(REKA).id, tablet.person(UMPAMA).id].sort());
    expect(answer.standings).toEqual({ [tablet.person(REKA).id]: 'present' });
    const presence = await presenceOf(site.db.pool, agencyId, ceremonyId, [tablet.person(REKA).id]);
    expect([...presence.values()][0]).toMatchObject({
      ...{ how: 'list', deviceAt: minutes(1), recordedBy: `tablet:${tablet.pack.tablet}` },
    });
  });

  it('is recorded once, whoever sends it again, and two sendings at once answer the same', async () => {
    const tablet = await device();
    const items = [tablet.signing(1, REKA, minutes(1)), tablet.attending(2, REKA, minutes(1))];
    const [one, other] = await Promise.all([tablet.send(items, minutes(5)), tablet.send(items, minutes(5))]);
    expect(one.items).toEqual(other.items);
    expect(states(one)).toEqual([
      [1, 'recorded', null],
      [2, 'recorded', null],
    ]);
    site.setClock(minutes(20_000));
    expect((await tablet.send(items, minutes(20_000))).items).toEqual(one.items);
    expect((await records()).length).toBe(1);
    expect((await rows()).length).toBe(2);
  });

  it('keeps its order: a gap ends it, and a number that was used is not used again', async () => {
    const tablet = await device();
    const [first, second] = [tablet.signing(1, REKA, minutes(1)), tablet.signing(2, UMPAMA, minutes(2))];
    expect((await tablet.send([second], minutes(3))).items).toEqual([]);
    for (const wrong of [
      [second, first],
      [first, tablet.signing(3, SITI, minutes(3))],
      [first, first],
    ])
      expect((await tablet.send(wrong, minutes(3))).code).toBe('offline.outOfOrder');
    expect(await rows()).toEqual([]);
    expect(states(await tablet.send([first, second], minutes(3)))).toEqual([
      [1, 'recorded', null],
      [2, 'recorded', null],
    ]);
    const swapped = await tablet.send([tablet.signing(1, SITI, minutes(4))], minutes(4));
    expect(states(swapped)).toEqual([[1, 'refused', 'offline.swapped']]);
    expect(states(await tablet.send([first], minutes(4)))).toEqual([[1, 'recorded', null]]);
    expect((await records()).length).toBe(2);
  });

  it('is dealt with fifty at a time', async () => {
    const tablet = await device();
    const items = Array.from({ length: 60 }, (_, i) =>
      tablet.attending(i + 1, REKA, minutes(1), i % 2 ? 'late' : 'present'),
    );
    const answer = await tablet.send(items, minutes(2));
    expect(answer.items.length).toBe(50);
    expect((await tablet.send(items.slice(50), minutes(2))).items.map(({ seq }) => seq)).toEqual([
      51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
    ]);
  });

  it('after a crash between signature and answer finds its own signature, also past the deadline', async () => {
    const tablet = await device();
    const item = tablet.signing(1, REKA, minutes(1));
    const dying: Signer = {
      sign: async (request) => {
        await site.signer.sign(request);
        throw new Error('the power failed');
      },
    };
    const sent = tablet.sending([item], minutes(2));
    await expect(takeQueue(site.platform, dying, sent, 'id')).rejects.toThrow('the power failed');
    expect([(await records()).length, (await rows()).length]).toEqual([1, 0]);
    await shutCampaign();
    const answer = await tablet.send([item], minutes(3));
    expect(answer.items).toEqual([{ seq: 1, state: 'recorded', receipt: (await records())[0]?.receipt }]);
    expect((await records()).length).toBe(1);
  });

  it('is sent again where the server could not decide, and nothing behind it is taken', async () => {
    const tablet = await device();
    const items = [tablet.attending(1, REKA, minutes(1)), tablet.signing(2, REKA, minutes(1))];
    const more = [...items, tablet.attending(3, UMPAMA, minutes(1))];
    const busy: Signer = { sign: () => Promise.reject(new Refusal('platform.busy', 503)) };
    const answer = await takeQueue(site.platform, busy, tablet.sending(more, minutes(2)), 'id');
    expect(answer.items).toEqual([{ seq: 1, state: 'recorded', receipt: null }]);
    expect(states(await tablet.send(more, minutes(3))).map(([, state]) => state)).toEqual(
      Array(3).fill('recorded'),
    );
  });

  it('gives nobody’s earlier receipt, and says that they had signed', async () => {
    const tablet = await device();
    await signAs(site, campaignId, tablet.person(REKA).id);
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect(answer.items).toEqual([{ seq: 1, state: 'before', receipt: null }]);
    expect((await records()).map(({ act }) => act.method)).toEqual(['slip']);
  });

  it('seals what a wrong clock said, and the doubt can be read from it', async () => {
    const tablet = await device();
    site.setClock(minutes(60));
    await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(90));
    const [record] = await records();
    const { offline, at } = record?.act ?? {};
    expect(at).toBe(minutes(60).toISOString());
    expect(clockDoubt(at as string, offline as OfflineAct)).toBe(30);
  });
});

describe('what is refused, and stays refused', () => {
  const one = async (tablet: TestDevice, item: QueueItem) => {
    const answer = await tablet.send([item], site.platform.now());
    expect(await tablet.send([item], site.platform.now())).toMatchObject({ items: answer.items });
    return states(answer)[0]?.[2];
  };

  it('a statement that is not of these words, person, number or device', async () => {
    const tablet = await device();
    const other = await device();
    let seq = 0;
    const said = async (change: Parameters<TestDevice['signing']>[3]) => {
      seq += 1;
      return one(tablet, tablet.signing(seq, REKA, minutes(1), change));
    };
    expect(await said({ said: { text: 'f'.repeat(64) } })).toBe('offline.statement');
    expect(await said({ said: { name: UMPAMA } })).toBe('offline.statement');
    expect(await said({ said: { drawing: null } })).toBe('offline.statement');
    expect(await said({ said: { seq: 99 } })).toBe('offline.statement');
    expect(await said({ said: { device: other.pack.tablet } })).toBe('offline.statement');
    expect(await said({ said: { at: minutes(2).toISOString() } })).toBe('offline.statement');
    expect(await said({ person: tablet.person(UMPAMA).id })).toBe('signing.nameDiffers');
    expect(await said({ ticked: [0] })).toBe('signing.pointsUnread');
    expect(await said({ textDigest: 'f'.repeat(64) })).toBe('signing.textChanged');
    expect(await said({ person: 'tidak-ada' })).toBe('offline.noSuchPerson');
    expect(await said({ person: site.world.people.kecamatan })).toBe('tablet.otherUnit');
    expect(await records()).toEqual([]);
    const { rows: events } = await site.db.pool.query(
      `select data->>'code' as code from platform.event where kind = 'device.itemRefused' and actor = $1`,
      [`tablet:${tablet.pack.tablet}`],
    );
    expect(events.length).toBe(seq);
  });

  it('what was sealed for another number or device, or is nothing of ours', async () => {
    const [tablet, other] = [await device(), await device()];
    const [second, theirs] = [tablet.signing(2, REKA, minutes(1)), other.signing(1, REKA, minutes(1))];
    expect(await one(tablet, { ...second, seq: 1 })).toBe('offline.unreadable');
    expect(await one(tablet, { ...theirs, seq: 2 })).toBe('offline.unreadable');
    expect(await one(tablet, { seq: 3, sealed: 'AAAA' })).toBe('offline.unreadable');
    const nul = { kind: 'presence', person: 'a\0', standing: 'late', reason: null, how: 'list' };
    for (const body of [null, [], { kind: 'sign' }, { kind: 'lain', person: 'x' }, nul])
      expect(await one(tablet, tablet.item((await rows(tablet)).length + 1, body))).toBe(
        'offline.unreadable',
      );
  });

  it('a signature past the deadline, of a closed campaign or a withdrawn text', async () => {
    const [late, shut, gone] = [await device({ hours: 24 }), await device(), await device()];
    const withdrawal = { agencyId, campaignId, kind: 'pact', version: 1, reason: 'Keliru', by: 'system' };
    site.setClock(new Date('2024-09-30T15:00:00Z'));
    await site.db.pool.query('update signing.tablet set expires_at = $1', [new Date('2024-10-01T00:00:00Z')]);
    expect(await one(late, late.signing(1, REKA, minutes(1)))).toBe('signing.late');
    site.setClock(SIGNING_DAY);
    await transaction(site.db.pool, (client) => withdrawText(client, withdrawal as never, SIGNING_DAY));
    expect(await one(gone, gone.signing(1, REKA, minutes(1)))).toBe('signing.textWithdrawn');
    await shutCampaign();
    expect(await one(shut, shut.signing(1, REKA, minutes(1)))).toBe('signing.closed');
  });

  it('attendance without a ceremony, without the reason it needs, or of another unit', async () => {
    const [tablet, without] = [await device(), await device({ ceremonyId: null })];
    expect(await one(without, without.attending(1, REKA, minutes(1)))).toBe('offline.noCeremony');
    expect(await one(tablet, tablet.attending(1, REKA, minutes(1), 'excused'))).toBe(
      'ceremonies.reasonNeeded',
    );
    expect(await one(tablet, tablet.attending(2, site.world.people.kecamatan, minutes(1)))).toBe(
      'ceremonies.notInAudience',
    );
    expect(await one(tablet, tablet.attending(3, REKA, minutes(1), 'excused', 'Sakit'))).toBe(null);
  });
});

describe('attendance that comes twice', () => {
  it('does not stand above what somebody recorded meanwhile', async () => {
    const tablet = await device();
    const { id: personId } = tablet.person(REKA);
    const item = tablet.attending(1, REKA, minutes(1));
    await tablet.send([item], minutes(2));
    const mark = {
      personId,
      standing: 'late',
      reason: null,
      how: 'list',
      site: null,
      deviceAt: null,
    } as const;
    await transaction(site.db.pool, (client) =>
      recordPresence(client, { agencyId, ceremonyId, marks: [mark], by: 'account:x' }, minutes(3)),
    );
    await tablet.send([item], minutes(4));
    const presence = await presenceOf(site.db.pool, agencyId, ceremonyId, [personId]);
    expect(presence.get(personId)).toMatchObject({ seq: 2, standing: 'late' });
  });
});

describe('whose queue it is', () => {
  it('is told by the device’s key alone', async () => {
    const [tablet, other] = [await device(), await device()];
    const item = tablet.signing(1, REKA, minutes(1));
    expect((await tablet.send([item], minutes(1), { sentAt: minutes(2).toISOString() })).status).toBe(403);
    expect((await tablet.send([item], minutes(1), { items: [] })).code).toBe('offline.wrongKey');
    expect((await tablet.send([item], minutes(1), { tablet: other.pack.tablet })).status).toBe(403);
    expect((await tablet.send([item], minutes(1), { tablet: 'tidak-ada' })).status).toBe(404);
    expect((await tablet.send([item], minutes(1), { agency: 'lain' })).status).toBe(404);
    expect((await tablet.send([item], minutes(1), { format: 'x' as never })).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('and that key is one for each device and for good', async () => {
    const tablet = await device();
    const enrol = (publicKey: string) => tablet.post('/tablet/perangkat', { publicKey });
    expect((await enrol(tablet.keys.publicKey)).status).toBe(200);
    expect((await enrol(deviceKeys().publicKey)).status).toBe(409);
    expect((await enrol('AAAA')).status).toBe(422);
    expect((await tablet.post('/tablet/perangkat', 'x')).status).toBe(400);
    site.setClock(minutes(11));
    expect((await enrol(tablet.keys.publicKey)).status).toBe(409);
    expect((await tablet.post('/tablet/perangkat', { publicKey: '' }, '')).status).toBe(410);
    const pack = await site.app.request('http://localhost/tablet/bekal', { headers: { cookie: '' } });
    expect(pack.status).toBe(410);
  });
});

describe('a device that is over', () => {
  it('still sends within seven days of its end, and not after', async () => {
    const [tablet, other] = [await device(), await device()];
    const week = 4 * 60 + 7 * 24 * 60;
    site.setClock(minutes(week));
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(week));
    expect(states(answer)).toEqual([[1, 'recorded', null]]);
    expect([answer.forget, answer.signed]).toEqual([false, []]);
    site.setClock(minutes(week + 1));
    const late = await other.send([other.signing(1, UMPAMA, minutes(1))], minutes(week + 1));
    expect(states(late)).toEqual([[1, 'refused', 'offline.tooLate']]);
  });

  it('handed back: it forgets, and what it still held counts', async () => {
    const tablet = await device();
    await forget(tablet, 'closed');
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect([states(answer), answer.forget, answer.signed]).toEqual([[[1, 'recorded', null]], true, []]);
    expect((await tablet.post('/tablet/perangkat', { publicKey: tablet.keys.publicKey })).status).toBe(410);
  });

  it('lost: it forgets, and nothing of it counts, though the officer sees it', async () => {
    const tablet = await device();
    await forget(tablet, 'closed');
    await forget(tablet, 'lost');
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect([states(answer), answer.forget, answer.signed, answer.standings]).toEqual([
      [[1, 'refused', 'offline.lost']],
      true,
      [],
      {},
    ]);
    expect(await records()).toEqual([]);
    expect(await refusedItems(site.db.pool, { agencyId, campaignId, unitIds: null })).toMatchObject([
      { name: REKA, kind: 'sign', code: 'offline.lost', deviceAt: minutes(1) },
    ]);
  });
});

const rows = async (tablet?: TestDevice) =>
  (
    await site.db.pool.query(
      `select q.seq, q.state from signing.queued q join signing.tablet t on t.id = q.tablet_id
       where t.campaign_id = $1 and ($2::text is null or t.id = $2) order by q.tablet_id, q.seq`,
      [campaignId, tablet?.pack.tablet ?? null],
    )
  ).rows;

function forget(tablet: TestDevice, why: 'closed' | 'lost') {
  const on = { agencyId, id: tablet.pack.tablet };
  return transaction(site.db.pool, (client) => forgetDevice(client, on, why, 'account:x', minutes(1)));
}

function shutCampaign() {
  const closing = { agencyId, campaignId, reason: 'Selesai', by: 'system' };
  return transaction(site.db.pool, (client) => closeCampaign(client, closing as never, SIGNING_DAY));
}
