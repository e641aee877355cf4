import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, SIGNING_DAY, signAs } from '../../../test/signing-world.ts';
import { presenceOf, recordPresence } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { clockDoubt, type OfflineAct } from '../../verify/index.ts';
import type { Signer } from '../index.ts';
import { openTablet } from '../tablet.ts';
import { takeQueue } from './take-queue.ts';
import { openPack, TestDevice } from './test-device.ts';
import {
  agencyId,
  type DeviceWorld,
  minutes,
  openDeviceWorld,
  REKA,
  SITI,
  states,
  UMPAMA,
} from './test-device-world.ts';

let site: DeviceWorld;
beforeAll(async () => {
  site = await openDeviceWorld();
});
beforeEach(() => site.begin());
afterAll(() => site.close());

describe('preparing a device', () => {
  it('gives a pack of the tablet’s units that the code opens, and that tells nothing without it', async () => {
    const codes = await codesOf(site, site.campaignId);
    const tablet = await site.device();
    const { people, ceremony, pact, order } = tablet.contents;
    expect(people.map(({ name }) => name)).toEqual(["Ma'ruf Contoh", REKA, SITI, UMPAMA]);
    expect([ceremony?.id, pact.digest.length, order]).toEqual([
      site.ceremonyId,
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

describe('a tablet that stands open', () => {
  it('gives its list to whoever prepares it while it is new, and later to nobody', async () => {
    const { campaignId, ceremonyId } = site;
    const on = { agencyId, campaignId, ceremonyId, unitId: null, by: 'system', hours: 4 };
    const prepared = async (after: number) => {
      const cookie = await transaction(site.db.pool, (client) => openTablet(client, on, SIGNING_DAY));
      site.setClock(minutes(after));
      return new TestDevice(site.app, `ikrar_tablet=${cookie}`).enrol();
    };
    expect((await prepared(29)).contents.people.length).toBeGreaterThan(3);
    await expect(prepared(31)).rejects.toThrow('offline.openedLongAgo');
  });
});

describe('a queue', () => {
  it('is recorded in its order, with what the device signed and when its clock said so', async () => {
    const tablet = await site.device();
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
    const [first, second] = await site.records();
    expect(first?.act).toMatchObject({
      ...{ method: 'tablet', at: minutes(60).toISOString(), ceremony: { id: site.ceremonyId } },
      offline: { at: minutes(2).toISOString(), sentAt: minutes(60).toISOString(), seq: 2, enrolled: true },
    });
    expect(second?.person.name).toBe(UMPAMA);
    expect(answer.items[1]).toMatchObject({ receipt: first?.receipt });
    expect(answer.signed.sort()).toEqual([tablet.person(REKA).id, tablet.person(UMPAMA).id].sort());
    expect(answer.standings).toEqual({ [tablet.person(REKA).id]: 'present' });
    const presence = await presenceOf(site.db.pool, agencyId, site.ceremonyId, [tablet.person(REKA).id]);
    expect([...presence.values()][0]).toMatchObject({
      ...{ how: 'list', deviceAt: minutes(1), recordedBy: `tablet:${tablet.pack.tablet}` },
    });
  });

  it('is recorded once, whoever sends it again, and two sendings at once answer the same', async () => {
    const tablet = await site.device();
    const items = [tablet.signing(1, REKA, minutes(1)), tablet.attending(2, REKA, minutes(1))];
    const [one, other] = await Promise.all([tablet.send(items, minutes(5)), tablet.send(items, minutes(5))]);
    expect(one.items).toEqual(other.items);
    expect(states(one)).toEqual([
      [1, 'recorded', null],
      [2, 'recorded', null],
    ]);
    site.setClock(minutes(20_000));
    expect((await tablet.send(items, minutes(20_000))).items).toEqual(one.items);
    expect((await site.records()).length).toBe(1);
    expect((await site.rows()).length).toBe(2);
  });

  it('keeps its order: a gap ends it, and a number that was used is not used again', async () => {
    const tablet = await site.device();
    const [first, second] = [tablet.signing(1, REKA, minutes(1)), tablet.signing(2, UMPAMA, minutes(2))];
    expect((await tablet.send([second], minutes(3))).items).toEqual([]);
    for (const wrong of [
      [second, first],
      [first, tablet.signing(3, SITI, minutes(3))],
      [first, first],
    ])
      expect((await tablet.send(wrong, minutes(3))).code).toBe('offline.outOfOrder');
    expect(await site.rows()).toEqual([]);
    expect(states(await tablet.send([first, second], minutes(3)))).toEqual([
      [1, 'recorded', null],
      [2, 'recorded', null],
    ]);
    const swapped = await tablet.send([tablet.signing(1, SITI, minutes(4))], minutes(4));
    expect(states(swapped)).toEqual([[1, 'refused', 'offline.swapped']]);
    expect(states(await tablet.send([first], minutes(4)))).toEqual([[1, 'recorded', null]]);
    expect((await site.records()).length).toBe(2);
  });

  it('is dealt with fifty at a time', async () => {
    const tablet = await site.device();
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
    const tablet = await site.device();
    const item = tablet.signing(1, REKA, minutes(1));
    const dying: Signer = {
      sign: async (request) => {
        await site.signer.sign(request);
        throw new Error('the power failed');
      },
    };
    const sent = tablet.sending([item], minutes(2));
    await expect(takeQueue(site.platform, dying, sent, 'id')).rejects.toThrow('the power failed');
    expect([(await site.records()).length, (await site.rows()).length]).toEqual([1, 0]);
    await site.shutCampaign();
    const answer = await tablet.send([item], minutes(3));
    expect(answer.items).toEqual([
      { seq: 1, state: 'recorded', receipt: (await site.records())[0]?.receipt },
    ]);
    expect((await site.records()).length).toBe(1);
  });

  it('is sent again where the server could not decide, and nothing behind it is taken', async () => {
    const tablet = await site.device();
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
    const tablet = await site.device();
    await signAs(site, site.campaignId, tablet.person(REKA).id);
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect(answer.items).toEqual([{ seq: 1, state: 'before', receipt: null }]);
    expect((await site.records()).map(({ act }) => act.method)).toEqual(['slip']);
  });

  it('seals what a wrong clock said, and the doubt can be read from it', async () => {
    const tablet = await site.device();
    site.setClock(minutes(60));
    await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(90));
    const [record] = await site.records();
    const { offline, at } = record?.act ?? {};
    expect(at).toBe(minutes(60).toISOString());
    expect(clockDoubt(at as string, offline as OfflineAct)).toBe(30);
  });
});

describe('attendance that comes twice', () => {
  it('does not stand above what somebody recorded meanwhile', async () => {
    const tablet = await site.device();
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
      recordPresence(
        client,
        { agencyId, ceremonyId: site.ceremonyId, marks: [mark], by: 'account:x' },
        minutes(3),
      ),
    );
    await tablet.send([item], minutes(4));
    const presence = await presenceOf(site.db.pool, agencyId, site.ceremonyId, [personId]);
    expect(presence.get(personId)).toMatchObject({ seq: 2, standing: 'late' });
  });

  it('yields to what was recorded after it was saved, as far as the device’s clock can be set right', async () => {
    const elsewhere = async (personId: string, at: Date) => {
      const mark = {
        personId,
        standing: 'late',
        reason: null,
        how: 'site-code',
        site: null,
        deviceAt: null,
      } as const;
      const marking = { agencyId, ceremonyId: site.ceremonyId, marks: [mark], by: `person:${personId}` };
      await transaction(site.db.pool, (client) => recordPresence(client, marking, at));
    };
    const tablet = await site.device();
    const [reka, siti] = [tablet.person(REKA).id, tablet.person(SITI).id];
    await elsewhere(reka, minutes(20));
    await elsewhere(siti, minutes(20));
    site.setClock(minutes(60));
    // The tablet's clock is half an hour slow: what it saved at 5 was at 35.
    const items = [
      tablet.attending(1, REKA, minutes(-20), 'absent'),
      tablet.attending(2, SITI, minutes(5), 'present'),
      tablet.attending(3, SITI, minutes(6), 'absent'),
    ];
    expect(states(await tablet.send(items, minutes(30)))).toEqual([
      [1, 'before', null],
      [2, 'recorded', null],
      [3, 'recorded', null],
    ]);
    const presence = await presenceOf(site.db.pool, agencyId, site.ceremonyId, [reka, siti]);
    expect(presence.get(reka)).toMatchObject({ seq: 1, standing: 'late' });
    expect(presence.get(siti)).toMatchObject({ seq: 3, standing: 'absent' });
  });
});
