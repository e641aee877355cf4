import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  addStaff,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
} from '../../../../test/signing-world.ts';
import { signedIn } from '../../../../test/staff.ts';
import type { Role } from '../../../access/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { devicePages, devicesPage } from '../../index.ts';
import { openTablet } from '../../tablet.ts';
import { TestDevice } from '../test-device.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
const NAME = 'Rekawati Contoh';
const minutes = (n: number) => new Date(SIGNING_DAY.getTime() + n * 60_000);
let site: SigningWorld;
let campaignId: string;
beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  devicePages(site.app, site.platform, site.signer);
  devicesPage(site.app, site.platform);
  await addStaff(site, [{ name: NAME, idNumber: '198503122010012007' }]);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
});
afterAll(() => site.close());

const page = () => `/kerja/${agencyId}/gerakan/${campaignId}/perangkat`;
const staff = async (role: Role, unitId?: string) =>
  (await signedIn(site.db.pool, SIGNING_DAY, { agencyId, role, ...(unitId ? { unitId } : {}) })).cookie;
const get = async (cookie: string) => {
  const answer = await site.app.request(ORIGIN + page(), { headers: { cookie } });
  return { status: answer.status, html: (await answer.text()).replace(/<[^>]+>/g, ' ') };
};
const post = async (cookie: string, body: Record<string, string>) => {
  const headers = { cookie, origin: ORIGIN };
  const form = new URLSearchParams(body);
  const answer = await site.app.request(ORIGIN + page(), { method: 'POST', headers, body: form });
  return { status: answer.status, html: (await answer.text()).replace(/<[^>]+>/g, ' ') };
};
const events = async (kind: string) =>
  (await site.db.pool.query('select actor, subject, data from platform.event where kind = $1', [kind])).rows;

async function device(unitId: string | null = site.world.units.dinas) {
  const on = { agencyId, campaignId, unitId, ceremonyId: null, by: 'system', hours: 4 };
  const cookie = await transaction(site.db.pool, (client) => openTablet(client, on, site.platform.now()));
  return new TestDevice(site.app, `ikrar_tablet=${cookie}`).enrol();
}

it('shows an operator the tablets of their own units, an officer all, and nobody else any', async () => {
  const [own, other, whole] = [await device(), await device(site.world.units.kecamatan), await device(null)];
  const names = [own, other, whole].map(({ pack }) => pack.tablet.slice(-6));
  const seen = async (cookie: string) => {
    const { html } = await get(cookie);
    return names.map((name) => html.includes(name));
  };
  expect(await seen(await staff('officer'))).toEqual([true, true, true]);
  const operator = await staff('operator', site.world.units.dinas);
  expect(await seen(operator)).toEqual([true, false, false]);
  for (const role of ['leader', 'auditor'] as const) expect((await get(await staff(role))).status).toBe(403);
  expect((await get('')).status).toBe(401);
  for (const { pack } of [other, whole])
    expect((await post(operator, { device: pack.tablet, act: 'code' })).status).toBe(403);
  expect((await post(operator, { device: 'tidak-ada', why: 'lost' })).status).toBe(403);
});

it('says what was heard of a device: counts, clock, and what was refused with the reason in words', async () => {
  const tablet = await device();
  const officer = await staff('officer');
  const empty = (await get(officer)).html;
  for (const words of ['Siap tanpa jaringan', 'Dinas Contoh', '0 dicatat, 0 sudah ada sebelumnya, 0 ditolak'])
    expect(empty).toContain(words);
  expect(empty).toContain('Tidak tercatat');
  expect(empty).not.toContain('Kiriman yang ditolak');
  site.setClock(minutes(60));
  const items = [
    tablet.signing(1, NAME, minutes(1)),
    tablet.signing(2, 'Siti Contoh', minutes(1), { ticked: [] }),
  ];
  await tablet.send(items, minutes(80));
  const { html } = await get(officer);
  for (const words of [
    '1 dicatat, 0 sudah ada sebelumnya, 1 ditolak',
    'Lebih cepat sekitar 20 menit',
    'Kiriman yang ditolak',
    'Siti Contoh',
    'Tidak semua butir dicentang',
  ])
    expect(html).toContain(words);
});

it('shows the unlock code to whoever may run the device, leaves a trace, and not where it is over', async () => {
  const tablet = await device();
  const operator = await staff('operator', site.world.units.dinas);
  expect((await get(operator)).html).not.toContain(tablet.unlock);
  const { status, html } = await post(operator, { device: tablet.pack.tablet, act: 'code' });
  expect([status, html.includes(tablet.unlock)]).toEqual([200, true]);
  expect(await events('device.codeShown')).toMatchObject([{ subject: tablet.pack.tablet }]);
  site.setClock(minutes(241));
  expect((await post(operator, { device: tablet.pack.tablet, act: 'code' })).status).toBe(410);
});

it('tells a device to forget: handed back, and then lost, but never the other way', async () => {
  const tablet = await device();
  const officer = await staff('officer');
  const forget = (why: string) => post(officer, { device: tablet.pack.tablet, why });
  expect((await forget('lain')).status).toBe(400);
  expect((await forget('closed')).status).toBe(303);
  expect((await get(officer)).html).toContain('Berakhir');
  expect((await forget('lost')).status).toBe(303);
  expect((await forget('lost')).status).toBe(303);
  expect((await forget('closed')).status).toBe(303);
  const { html } = await get(officer);
  expect(html).toContain('Hilang');
  expect(html).not.toContain('Lupakan perangkat ini');
  expect((await post(officer, { device: tablet.pack.tablet, act: 'code' })).status).toBe(410);
  expect((await events('device.forgotten')).map(({ data }) => data.why).slice(0, 2)).toEqual([
    'closed',
    'lost',
  ]);
});
