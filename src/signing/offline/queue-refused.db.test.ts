import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SIGNING_DAY } from '../../../test/signing-world.ts';
import { withdrawText } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { refusedItems } from './devices.ts';
import type { QueueItem } from './shapes.ts';
import { deviceKeys, type TestDevice } from './test-device.ts';
import {
  agencyId,
  type DeviceWorld,
  minutes,
  openDeviceWorld,
  REKA,
  states,
  UMPAMA,
} from './test-device-world.ts';

let site: DeviceWorld;
beforeAll(async () => {
  site = await openDeviceWorld();
});
beforeEach(() => site.begin());
afterAll(() => site.close());

describe('what is refused, and stays refused', () => {
  const one = async (tablet: TestDevice, item: QueueItem) => {
    const answer = await tablet.send([item], site.platform.now());
    expect(await tablet.send([item], site.platform.now())).toMatchObject({ items: answer.items });
    return states(answer)[0]?.[2];
  };

  it('a statement that is not of these words, person, number or device', async () => {
    const tablet = await site.device();
    const other = await site.device();
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
    expect(await site.records()).toEqual([]);
    const { rows: events } = await site.db.pool.query(
      `select data->>'code' as code from platform.event where kind = 'device.itemRefused' and actor = $1`,
      [`tablet:${tablet.pack.tablet}`],
    );
    expect(events.length).toBe(seq);
  });

  it('what was sealed for another number or device, or is nothing of ours', async () => {
    const [tablet, other] = [await site.device(), await site.device()];
    const [second, theirs] = [tablet.signing(2, REKA, minutes(1)), other.signing(1, REKA, minutes(1))];
    expect(await one(tablet, { ...second, seq: 1 })).toBe('offline.unreadable');
    expect(await one(tablet, { ...theirs, seq: 2 })).toBe('offline.unreadable');
    expect(await one(tablet, { seq: 3, sealed: 'AAAA' })).toBe('offline.unreadable');
    const nul = { kind: 'presence', person: 'a\0', standing: 'late', reason: null, how: 'list' };
    for (const body of [null, [], { kind: 'sign' }, { kind: 'lain', person: 'x' }, nul])
      expect(await one(tablet, tablet.item((await site.rows(tablet)).length + 1, body))).toBe(
        'offline.unreadable',
      );
  });

  it('a signature past the deadline, of a closed campaign or a withdrawn text', async () => {
    const [late, shut, gone] = [await site.device({ hours: 24 }), await site.device(), await site.device()];
    const withdrawal = {
      agencyId,
      campaignId: site.campaignId,
      kind: 'pact',
      version: 1,
      reason: 'Keliru',
      by: 'system',
    };
    site.setClock(new Date('2024-09-30T15:00:00Z'));
    await site.db.pool.query('update signing.tablet set expires_at = $1', [new Date('2024-10-01T00:00:00Z')]);
    expect(await one(late, late.signing(1, REKA, minutes(1)))).toBe('signing.late');
    site.setClock(SIGNING_DAY);
    await transaction(site.db.pool, (client) => withdrawText(client, withdrawal as never, SIGNING_DAY));
    expect(await one(gone, gone.signing(1, REKA, minutes(1)))).toBe('signing.textWithdrawn');
    await site.shutCampaign();
    expect(await one(shut, shut.signing(1, REKA, minutes(1)))).toBe('signing.closed');
  });

  it('attendance without a ceremony, without the reason it needs, or of another unit', async () => {
    const [tablet, without] = [await site.device(), await site.device({ ceremonyId: null })];
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

describe('whose queue it is', () => {
  it('is told by the device’s key alone', async () => {
    const [tablet, other] = [await site.device(), await site.device()];
    const item = tablet.signing(1, REKA, minutes(1));
    expect((await tablet.send([item], minutes(1), { sentAt: minutes(2).toISOString() })).status).toBe(403);
    expect((await tablet.send([item], minutes(1), { items: [] })).code).toBe('offline.wrongKey');
    expect((await tablet.send([item], minutes(1), { tablet: other.pack.tablet })).status).toBe(403);
    expect((await tablet.send([item], minutes(1), { tablet: 'tidak-ada' })).status).toBe(404);
    expect((await tablet.send([item], minutes(1), { agency: 'lain' })).status).toBe(404);
    expect((await tablet.send([item], minutes(1), { format: 'x' as never })).status).toBe(400);
    expect(await site.rows()).toEqual([]);
  });

  it('and that key is one for each device and for good', async () => {
    const tablet = await site.device();
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
    const [tablet, other] = [await site.device(), await site.device()];
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
    const tablet = await site.device();
    await site.forget(tablet, 'closed');
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect([states(answer), answer.forget, answer.signed]).toEqual([[[1, 'recorded', null]], true, []]);
    expect((await tablet.post('/tablet/perangkat', { publicKey: tablet.keys.publicKey })).status).toBe(410);
  });

  it('lost: it forgets, and nothing of it counts, though the officer sees it', async () => {
    const tablet = await site.device();
    await site.forget(tablet, 'closed');
    await site.forget(tablet, 'lost');
    const answer = await tablet.send([tablet.signing(1, REKA, minutes(1))], minutes(2));
    expect([states(answer), answer.forget, answer.signed, answer.standings]).toEqual([
      [[1, 'refused', 'offline.lost']],
      true,
      [],
      {},
    ]);
    expect(await site.records()).toEqual([]);
    expect(
      await refusedItems(site.db.pool, { agencyId, campaignId: site.campaignId, unitIds: null }),
    ).toMatchObject([{ name: REKA, kind: 'sign', code: 'offline.lost', deviceAt: minutes(1) }]);
  });
});
