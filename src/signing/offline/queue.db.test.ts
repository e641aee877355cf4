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
import { parseRecord, type SealedRecord } from '../../verify/index.ts';
import { devicePages } from '../index.ts';
import { openTablet } from '../tablet.ts';
import { deviceOf } from './device.ts';
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
});
void [closeCampaign, withdrawText, recordPresence, deviceOf, deviceKeys, signAs, describe];
