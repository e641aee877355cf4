import { addStaff, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../test/signing-world.ts';
import { closeCampaign } from '../../campaigns/index.ts';
import { createCeremony } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { parseRecord, type SealedRecord } from '../../verify/index.ts';
import { devicePages } from '../index.ts';
import { openTablet } from '../tablet.ts';
import { forgetDevice } from './devices.ts';
import { TestDevice } from './test-device.ts';

export const agencyId = 'fakfak';
export const [REKA, UMPAMA, SITI] = ['Rekawati Contoh', 'Umpamana Contoh', 'Siti Contoh'] as const;
export const minutes = (n: number) => new Date(SIGNING_DAY.getTime() + n * 60_000);

/** What came of each item, as number, state and code. */
export const states = (answer: { items: { seq: number; state: string }[] }) =>
  answer.items.map(({ seq, state, ...more }) => [seq, state, (more as { code?: string }).code ?? null]);

export interface DeviceWorld extends SigningWorld {
  campaignId: string;
  ceremonyId: string;
  /** A new campaign with a ceremony, on the day of signing. */
  begin(): Promise<void>;
  /** A prepared tablet of the office `dinas`. */
  device(change?: { ceremonyId?: string | null; hours?: number }): Promise<TestDevice>;
  records(): Promise<SealedRecord[]>;
  /** What is kept of the queues of this campaign, or of this tablet. */
  rows(tablet?: TestDevice): Promise<{ seq: number; state: string }[]>;
  forget(tablet: TestDevice, why: 'closed' | 'lost'): Promise<void>;
  shutCampaign(): Promise<void>;
}

export async function openDeviceWorld(): Promise<DeviceWorld> {
  const site = await openSigningWorld(agencyId);
  devicePages(site.app, site.platform, site.signer);
  await addStaff(site, [
    { name: REKA, idNumber: '198503122010012007' },
    { name: UMPAMA, idKind: 'local', idNumber: 'THL-1009', category: 'non-asn', rank: null },
  ]);
  const { pool } = site.db;
  const world: DeviceWorld = {
    ...site,
    campaignId: '',
    ceremonyId: '',
    async begin() {
      site.setClock(SIGNING_DAY);
      world.campaignId = await site.openedCampaign();
      world.ceremonyId = await newCeremony(world);
    },
    async device(change = {}) {
      const { campaignId, ceremonyId } = world;
      const on = { agencyId, campaignId, ceremonyId, unitId: site.world.units.dinas, by: 'system', hours: 4 };
      const cookie = await transaction(pool, (client) =>
        openTablet(client, { ...on, ...change }, site.platform.now()),
      );
      return new TestDevice(site.app, `ikrar_tablet=${cookie}`).enrol();
    },
    async records() {
      const { rows } = await pool.query(
        'select record from evidence.sealed_record where campaign_id = $1 order by idx',
        [world.campaignId],
      );
      return rows.map((row) => parseRecord(row.record));
    },
    async rows(tablet) {
      const { rows } = await pool.query(
        `select q.seq, q.state from signing.queued q join signing.tablet t on t.id = q.tablet_id
         where t.campaign_id = $1 and ($2::text is null or t.id = $2) order by q.tablet_id, q.seq`,
        [world.campaignId, tablet?.pack.tablet ?? null],
      );
      return rows;
    },
    forget(tablet, why) {
      const on = { agencyId, id: tablet.pack.tablet };
      return transaction(pool, (client) => forgetDevice(client, on, why, 'account:x', minutes(1)));
    },
    shutCampaign() {
      const closing = { agencyId, campaignId: world.campaignId, reason: 'Selesai', by: 'system' };
      return transaction(pool, (client) => closeCampaign(client, closing, SIGNING_DAY));
    },
  };
  return world;
}

function newCeremony({ db, campaignId }: DeviceWorld): Promise<string> {
  const head = { agencyId, campaignId, kind: 'apel', title: 'Apel Contoh', heldOn: '2024-09-18' } as const;
  const rest = { heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:30', place: null } as const;
  const more = { organiser: 'Panitia Contoh', minutes: null, isExample: true, by: 'system' };
  return transaction(db.pool, (client) => createCeremony(client, { ...head, ...rest, ...more }, SIGNING_DAY));
}
