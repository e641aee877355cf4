import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { createCeremony } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import { guestsOf } from './guests.ts';
import { doorPages } from './pages/pages.ts';

const MORNING = new Date('2024-09-17T22:03:00Z');
let site: SigningWorld;
let cookies: Record<'officer' | 'operator', { cookie: string }>;
let ceremonyId: string;

beforeAll(async () => {
  site = await openSigningWorld();
  doorPages(site.app, site.platform);
  const { agencyId, units } = site.world;
  const grant = (role: 'officer' | 'operator', unitId?: string) =>
    signedIn(site.db.pool, MORNING, { agencyId, role, ...(unitId ? { unitId } : {}) });
  cookies = { officer: await grant('officer'), operator: await grant('operator', units.kecamatan) };
});
afterAll(() => site?.close());

beforeEach(async () => {
  site.setClock(MORNING);
  const campaignId = await site.openedCampaign();
  const ceremony = {
    ...{ agencyId: site.world.agencyId, campaignId, title: 'Apel Contoh', by: 'system' },
    ...{
      kind: 'apel' as const,
      heldOn: '2024-09-18',
      heldOnStatus: 'stated' as const,
      heldOnNote: null,
      startsAt: '07:00',
    },
    ...{ place: 'Halaman', organiser: 'Contoh', minutes: null, isExample: true },
  };
  ceremonyId = await transaction(site.db.pool, (client) => createCeremony(client, ceremony, MORNING));
});

const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);
const where = () => ({ agency: site.world.agencyId, ceremony: ceremonyId });
const get = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(`http://localhost${path}`, { headers });
const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  site.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { ...headers, origin: 'http://localhost' },
    body: new URLSearchParams(body),
  });
const guests = () => guestsOf(site.db.pool, site.world.agencyId, ceremonyId);

describe('guests', () => {
  it('stand apart, by name or as a group, and can be withdrawn', async () => {
    const path = to('ceremonyGuests', where());
    const person = { name: 'Tamu Contoh', office: 'Ketua', employer: 'Bawaslu Contoh' };
    const kunci =
      /name="kunci" value="(.+?)"/.exec(await (await get(path, cookies.officer)).text())?.[1] ?? '';
    for (let i = 0; i < 2; i += 1) await post(path, { ...person, kunci }, cookies.officer);
    site.setClock(later(1));
    await post(
      path,
      { count: '1.200', office: 'anggota linmas', employer: 'Satpol PP Contoh', paper: '1' },
      cookies.officer,
    );
    expect(await guests()).toEqual([
      { name: 'Tamu Contoh', who: 'Ketua', employer: 'Bawaslu Contoh', number: null },
      { name: null, who: 'anggota linmas', employer: 'Satpol PP Contoh', number: 1200 },
    ]);
    const html = await (await get(path, cookies.officer)).text();
    expect(html).toContain('rombongan 1.200 orang');
    const [, id] = /name="tarik" value="([^"]+)"/.exec(html) ?? [];
    expect((await post(path, { tarik: id as string }, cookies.officer)).status).toBe(303);
    expect(await guests()).toHaveLength(1);
  });

  it('are withdrawn by a clerk of one unit only where they recorded them', async () => {
    const path = to('ceremonyGuests', where());
    const sent = (name: string, who: { cookie: string }) =>
      post(path, { name, employer: 'Bawaslu Contoh' }, who);
    await sent('Dari Petugas Contoh', cookies.officer);
    await sent('Dari Operator Contoh', cookies.operator);
    const ids = async (who: { cookie: string }) =>
      [...(await (await get(path, who)).text()).matchAll(/name="tarik" value="([^"]+)"/g)].map(
        ([, id]) => id as string,
      );
    const [all, own] = [await ids(cookies.officer), await ids(cookies.operator)];
    expect([all.length, own.length]).toEqual([2, 1]);
    for (const tarik of all) await post(path, { tarik }, cookies.operator);
    expect((await guests()).map(({ name }) => name)).toEqual(['Dari Petugas Contoh']);
  });

  it('need a name or a number, and an employer', async () => {
    const answer = await post(to('ceremonyGuests', where()), { office: 'Ketua' }, cookies.officer);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#f-name"');
    expect(html).toContain('href="#f-employer"');
    expect(html).toContain('value="Ketua"');
  });
});

describe('the sheet on paper', () => {
  it('lists one unit, of those whom the clerk may see', async () => {
    const html = await (await get(to('ceremonySheet', where()), cookies.operator)).text();
    expect(html).toContain('Yosefina Contoh');
    expect(html).not.toContain('Siti Contoh');
  });
});
