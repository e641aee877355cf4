import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyCampaign } from '../../../test/campaign-world.ts';
import { codesOf, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import type { Role } from '../../access/index.ts';
import { slipPages } from '../index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let path: string;
let codes: Map<string, string>;
beforeAll(async () => {
  site = await openSigningWorld();
  slipPages(site.app, site.platform);
  const campaignId = await site.openedCampaign();
  path = `/kerja/${agencyId}/gerakan/${campaignId}/lembar`;
  codes = await codesOf(site, campaignId);
});
afterAll(() => site.close());

const get = (where: string, cookie: string) => site.app.request(ORIGIN + where, { headers: { cookie } });
const replace = (cookie: string, person: string) =>
  site.app.request(ORIGIN + path, {
    method: 'POST',
    headers: { cookie, origin: ORIGIN },
    body: new URLSearchParams({ person, unit: '' }),
  });
const staff = async (role: Role, unitId?: string) =>
  (await signedIn(site.db.pool, SIGNING_DAY, { agencyId, role, ...(unitId ? { unitId } : {}) })).cookie;

describe('slips', () => {
  it('show each person’s code and address, to the officer for every unit', async () => {
    const { dinas, kecamatan, seksi } = site.world.people;
    const html = await (await get(`${path}?unit=`, await staff('officer'))).text();
    for (const person of [dinas, kecamatan, seksi]) expect(html).toContain(codes.get(person));
    expect(html).toContain('Paling lambat');
    expect(html, 'an address that no other phone opens').toContain('IKRAR_URL');
    const csv = await (await get(`${path}?unit=&csv=1`, await staff('officer'))).text();
    expect(csv).toContain(`http://localhost/s/${codes.get(seksi)}`);
    expect(csv.trim().split('\n')).toHaveLength(5);
  });

  it('show an operator the own unit and below, whatever is asked for', async () => {
    const operator = await staff('operator', site.world.units.dinas);
    const { dinas, kecamatan, seksi } = site.world.people;
    for (const where of [path, `${path}?unit=`, `${path}?unit=&csv=1`]) {
      const text = await (await get(where, operator)).text();
      expect(text).toContain(codes.get(dinas));
      expect(text).toContain(codes.get(seksi));
      expect(text).not.toContain(codes.get(kecamatan));
    }
    expect((await get(`${path}?unit=${site.world.units.kecamatan}`, operator)).status).toBe(403);
  });

  it('are nothing for leaders, auditors and strangers', async () => {
    expect((await get(path, await staff('leader'))).status).toBe(403);
    expect((await get(path, await staff('auditor'))).status).toBe(403);
    expect((await get(path, '')).status).toBe(401);
    expect((await get(path.replace(agencyId, 'lain'), await staff('officer'))).status).toBe(403);
  });

  it('wait until the campaign is open', async () => {
    const waiting = await readyCampaign(site.db.pool, site.world, SIGNING_DAY);
    const answer = await get(`/kerja/${agencyId}/gerakan/${waiting}/lembar`, await staff('officer'));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Gerakan belum dibuka');
  });

  it('are replaced one at a time, by those who may', async () => {
    const { kecamatan, seksi, retired } = site.world.people;
    const operator = await staff('operator', site.world.units.dinas);
    for (const person of [kecamatan, retired, 'tidak-ada', ''])
      expect((await replace(operator, person)).status, person).toBe(403);
    expect((await replace(operator, seksi)).status).toBe(303);
    const html = await (await get(`${path}?unit=`, operator)).text();
    expect(html).not.toContain(codes.get(seksi));
    expect((await replace(await staff('auditor'), seksi)).status).toBe(403);
    expect(site.faults).toEqual([]);
  });
});
