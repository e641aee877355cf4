import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { signedIn, testApp } from '../../test/staff.ts';
import { transaction } from '../platform/db/index.ts';
import type { App } from '../platform/http/visit.ts';
import { urls } from '../urls.ts';
import { addAccount, addGrant, claim, guard, isClaimed, signInPages } from './index.ts';
import { hashPassword, passwordMatches } from './password.ts';

const NOW = new Date('2026-02-03T04:05:06Z');
const ORIGIN = 'http://localhost';
const LOCAL = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } };
let db: TestDatabase;
let app: App;
beforeAll(async () => {
  db = await freshDatabase();
  ({ app } = testApp(db.pool, NOW));
  signInPages(app, { ...testApp(db.pool, NOW).platform });
  app.get(urls.slips, (c) => {
    const staff = guard(c, 'slips.print');
    return c.json({ unitIds: staff.unitIds, officer: staff.has('officer') });
  });
  await add('dewi', false);
});
afterAll(() => db.drop());

const add = (username: string, isExample: boolean, password = 'kata sandi panjang') =>
  transaction(db.pool, async (client) => {
    const id = await addAccount(client, { username, name: 'Dewi Contoh', password, isExample }, NOW);
    await addGrant(
      client,
      { agencyId: 'satu', accountId: id, role: 'officer', unitId: null, by: 'system' },
      NOW,
    );
    return id;
  });
const send = (path: string, body: Record<string, string>, env = {}, headers = {}) =>
  app.request(
    ORIGIN + path,
    { method: 'POST', headers: { origin: ORIGIN, ...headers }, body: new URLSearchParams(body) },
    env,
  );
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('signing in', () => {
  it('opens a session in a cookie that scripts and other sites do not get', async () => {
    const answer = await send('/masuk', { username: ' Dewi ', password: 'kata sandi panjang' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kerja']);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^ikrar_sesi=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(answer);
    expect(
      (await app.request(`${ORIGIN}/kerja/satu/gerakan/g1/lembar`, { headers: { cookie } })).status,
    ).toBe(200);
    const { rows } = await db.pool.query(`select encode(token_hash, 'base64') as hash from access.session`);
    expect(rows.some(({ hash }) => cookie.includes(hash))).toBe(false);
    const out = await send('/keluar', {}, {}, { cookie });
    expect(out.headers.getSetCookie()[0]).toMatch(/^ikrar_sesi=;/);
    expect(
      (await app.request(`${ORIGIN}/kerja/satu/gerakan/g1/lembar`, { headers: { cookie } })).status,
    ).toBe(401);
  });

  it('says the same of a wrong password and an unknown name, and is slow after ten tries', async () => {
    const wrong = await send('/masuk', { username: 'dewi', password: 'salah' });
    const unknown = await send('/masuk', { username: 'tidakada', password: 'salah' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect((await unknown.text()).replace('tidakada', 'dewi')).toBe(await wrong.text());
    for (let i = 0; i < 9; i += 1) await send('/masuk', { username: 'tidakada', password: 'salah' });
    expect((await send('/masuk', { username: 'tidakada', password: 'salah' })).status).toBe(429);
    expect((await send('/masuk', { username: 'dewi', password: 'kata sandi panjang' })).status).toBe(303);
  });

  it('is slow for one address that tries many names, and for no other', async () => {
    const from = (remoteAddress: string) => ({
      incoming: { socket: { ...LOCAL.incoming.socket, remoteAddress } },
    });
    const tried = async (address: string, username: string) =>
      (await send('/masuk', { username, password: 'Rahasia123' }, from(address))).status;
    for (let at = 0; at < 100; at += 1) expect(await tried('192.0.2.7', '!')).toBe(401);
    expect(await tried('192.0.2.7', 'nama-lain')).toBe(429);
    expect(await tried('192.0.2.8', 'nama-lain')).toBe(401);
  });

  it.each(['', '\u0000', 'x'.repeat(500_000), "' or 1=1", 'ＤＥＷＩ'])(
    'with an odd name is only wrong',
    async (username) => {
      expect((await send('/masuk', { username, password: 'x' })).status).toBe(401);
    },
  );

  it('as an example is for this machine alone, and only until somebody claims the installation', async () => {
    await add('contoh', true);
    const as = (username: string, env = {}, headers = {}) =>
      send('/masuk/contoh', { username }, env, headers);
    expect((await as('contoh')).status).toBe(403);
    expect((await as('contoh', LOCAL, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
    expect((await as('dewi', LOCAL)).status).toBe(403);
    expect((await as('contoh', LOCAL)).status).toBe(303);
    const withPassword = () => send('/masuk', { username: 'contoh', password: 'kata sandi panjang' });
    const before = await withPassword();
    expect(before.status).toBe(303);
    const work = () =>
      app.request(`${ORIGIN}/kerja/satu/gerakan/g1/lembar`, { headers: { cookie: cookieOf(before) } });
    expect((await work()).status).toBe(200);
    expect(await isClaimed(db.pool)).toBe(false);
    const claims = await Promise.allSettled(
      [1, 2, 3].map(() => transaction(db.pool, (client) => claim(client, NOW))),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await as('contoh', LOCAL)).status).toBe(403);
    expect((await withPassword()).status).toBe(401);
    expect((await work()).status).toBe(401);
  });
});

describe('accounts', () => {
  it('have a name of their own, also when two are made at once', async () => {
    const made = await Promise.allSettled([1, 2, 3].map(() => add('sama', false)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of made)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'access.usernameTaken', status: 409 });
    await expect(add('Besar', false)).rejects.toMatchObject({ code: 'access.usernameForm' });
    await expect(add('pendek', false, 'sembilan9')).rejects.toMatchObject({ code: 'access.passwordShort' });
  });

  it('keep a password only as a salted hash', async () => {
    const [a, b] = await Promise.all([hashPassword('kata sandi'), hashPassword('kata sandi')]);
    expect(a).not.toBe(b);
    expect(a).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(await passwordMatches('kata sandi', a)).toBe(true);
    expect(await passwordMatches('kata sandi ', a)).toBe(false);
  });
});

describe('the door', () => {
  it('answers nobody where an address is in no action, or its page asks no guard or another one', async () => {
    const said: string[] = [];
    const fault = console.error;
    console.error = (line: string) => said.push(line);
    const { app: other } = testApp(db.pool, NOW);
    other.get('/kerja/:agency/tanpa-tindakan', (c) => c.text('rahasia'));
    other.get(urls.devices, (c) => c.text('rahasia'));
    other.get(urls.scans, (c) => c.json(guard(c, 'slips.print').unitIds));
    const { cookie } = await signedIn(db.pool, NOW, { agencyId: 'satu', role: 'officer' });
    const at = `${ORIGIN}/kerja/satu/gerakan/g1`;
    for (const path of [`${ORIGIN}/kerja/satu/tanpa-tindakan`, `${at}/perangkat`, `${at}/pindaian`]) {
      const answer = await other.request(path, { headers: { cookie } });
      expect([answer.status, (await answer.text()).includes('rahasia')], path).toEqual([500, false]);
    }
    expect((await other.request(`${at}/perangkat`)).status).toBe(401);
    console.error = fault;
    expect(said.join()).toMatch(/No action: GET.*without its guard.*not slips.print/s);
  });
});

describe('the guard', () => {
  const look = async (path: string, ...grants: Parameters<typeof signedIn>[2][]) => {
    const { cookie } = await signedIn(db.pool, NOW, ...grants);
    const answer = await app.request(ORIGIN + path, { headers: { cookie } });
    return { status: answer.status, text: await answer.text() };
  };

  it('lets only the wanted roles of that very institution in', async () => {
    expect((await look('/kerja/satu/gerakan/g1/lembar', { agencyId: 'satu', role: 'auditor' })).status).toBe(
      403,
    );
    expect((await look('/kerja/satu/gerakan/g1/lembar', { agencyId: 'dua', role: 'officer' })).status).toBe(
      403,
    );
    expect((await look('/kerja/satu/gerakan/g1/lembar', { agencyId: 'satu', role: 'officer' })).status).toBe(
      200,
    );
    expect((await app.request(`${ORIGIN}/kerja/satu/gerakan/g1/lembar`)).status).toBe(401);
  });

  it('answers the same whether or not the institution exists', async () => {
    const [here, nowhere] = [
      await look('/kerja/satu/gerakan/g1/lembar', { agencyId: 'dua', role: 'officer' }),
      await look('/kerja/nada/gerakan/g1/lembar', { agencyId: 'dua', role: 'officer' }),
    ];
    expect(nowhere.text.replaceAll('nada', 'satu').replace(/petugas\d+/g, '')).toBe(
      here.text.replace(/petugas\d+/g, ''),
    );
  });

  it('keeps an operator to the own units, and counts no other role’s reach', async () => {
    const operator = { agencyId: 'satu', role: 'operator', unitId: 'u1' } as const;
    expect(JSON.parse((await look('/kerja/satu/gerakan/g1/lembar', operator)).text)).toEqual({
      unitIds: ['u1'],
      officer: false,
    });
    const leader = { agencyId: 'satu', role: 'leader' } as const;
    expect(JSON.parse((await look('/kerja/satu/gerakan/g1/lembar', operator, leader)).text).unitIds).toEqual([
      'u1',
    ]);
    const elsewhere = { agencyId: 'dua', role: 'officer' } as const;
    expect(JSON.parse((await look('/kerja/satu/gerakan/g1/lembar', operator, elsewhere)).text)).toEqual({
      unitIds: ['u1'],
      officer: false,
    });
  });
});
