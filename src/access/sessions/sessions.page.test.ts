import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leads, openWaySite, PASSWORD, type WaySite } from '../ways/test-way-site.ts';

const START = new Date('2026-02-03T04:05:06Z');
let site: WaySite;
beforeAll(async () => {
  site = await openWaySite({}, START);
});
afterAll(() => site?.close());
const after = (minutes: number) => site.setClock(new Date(START.getTime() + minutes * 60_000));
const idsIn = (html: string) =>
  [...html.matchAll(/name="sesi" value="([0-9a-f]{16})"/g)].map(([, id]) => id ?? '');

describe('sessions', () => {
  it('are listed to their owner, who ends one or all others; at once, whichever server is asked', async () => {
    await site.add('dewi', 'satu');
    await site.add('rudi', 'satu');
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => site.browser().signIn('dewi')));
    const other = await site.browser().signIn('rudi');
    if (!first || !second || !third) throw new Error('no browsers');
    const html = await first.text('/kerja/akses');
    expect(idsIn(html)).toHaveLength(3);
    expect(html).toContain('sesi ini');
    const [theirs = ''] = idsIn(await other.text('/kerja/akses'));
    await first.post('/kerja/akses', { aksi: 'akhiri', sesi: theirs });
    expect((await other.get('/kerja/satu/gerakan')).status).toBe(200);

    const own = idsIn(await second.text('/kerja/akses'));
    const { rows } = await site.db.pool.query("select encode(token_hash, 'hex') as hash from access.session");
    expect(own.every((id) => rows.some(({ hash }) => hash.startsWith(id)))).toBe(true);
    await first.post('/kerja/akses', { aksi: 'akhiri-lain' });
    expect((await second.get('/kerja/satu/gerakan')).status).toBe(401);
    expect((await third.get('/kerja/satu/gerakan')).status).toBe(401);
    const [mine = ''] = idsIn(await first.text('/kerja/akses'));
    await first.post('/kerja/akses', { aksi: 'akhiri', sesi: mine });
    expect((await first.get('/kerja/satu/gerakan')).status).toBe(401);
    expect(await site.kinds()).toContain('account.sessionsEnded');
  });

  it('write when somebody was here at most once in five minutes', async () => {
    after(0);
    await site.add('sari', 'satu');
    const browser = await site.browser().signIn('sari');
    const seen = async () =>
      (await site.db.pool.query('select max(seen_at) as at from access.session')).rows[0].at.toISOString();
    after(4);
    await browser.get('/kerja/satu/gerakan');
    expect(await seen()).toBe(START.toISOString());
    after(6);
    await browser.get('/kerja/satu/gerakan');
    expect(await seen()).toBe(new Date(START.getTime() + 6 * 60_000).toISOString());
  });

  it('keep of the browser its family alone, and end when another begins in it', async () => {
    after(0);
    await site.add('tono', 'satu');
    const browser = await site.browser().signIn('tono');
    const before = browser.cookies.get('ikrar_sesi') ?? '';
    await browser.post('/masuk', { username: 'tono', password: PASSWORD });
    const thief = site.browser();
    thief.cookies.set('ikrar_sesi', before);
    expect((await thief.get('/kerja/satu/gerakan')).status).toBe(401);
  });
});

describe('what takes power', () => {
  const path = async () =>
    `/kerja/satu/akun/${await site.add(`orang${Math.random().toString(36).slice(2, 8)}`, 'satu')}/masuk`;

  it('leads to a proof and back, ten minutes after the last', async () => {
    after(0);
    await site.add('kepala', 'satu');
    const page = await path();
    const browser = await site.browser().signIn('kepala');
    expect((await browser.get(page)).status).toBe(200);
    after(11);
    const to = leads(await browser.get(`${page}?a=1`)) as string;
    expect(to).toBe(`/masuk/ulang?ke=${encodeURIComponent(`${page}?a=1`)}`);
    expect(await browser.text(to)).toContain('Kata sandi Anda');
    const wrong = await browser.post(to, { password: 'salah' });
    expect([wrong.status, (await wrong.text()).includes('Kata sandi tidak cocok')]).toEqual([401, true]);
    expect(leads(await browser.post(to, { password: PASSWORD }))).toBe(`${page}?a=1`);
    expect((await browser.get(page)).status).toBe(200);
  });

  it('is not done by a form that comes too late; its tab can send it again', async () => {
    after(0);
    await site.add('ketua', 'satu');
    const page = await path();
    const browser = await site.browser().signIn('ketua');
    after(11);
    const late = await browser.post(page, { email: 'x@contoh.example' });
    const html = await late.text();
    expect([late.status, html.includes('muat ulang')]).toEqual([401, true]);
    const tab = /href="(\/masuk\/ulang\?ke=[^"]+)" target="_blank"/.exec(html)?.[1] ?? '';
    const done = leads(await browser.post(tab, { password: PASSWORD })) as string;
    expect(await browser.text(done)).toContain('kembali ke tab tadi');
    expect((await browser.post(page, { email: '' })).status).toBe(303);
  });

  it('goes to no other site, asks a stranger to sign in first, and is slow for who guesses', async () => {
    after(0);
    await site.add('wakil', 'satu');
    const browser = await site.browser().signIn('wakil');
    for (const to of ['https://lain.example', '//lain.example', '/\t/lain.example'])
      expect(
        leads(await browser.post(`/masuk/ulang?ke=${encodeURIComponent(to)}`, { password: PASSWORD })),
      ).toBe('/');
    expect((await site.browser().get('/masuk/ulang')).status).toBe(401);
    for (let n = 0; n < 5; n += 1) await browser.post('/masuk/ulang', { password: 'salah' });
    expect((await browser.post('/masuk/ulang', { password: PASSWORD })).status).toBe(429);
  });

  it('is refused before anybody is asked to prove anything', async () => {
    after(0);
    const page = await path();
    await site.add('luar', 'dua');
    const browser = await site.browser().signIn('luar');
    after(11);
    expect((await browser.get(page)).status).toBe(403);
  });

  it('on the own page asks for a proof for everything but ending sessions', async () => {
    after(0);
    await site.add('nita', 'satu');
    const browser = await site.browser().signIn('nita');
    after(11);
    expect(await browser.text('/kerja/akses')).toContain('buktikan dulu');
    for (const aksi of ['kode', 'surel', 'kunci', 'taut', 'lepas', 'hapus-kunci'])
      expect((await browser.post('/kerja/akses', { aksi })).status, aksi).toBe(401);
    expect((await browser.post('/kerja/akses', { aksi: 'akhiri-lain' })).status).toBe(303);
  });
});
