import { serve } from '@hono/node-server';
import { addText, createCampaign, draftTexts, withdrawText } from '../src/campaigns/index.ts';
import { createCeremony, NO_PLAN, savePlan } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { devicePages, signPages, tabletPages } from '../src/signing/index.ts';
import { openTablet } from '../src/signing/tablet.ts';
import { urls } from '../src/urls.ts';
import { parseRecord, type SealedRecord } from '../src/verify/index.ts';
import { campaignValues } from './campaign-world.ts';
import { addStaff, openForAll, openSigningWorld, type SigningWorld } from './signing-world.ts';

/** A served institution with one campaign that is open today, an apel, and people with numbers. */
export interface DeviceWorld extends SigningWorld {
  address: string;
  campaignId: string;
  ceremonyId: string;
  /** @returns the cookie's value of a new tablet of the office `dinas` and below */
  tablet(): Promise<string>;
  /** The order in which the people of STAFF sign; the first before all others. */
  order(places: readonly number[]): Promise<void>;
  withdraw(): Promise<void>;
  /** A new pact of one point. */
  replaceText(point: string): Promise<void>;
  records(): Promise<SealedRecord[]>;
}

export const STAFF = [
  { name: 'Rekawati Contoh', idNumber: '198503122010012007' },
  { name: 'Bagaskara Contoh', idNumber: '198503122010012015' },
  { name: 'Kirana Contoh, S.Sos.', idNumber: '198503122010012023' },
  { name: 'Wulan Contoh', idNumber: '198503122010012031' },
  { name: 'Aditya Contoh', idNumber: '198503122010011049' },
] as const;

/** With today's clock: a browser's own runs beside it. */
export async function openDeviceWorld(agencyId = 'fakfak'): Promise<DeviceWorld> {
  const site = await openSigningWorld(agencyId);
  const { app, platform, signer, db, world } = site;
  const now = new Date();
  site.setClock(now);
  signPages(app, platform, signer);
  devicePages(app, platform, signer);
  tabletPages(app, platform, signer);
  app.get(urls.health, (c) => c.json({ ready: true }));
  app.get(urls.home, (c) => c.html('<!doctype html><title>Ikrar</title><h1>Ikrar</h1>'));
  const staff = await addStaff(site, STAFF);
  const campaignId = await openToday(site, now);
  const ceremonyId = await transaction(db.pool, (client) =>
    createCeremony(client, apel(agencyId, campaignId), now),
  );
  const { address, close } = await served(site);
  return {
    ...{ ...site, address, campaignId, ceremonyId },
    tablet: () => {
      const on = { agencyId, campaignId, unitId: world.units.dinas, ceremonyId, by: 'system', hours: 4 };
      return transaction(db.pool, (client) => openTablet(client, on, platform.now()));
    },
    order: (places) => {
      const persons = places.map((place) => staff[place] ?? '');
      const plan = { ...NO_PLAN, order: { headFirst: true, persons } };
      return transaction(db.pool, (client) =>
        savePlan(client, { agencyId, ceremonyId, version: 0, plan, by: 'system' }, now),
      );
    },
    withdraw: () =>
      transaction(db.pool, (client) =>
        withdrawText(
          client,
          { agencyId, campaignId, kind: 'pact', version: 1, reason: 'Contoh', by: 'system' },
          now,
        ),
      ),
    replaceText: async (point) => {
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, points: [point] };
      const given = {
        agencyId,
        campaignId,
        kind: 'pact',
        text,
        draft: true,
        source: 'Draf',
        by: 'system',
      } as const;
      await transaction(db.pool, (client) => addText(client, given, now));
    },
    async records() {
      const asked = 'select record from evidence.sealed_record where campaign_id = $1 order by idx';
      const { rows } = await db.pool.query<{ record: Buffer }>(asked, [campaignId]);
      return rows.map(({ record }) => parseRecord(record));
    },
    async close() {
      await close();
      await site.close();
    },
  };
}

async function openToday({ db, world }: SigningWorld, now: Date): Promise<string> {
  const { pact } = draftTexts('pilkada', 'asn-non-asn');
  const campaignId = await transaction(db.pool, async (client) => {
    const deadline = new Date(now.getTime() + 10 * 86_400_000);
    const id = await createCampaign(client, campaignValues(world, { deadline }), now);
    const text = { kind: 'pact', text: pact, draft: true, source: 'Draf', by: 'system' } as const;
    await addText(client, { agencyId: world.agencyId, campaignId: id, ...text }, now);
    return id;
  });
  await openForAll({ db, world }, campaignId);
  return campaignId;
}

function apel(agencyId: string, campaignId: string) {
  const head = { agencyId, campaignId, kind: 'apel', title: 'Apel Contoh', heldOn: '2024-09-18' } as const;
  const rest = { heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:30', place: null } as const;
  return { ...head, ...rest, organiser: 'Panitia Contoh', minutes: null, isExample: true, by: 'system' };
}

async function served({
  app,
}: Pick<SigningWorld, 'app'>): Promise<{ address: string; close(): Promise<void> }> {
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve({ server, port }),
      );
    },
  );
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { address: `http://localhost:${port}`, close };
}
