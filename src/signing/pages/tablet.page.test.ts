import type { ClientBase } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStaff, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import type { Role } from '../../access/index.ts';
import { createCeremony } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { parseRecord } from '../../verify/index.ts';
import { tabletPages } from '../index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let campaignId: string;
let nip: string;
let local: string;
beforeAll(async () => {
  site = await openSigningWorld();
  tabletPages(site.app, site.platform, site.signer);
  const [a, b] = await addStaff(site, [
    { name: 'Rekawati Contoh', idNumber: '198503122010012007' },
    { name: 'Umpamana Contoh', idKind: 'local', idNumber: 'THL-1009', category: 'non-asn', rank: null },
  ]);
  nip = a as string;
  local = b as string;
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
});
afterAll(() => site.close());

const get = (path: string, cookie = '') => site.app.request(ORIGIN + path, { headers: { cookie } });
const post = (path: string, cookie: string, body: Record<string, string | string[]>) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one);
  return site.app.request(ORIGIN + path, { method: 'POST', headers: { cookie, origin: ORIGIN }, body: form });
};
const staff = async (role: Role, unitId?: string) =>
  (await signedIn(site.db.pool, SIGNING_DAY, { agencyId, role, ...(unitId ? { unitId } : {}) })).cookie;
const opening = () => `/kerja/${agencyId}/gerakan/${campaignId}/tablet`;
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('ikrar_tablet='))
    ?.split(';')[0] ?? '';

/** A tablet of the office `dinas` and what is below it, opened by its operator. */
async function tablet(change: Record<string, string> = {}): Promise<string> {
  const operator = await staff('operator', site.world.units.dinas);
  const answer = await post(opening(), operator, { unit: site.world.units.dinas, hours: '2', ...change });
  expect(answer.status).toBe(303);
  return cookieOf(answer);
}

async function filled(cookie: string, personId: string, change: Record<string, string | string[]> = {}) {
  const html = await (await get(`/tablet/${personId}`, cookie)).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const point = [...html.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string);
  return {
    key: hidden('key'),
    digest: hidden('digest'),
    point,
    lastFour: '2007',
    typedName: 'Rekawati Contoh',
    ...change,
  };
}
const records = async () =>
  (
    await site.db.pool.query(
      'select record from evidence.sealed_record where campaign_id = $1 order by idx',
      [campaignId],
    )
  ).rows.map((row) => parseRecord(row.record));

describe('opening a tablet', () => {
  it('is for officers, and for operators of that unit or one above it', async () => {
    const { dinas, seksi, kecamatan } = site.world.units;
    const operator = await staff('operator', dinas);
    expect((await get(opening(), operator)).status).toBe(200);
    for (const unit of [kecamatan, '', 'tidak-ada'])
      expect((await post(opening(), operator, { unit })).status, unit).toBe(403);
    expect((await post(opening(), operator, { unit: seksi })).status).toBe(303);
    for (const role of ['leader', 'auditor'] as const) {
      const other = await staff(role);
      expect([(await get(opening(), other)).status, (await post(opening(), other, {})).status]).toEqual([
        403, 403,
      ]);
    }
    expect((await post(opening(), await staff('officer'), { unit: '' })).status).toBe(303);
    expect((await post(opening(), await staff('officer'), { unit: 'tidak-ada' })).status).toBe(403);
    expect((await post(opening(), '', { unit: '' })).status).toBe(401);
  });

  it('ends the operator’s session on the device, and for the token itself', async () => {
    const operator = await staff('operator', site.world.units.dinas);
    const answer = await post(opening(), operator, { unit: site.world.units.dinas });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.find((line) => line.startsWith('ikrar_sesi='))).toMatch(
      /Max-Age=0.*Path=\/|Path=\/.*Max-Age=0/,
    );
    expect(cookies.find((line) => line.startsWith('ikrar_tablet='))).toMatch(/Path=\/tablet;.*HttpOnly/);
    expect((await get(opening(), operator)).status).toBe(401);
  });

  it('takes a ceremony of this campaign only, and a campaign that exists', async () => {
    const officer = () => staff('officer');
    expect((await post(opening(), await officer(), { unit: '', ceremony: 'tidak-ada' })).status).toBe(403);
    const elsewhere = `/kerja/${agencyId}/gerakan/tidak-ada/tablet`;
    expect((await post(elsewhere, await officer(), { unit: '' })).status).toBe(404);
  });

  it('lasts as long as chosen, a day at most', async () => {
    for (const [hours, minutes] of [
      ['2', 120],
      ['999', 1440],
      ['banyak', 240],
      ['-3', 60],
    ] as const) {
      site.setClock(SIGNING_DAY);
      const cookie = await tablet({ hours });
      site.setClock(new Date(SIGNING_DAY.getTime() + minutes * 60_000 - 1));
      expect((await get('/tablet', cookie)).status, hours).toBe(200);
      site.setClock(new Date(SIGNING_DAY.getTime() + minutes * 60_000));
      expect((await get('/tablet', cookie)).status, hours).toBe(410);
    }
  });
});

describe('a tablet', () => {
  it('names nobody before three letters, and then those of its unit and below', async () => {
    const cookie = await tablet();
    for (const search of ['', '?cari=', '?cari=co', '?cari=c+o', '?cari=%25%25%25', '?cari=...'])
      expect(await (await get(`/tablet${search}`, cookie)).text(), search).not.toContain('Contoh</a>');
    const html = await (await get('/tablet?cari=contoh', cookie)).text();
    for (const name of ['Rekawati Contoh', 'Umpamana Contoh', 'Siti Contoh']) expect(html).toContain(name);
    expect(html).not.toContain('Yosefina');
    expect(html).not.toContain('198503');
    const found = await (await get('/tablet?cari=reKAW', cookie)).text();
    expect(found).toContain('Rekawati Contoh');
    expect(found).not.toContain('Siti Contoh');
    for (const odd of ['%25', '_', '%5C', 'x'.repeat(500)])
      expect(await (await get(`/tablet?cari=${odd}`, cookie)).text(), odd).not.toContain('Siti Contoh');
    expect((await get('/tablet?cari=%00', cookie)).status).toBeLessThan(500);
    expect(site.faults).toEqual([]);
  });

  it('shows ten names at most', async () => {
    await addStaff(
      site,
      Array.from({ length: 12 }, (_, i) => ({ idNumber: `19850312201001${3000 + i}` })),
    );
    campaignId = await site.openedCampaign();
    const html = await (await get('/tablet?cari=pegawai', await tablet())).text();
    expect(html.match(/Pegawai Contoh [^<]+<\/a>/g)).toHaveLength(10);
    expect(html).toContain('Ada nama lain yang cocok');
  });

  it('signs the person who picks the own name and knows the own number', async () => {
    const cookie = await tablet();
    const page = await (await get(`/tablet/${nip}`, cookie)).text();
    expect(page).toContain('••••');
    expect(page).not.toContain('19850312');
    expect(page).not.toContain('198503122010012007');
    const form = await filled(cookie, nip);
    const answer = await post(`/tablet/${nip}`, cookie, form);
    const mine = `/tablet/${nip}?kunci=${form.key}`;
    expect([answer.status, answer.headers.get('location')]).toEqual([303, mine]);
    const again = await post(`/tablet/${nip}`, cookie, form);
    expect(again.headers.get('location')).toBe(mine);
    const receipt = await get(mine, cookie);
    const html = await receipt.text();
    const [record] = await records();
    expect(html).toContain(record!.receipt);
    expect(html).not.toContain('pakta.pdf');
    expect(receipt.headers.get('refresh')).toBe('30; url=/tablet');
    expect(record!.act).toMatchObject({ method: 'tablet', ceremony: null });
    const other = await post(`/tablet/${nip}`, cookie, { ...form, key: 'kunci-lain-00000' });
    expect(other.headers.get('location')).toBe(`/tablet/${nip}`);
    const closed = await (await get(`/tablet/${nip}`, cookie)).text();
    expect(closed).toContain('sudah menandatangani');
    expect(closed).not.toContain(record!.receipt);
    expect(await records()).toHaveLength(1);
  });

  it('seals the ceremony it was opened for', async () => {
    const ceremony = {
      ...{ agencyId, campaignId, kind: 'apel', title: 'Apel Contoh', heldOn: '2024-09-18', isExample: true },
      ...{
        heldOnStatus: 'stated',
        heldOnNote: null,
        place: null,
        organiser: 'Dinas Contoh',
        startsAt: null,
        minutes: null,
      },
      by: 'system',
    } as unknown as Parameters<typeof createCeremony>[1];
    const id = await transaction(site.db.pool, (client: ClientBase) =>
      createCeremony(client, ceremony, SIGNING_DAY),
    );
    const cookie = await tablet({ ceremony: id });
    await post(`/tablet/${nip}`, cookie, await filled(cookie, nip));
    expect((await records())[0]!.act.ceremony).toEqual({ id, title: 'Apel Contoh', date: '2024-09-18' });
  });

  it.each(['', '1234', '12345', '007', '２００７'])('refuses wrong last digits: %j', async (lastFour) => {
    const cookie = await tablet();
    const answer = await post(`/tablet/${nip}`, cookie, await filled(cookie, nip, { lastFour }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#f-lastFour"');
    expect(html).toContain('value="Rekawati Contoh"');
    expect(html).not.toContain('2007');
    expect(await records()).toHaveLength(0);
  });

  it('does not let the digits be searched', async () => {
    const cookie = await tablet();
    const form = await filled(cookie, nip, { lastFour: '0000' });
    for (let i = 0; i < 5; i += 1) expect((await post(`/tablet/${nip}`, cookie, form)).status).toBe(422);
    const another = await tablet();
    expect((await post(`/tablet/${nip}`, another, { ...form, lastFour: '2007' })).status).toBe(429);
    const { rows } = await site.db.pool.query(
      `select subject, data from platform.event where kind = 'tablet.digitsDiffered' and actor = $1`,
      [`tablet:${cookie.split('.')[1]}`],
    );
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ subject: nip, data: { campaignId } })));
    site.setClock(new Date(SIGNING_DAY.getTime() + 60_000));
    expect((await post(`/tablet/${nip}`, cookie, { ...form, lastFour: '2007' })).status).toBe(303);
  });

  it('asks for the end of a local number too, and for none where there is none', async () => {
    const cookie = await tablet();
    const form = await filled(cookie, local, { lastFour: '1009', typedName: 'Umpamana Contoh' });
    expect((await post(`/tablet/${local}`, cookie, form)).status).toBe(303);
    const { seksi } = site.world.people;
    expect(await (await get(`/tablet/${seksi}`, cookie)).text()).not.toContain('lastFour');
    const bare = await filled(cookie, seksi, { lastFour: '', typedName: 'Siti Contoh' });
    expect((await post(`/tablet/${seksi}`, cookie, bare)).status).toBe(303);
  });

  it('knows nobody of another unit, nor of another campaign or institution', async () => {
    const cookie = await tablet();
    const { kecamatan, retired } = site.world.people;
    const form = await filled(cookie, nip, { typedName: 'Yosefina Contoh', lastFour: '' });
    expect((await get(`/tablet/${kecamatan}`, cookie)).status).toBe(403);
    expect((await post(`/tablet/${kecamatan}`, cookie, form)).status).toBe(403);
    for (const person of [retired, 'tidak-ada'])
      expect((await get(`/tablet/${person}`, cookie)).status).toBe(404);
    expect(await records()).toHaveLength(0);
  });

  it('that was closed, or is somebody’s guess, does nothing', async () => {
    const cookie = await tablet();
    const form = await filled(cookie, nip);
    const [name, id] = cookie.split('=')[1]!.split('.');
    for (const guess of ['', 'x', 'a.b.c', `${name}.${id}.`, `${name}.${id}.AAAA`, `lain.${id}.x`])
      expect((await get('/tablet', `ikrar_tablet=${guess}`)).status, guess).toBe(410);
    const answer = await post('/tablet', cookie, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(answer.headers.getSetCookie()[0]).toMatch(/ikrar_tablet=;.*Path=\/tablet/);
    expect((await get('/tablet', cookie)).status).toBe(410);
    const late = await post(`/tablet/${nip}`, cookie, form);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('Tablet ini tidak dibuka');
    expect(await records()).toHaveLength(0);
    expect(site.faults).toEqual([]);
  });
});
