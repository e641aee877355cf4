import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import {
  addStaff,
  codesOf,
  openForAll,
  openSigningWorld,
  type SigningWorld,
} from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { closeCampaign } from '../../campaigns/index.ts';
import { createCeremony, NO_PLAN, presenceHistory, savePlan } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import { ceremonyCounts } from '../counts.ts';
import { closeScreen } from '../screen/close-screen.ts';
import { openScreen } from '../screen/open-screen.ts';
import { type Screen, screensOf } from '../screen/screen.ts';
import { doorKey, nodeHmac, openDoor } from './door.ts';
import { guestsOf } from './guests.ts';
import { doorPages } from './pages/pages.ts';
import { passAt } from './pass.ts';

/** 07.03 at the place; the ceremony begins at 07.00. */
const MORNING = new Date('2024-09-17T22:03:00Z');
const DAY = '2024-09-18';
let site: SigningWorld;
let other: World;
let cookies: Record<'officer' | 'operator' | 'leader', { cookie: string }>;
let withNumber: string;
let campaignId: string;
let ceremonyId: string;
let codes: Map<string, string>;

beforeAll(async () => {
  site = await openSigningWorld();
  doorPages(site.app, site.platform);
  const { pool } = site.db;
  other = await createWorld(pool, 'lain', MORNING);
  [withNumber] = (await addStaff(site, [{ name: 'Bernomor Contoh' }])) as [string];
  const agencyId = site.world.agencyId;
  cookies = {
    officer: await signedIn(pool, MORNING, { agencyId, role: 'officer' }),
    leader: await signedIn(pool, MORNING, { agencyId, role: 'leader' }),
    operator: await signedIn(pool, MORNING, {
      agencyId,
      role: 'operator',
      unitId: site.world.units.kecamatan,
    }),
  };
});
afterAll(() => site?.close());

beforeEach(async () => {
  site.setClock(MORNING);
  campaignId = await site.openedCampaign();
  codes = await codesOf(site, campaignId);
  ceremonyId = await newCeremony({});
});

function newCeremony(change: { heldOn?: string | null }): Promise<string> {
  const heldOn = change.heldOn === undefined ? DAY : change.heldOn;
  const ceremony = {
    ...{ agencyId: site.world.agencyId, campaignId, kind: 'apel' as const, title: 'Apel Contoh', heldOn },
    ...{ heldOnStatus: heldOn ? ('stated' as const) : ('unknown' as const), heldOnNote: null },
    ...{
      startsAt: '07:00',
      place: 'Halaman',
      organiser: 'Contoh',
      minutes: null,
      by: 'system',
      isExample: true,
    },
  };
  return transaction(site.db.pool, (client) => createCeremony(client, ceremony, MORNING));
}

async function openedDoor(at: string | null = null): Promise<(moment: Date) => Promise<string>> {
  const until = new Date(MORNING.getTime() + 4 * 3_600_000);
  const door = { agencyId: site.world.agencyId, ceremonyId, site: at, until, by: 'system' };
  const code = await transaction(site.db.pool, (client) => openDoor(client, door, MORNING));
  const key = doorKey(site.platform, { code, until });
  return async (moment) => passAt(nodeHmac, key, moment);
}

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
const history = (personId: string) =>
  presenceHistory(site.db.pool, site.world.agencyId, ceremonyId, personId);
const guests = () => guestsOf(site.db.pool, site.world.agencyId, ceremonyId);
const ticketIn = (html: string) => /name="tiket" value="([^"]+)"/.exec(html)?.[1] as string;
const slip = (person: string) => codes.get(person) as string;

async function otherSlip(): Promise<string> {
  const there = { ...site, world: other };
  const campaign = await readyCampaign(site.db.pool, other, MORNING);
  await openForAll(there, campaign);
  return (await codesOf(there, campaign)).get(other.people.dinas) as string;
}

describe('the code of a site', () => {
  it('records who gives their slip, once, and offers them to sign', async () => {
    const passAtMoment = await openedDoor();
    const pass = await passAtMoment(MORNING);
    const html = await (await get(`/H/${pass}`)).text();
    expect(html).toContain('Apel Contoh');
    const { dinas } = site.world.people;
    const body = { tiket: ticketIn(html), kode: `https://ikrar.example/s/${slip(dinas)}` };
    const answers = await Promise.all([post(`/h/${pass}`, body), post(`/h/${pass}`, body)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await history(dinas)).toMatchObject([
      { standing: 'present', how: 'site-code', recordedBy: `person:${dinas}` },
    ]);
    const done = await (await get(answers[0]?.headers.get('location') as string)).text();
    expect(done).toContain("Ma'ruf Contoh");
    expect(done).toContain('07.03');
    expect(done).toContain(`/s/${slip(dinas).replaceAll('-', '')}`);
  });

  it('is good for a page that was opened in time, for fifteen minutes', async () => {
    const passAtMoment = await openedDoor();
    const pass = await passAtMoment(MORNING);
    const tiket = ticketIn(await (await get(`/h/${pass}`)).text());
    const forged = tiket.replace(/^[^~]+/, 'AAAAAAAA');
    const { dinas } = site.world.people;
    const sent = async (minutes: number, ticket: string) => {
      site.setClock(later(minutes));
      return (await post(`/h/${pass}`, { tiket: ticket, kode: slip(dinas) })).status;
    };
    expect(await sent(5, forged)).toBe(410);
    expect((await get(`/h/${pass}`)).status).toBe(410);
    expect(await history(dinas)).toEqual([]);
    expect(await sent(14, tiket)).toBe(303);
    expect(await history(dinas)).toMatchObject([{ standing: 'late' }]);
    expect(await sent(16, tiket)).toBe(410);
  });

  it('takes a name with the end of its number, and stops guessing', async () => {
    const pass = await (await openedDoor())(MORNING);
    const first = await (await get(`/h/${pass}`)).text();
    const query = new URLSearchParams({ tiket: ticketIn(first), cari: 'bernomor' });
    const html = await (await get(`/h/${pass}?${query}`)).text();
    expect(html).toContain('Bernomor Contoh');
    expect(html).not.toContain('198503122010011');
    const body = { tiket: ticketIn(html), cari: 'bernomor', orang: withNumber };
    const wrong = await post(`/h/${pass}`, { ...body, lastFour: '9999' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#f-lastFour"');
    const told = await site.db.pool.query(
      "select actor, data from platform.event where kind = 'door.digitsDiffered' and subject = $1",
      [withNumber],
    );
    expect(told.rows).toMatchObject([
      { actor: expect.stringMatching(/^door:[0-9A-Z]{8}$/), data: { ceremonyId } },
    ]);
    expect((await post(`/h/${pass}`, { ...body, lastFour: '1000' })).status).toBe(303);
    expect(await history(withNumber)).toHaveLength(1);
    const guesses = [];
    for (let i = 0; i < 6; i += 1)
      guesses.push((await post(`/h/${pass}`, { ...body, lastFour: '9999' })).status);
    expect(guesses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('names nobody before three letters were typed', async () => {
    const pass = await (await openedDoor())(MORNING);
    for (const cari of ['si', 'f C', '198'])
      expect(await (await get(`/h/${pass}?${new URLSearchParams({ cari })}`)).text()).not.toContain(
        'name="orang"',
      );
  });

  it('does not take a number alone, nor a name without a number', async () => {
    const pass = await (await openedDoor())(MORNING);
    const tiket = ticketIn(await (await get(`/h/${pass}`)).text());
    const number = await post(`/h/${pass}`, { tiket, kode: '198503122010011000' });
    expect(await number.text()).toContain('NIP saja tidak cukup');
    const nobody = await post(`/h/${pass}`, { tiket, orang: site.world.people.dinas, lastFour: '' });
    expect(await nobody.text()).toContain('tidak tercatat');
  });

  it('closes with the screen that showed it, also for who kept the key', async () => {
    const at = { agencyId: site.world.agencyId, ceremonyId };
    const { pool } = site.db;
    const of = { ...at, site: null, hours: 4, by: 'system' };
    await transaction(pool, (client) => openScreen(client, site.platform, of));
    const [screen] = await screensOf(pool, at, MORNING);
    const key = doorKey(site.platform, { code: screen?.doorCode ?? '', until: screen?.expiresAt as Date });
    const path = `/h/${await passAt(nodeHmac, key, MORNING)}`;
    expect((await get(path)).status).toBe(200);
    await transaction(pool, (client) => closeScreen(client, screen as Screen, 'system', MORNING));
    const answer = await get(path);
    expect([answer.status, (await answer.text()).includes('sudah ditutup')]).toEqual([410, true]);
  });

  it('says what is in the way', async () => {
    const said = async (path: string) => (await (await get(path)).text()).replace(/&[^;]+;/g, '');
    expect(await said('/h/0000000000000000')).toContain('bukan kode lokasi');
    const passAtMoment = await openedDoor();
    expect(await said(`/h/${await passAtMoment(later(-5))}`)).toContain('sudah berganti');
    site.setClock(later(24 * 60));
    expect(await said(`/h/${await passAtMoment(MORNING)}`)).toContain('tidak berlangsung hari ini');
    site.setClock(later(5 * 60));
    expect(await said(`/h/${await passAtMoment(later(5 * 60))}`)).toContain('sudah ditutup');
    site.setClock(MORNING);
    ceremonyId = await newCeremony({ heldOn: null });
    expect(await said(`/h/${await (await openedDoor())(MORNING)}`)).toContain(
      'Tanggal apel ini tidak diketahui',
    );
  });
});

describe('the door', () => {
  it('records a slip, a badge and a name, each with the way', async () => {
    const path = to('ceremonyDoor', where());
    const { dinas, seksi } = site.world.people;
    await post(path, { teks: slip(dinas) }, cookies.officer);
    await post(path, { teks: '19850312 201001 1 000' }, cookies.officer);
    const found = await post(path, { teks: 'siti' }, cookies.officer);
    const list = await (await get(found.headers.get('location') as string, cookies.officer)).text();
    expect(list).toContain(seksi);
    const chosen = await post(path, { orang: seksi, status: 'excused', alasan: 'sakit' }, cookies.officer);
    const html = await (await get(chosen.headers.get('location') as string, cookies.officer)).text();
    expect(html).toContain('class="door-name">Siti Contoh');
    expect(await history(dinas)).toMatchObject([{ how: 'slip', standing: 'present' }]);
    expect(await history(withNumber)).toMatchObject([{ how: 'slip' }]);
    expect(await history(seksi)).toMatchObject([{ how: 'list', standing: 'excused', reason: 'sakit' }]);
    const at = { agencyId: site.world.agencyId, ceremonyId, unitIds: null };
    expect((await ceremonyCounts(site.db.pool, at)).total).toMatchObject({ present: 2, excused: 1 });
  });

  it('says when somebody was recorded already, and a second scan makes nobody late', async () => {
    const { dinas } = site.world.people;
    const headers = { ...cookies.officer, accept: 'application/json' };
    const scan = async () => (await post(to('ceremonyDoor', where()), { teks: slip(dinas) }, headers)).json();
    expect(await scan()).toMatchObject({ name: "Ma'ruf Contoh", said: 'hadir', tone: 'good' });
    site.setClock(later(60));
    expect(await scan()).toMatchObject({ said: 'hadir · sudah tercatat 07.03', tone: 'warn' });
    expect(await history(dinas)).toHaveLength(1);
  });

  it('sets a wrong mark right with a new one, and both stay readable', async () => {
    const { dinas } = site.world.people;
    const path = to('ceremonyDoor', where());
    await post(path, { teks: slip(dinas) }, cookies.officer);
    const answer = await post(path, { orang: dinas, status: 'absent' }, cookies.officer);
    expect((await history(dinas)).map(({ standing }) => standing)).toEqual(['present', 'absent']);
    const html = await (await get(answer.headers.get('location') as string, cookies.officer)).text();
    expect(html).toMatch(/door-history.*hadir.*tidak hadir/s);
  });

  it('records the slip of another institution as a guest of its own employer', async () => {
    const code = await otherSlip();
    const path = to('ceremonyDoor', where());
    const headers = { ...cookies.officer, accept: 'application/json' };
    const said = await (await post(path, { teks: code }, headers)).json();
    expect(said.said).toContain('pegawai instansi lain');
    await post(path, { teks: code }, headers);
    expect(await guests()).toEqual([
      { name: "Ma'ruf Contoh", who: 'Pranata', employer: 'Pemerintah Kabupaten lain', number: null },
    ]);
    const at = { agencyId: site.world.agencyId, ceremonyId, unitIds: null };
    expect((await ceremonyCounts(site.db.pool, at)).total).toMatchObject({ present: 0 });
    const pass = await (await openedDoor())(MORNING);
    const tiket = ticketIn(await (await get(`/h/${pass}`)).text());
    const own = await post(`/h/${pass}`, { tiket, kode: code });
    expect(await (await get(own.headers.get('location') as string)).text()).toContain('sebagai tamu');
    expect(await guests()).toHaveLength(1);
  });

  it.each([
    ['https://situs.example/promo', 'bukan lembar pribadi'],
    ['http://localhost/h/0123ABCD7GG835DH', 'kode lokasi'],
    ['http://localhost/v/fakfak/0123456789abcdef', 'pakta yang sudah ditandatangani'],
    ['198503122010019999', 'tidak ada dalam daftar'],
    ['0000-0000-0000', 'tidak'],
  ])('refuses %s clearly', async (teks, why) => {
    const headers = { ...cookies.officer, accept: 'application/json' };
    const answer = await post(to('ceremonyDoor', where()), { teks }, headers);
    expect((await answer.json()).message).toContain(why);
    expect(answer.status).toBeGreaterThanOrEqual(404);
  });

  it('asks for a reason, and keeps what was typed', async () => {
    const answer = await post(
      to('ceremonyDoor', where()),
      { teks: slip(site.world.people.dinas), status: 'excused' },
      cookies.officer,
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#f-alasan"');
    expect(html).toMatch(/value="excused"[^>]*checked/);
  });

  it('lets an operator record their own units alone, and others nothing', async () => {
    const path = to('ceremonyDoor', where());
    const { dinas, kecamatan } = site.world.people;
    expect((await post(path, { teks: slip(kecamatan) }, cookies.operator)).status).toBe(303);
    const refused = await post(path, { teks: slip(dinas) }, cookies.operator);
    const html = await refused.text();
    expect(html).toContain('dari unit lain');
    expect(html).not.toContain('ruf Contoh');
    expect((await get(path, cookies.leader)).status).toBe(403);
    expect((await get(`${path}?orang=${dinas}`, cookies.operator)).status).toBe(404);
    expect(await (await get(`${path}?cari=ruf`, cookies.operator)).text()).not.toContain('ruf Contoh');
  });

  it('knows the sites of the plan, and when each begins', async () => {
    const [yard, hall] = ['lapangan', 'aula'].map((id) => ({
      ...{ id, name: `Lokasi ${id}`, place: id, mode: 'onsite' as const, unitIds: null },
      startsAt: id === 'aula' ? '06:00' : null,
    }));
    const plan = { ...NO_PLAN, sites: [yard, hall] as never };
    const saved = { agencyId: site.world.agencyId, ceremonyId, version: 0, plan, by: 'system' };
    await transaction(site.db.pool, (client) => savePlan(client, saved, MORNING));
    const { dinas, seksi } = site.world.people;
    const path = to('ceremonyDoor', where());
    await post(path, { teks: slip(dinas), situs: 'aula' }, cookies.officer);
    await post(path, { teks: slip(seksi), situs: 'lapangan' }, cookies.officer);
    expect(await history(dinas)).toMatchObject([{ site: 'aula', standing: 'late' }]);
    expect(await history(seksi)).toMatchObject([{ site: 'lapangan', standing: 'present' }]);
    const unknown = await post(path, { teks: slip(seksi), situs: 'pasar' }, cookies.officer);
    expect(await unknown.text()).toContain('tidak ada dalam rencana');
  });

  it('is shut when the campaign is closed', async () => {
    const closing = { agencyId: site.world.agencyId, campaignId, reason: 'Selesai', by: 'system' };
    await transaction(site.db.pool, (client) => closeCampaign(client, closing, MORNING));
    const html = await (await get(to('ceremonyDoor', where()), cookies.officer)).text();
    expect(html).toContain('sudah ditutup');
    expect(html).not.toContain('name="teks"');
  });
});
