import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { type Browser, leads, openWaySite, soon, type WaySite } from '../test-way-site.ts';

const START = new Date('2026-02-03T04:05:06Z');
let mail: MailServer;
let site: WaySite;
let dewi: string;
beforeAll(async () => {
  mail = await startMailServer();
  site = await openWaySite({ mail: { url: mail.url, from: 'ikrar@contoh.example' } }, START);
  dewi = await site.add('dewi', 'satu');
  await site.add('kepala', 'satu');
  const officer = await site.browser().signIn('kepala');
  await officer.post(`/kerja/satu/akun/${dewi}/masuk`, { email: 'Dewi@contoh.example' });
});
let clock = START.getTime();
beforeEach(() => {
  mail.mails.length = 0;
  clock += 60 * 60_000;
  site.setClock(new Date(clock));
});
afterAll(async () => {
  await mail?.close();
  await site?.close();
});

const ask = (browser: Browser, email = 'dewi@contoh.example') => browser.post('/masuk/surel', { email });
/** The path of the link in a mail that says this. */
const linkSent = (says = 'masuk sebagai dewi') =>
  soon(() => {
    const text = mail.mails.map(bodyOf).find((one) => one.includes(says));
    return text && /localhost:3000(\/masuk\/surel\/[\w-]+)/.exec(text)?.[1];
  });

describe('a link by e-mail', () => {
  it('is asked for, opened by whoever looks behind it, and used once by the button', async () => {
    const browser = site.browser();
    expect(leads(await ask(browser))).toBe('/masuk/surel?terkirim=1');
    const link = await linkSent();
    const text = bodyOf(mail.mails[0] ?? { source: '' });
    expect(text).toContain('Dengan tautan ini Anda masuk sebagai dewi');
    expect(text).toContain('This link signs you in as dewi');
    for (const scanner of [site.browser(), browser]) expect((await scanner.get(link)).status).toBe(200);
    expect(leads(await browser.post(link))).toBe('/kerja');
    expect(await browser.text('/kerja/satu/gerakan')).toBe('dewi');
    const again = site.browser();
    for (const [name, value] of browser.cookies) again.cookies.set(name, value);
    expect((await again.post(link)).status).toBe(410);
    expect(await site.kinds()).toEqual(expect.arrayContaining(['account.mailChanged', 'account.signedIn']));
  });

  it('opens in no other browser, and stays good for the one that asked', async () => {
    const browser = site.browser();
    await ask(browser);
    const link = await linkSent();
    const thief = site.browser();
    expect((await thief.post(link)).status).toBe(403);
    await ask(thief, 'tidak-ada@contoh.example');
    expect((await thief.post(link)).status).toBe(403);
    expect(leads(await browser.post(link))).toBe('/kerja');
  });

  it('is over after a quarter of an hour, and when the address was changed', async () => {
    const browser = site.browser();
    await ask(browser);
    const late = await linkSent();
    site.setClock(new Date(clock + 15 * 60_000 + 1));
    expect((await browser.post(late)).status).toBe(410);
    const officer = await site.browser().signIn('kepala');
    mail.mails.length = 0;
    await ask(browser);
    const link = await linkSent();
    await officer.post(`/kerja/satu/akun/${dewi}/masuk`, { email: 'baru@contoh.example' });
    expect((await browser.post(link)).status).toBe(410);
    const told = await soon(() => mail.mails.find((one) => bodyOf(one).includes('tidak lagi dipakai')));
    expect(told.to).toEqual(['Dewi@contoh.example']);
    site.setClock(new Date(clock + 16 * 60_000));
    await officer.post(`/kerja/satu/akun/${dewi}/masuk`, { email: 'dewi@contoh.example' });
  });

  it('never tells whether anybody has the address', async () => {
    const [one, other] = [site.browser(), site.browser()];
    const [known, unknown] = [await ask(one), await ask(other, 'tidak-ada@contoh.example')];
    expect([known.status, leads(known)]).toEqual([unknown.status, leads(unknown)]);
    expect([...one.cookies.keys()]).toEqual([...other.cookies.keys()]);
    expect(await one.text('/masuk/surel?terkirim=1')).toBe(await other.text('/masuk/surel?terkirim=1'));
    await linkSent();
    for (let n = 0; n < 2; n += 1) await ask(other, 'tidak-ada@contoh.example');
    expect((await ask(other, 'tidak-ada@contoh.example')).status).toBe(429);
    for (let n = 0; n < 2; n += 1) await ask(one);
    expect((await ask(one)).status).toBe(429);
    const links = () => mail.mails.filter((one) => bodyOf(one).includes('masuk sebagai dewi'));
    await soon(() => (links().length === 3 ? true : undefined));
  });

  it('tells only the log when the mail server takes nothing', async () => {
    mail.refuse(true);
    expect(leads(await ask(site.browser()))).toBe('/masuk/surel?terkirim=1');
    const line = await soon(() => site.log.find((one) => one.includes('was not sent')));
    expect(line).not.toContain('/masuk/surel/');
    mail.refuse(false);
  });

  it.each(['', 'bukan surel', 'a@b@c.example', `${'x'.repeat(300)}@contoh.example`])(
    'is refused or goes nowhere for %j',
    async (email) => {
      const answer = await ask(site.browser(), email);
      expect([422, '/masuk/surel?terkirim=1']).toContain(answer.status === 422 ? 422 : leads(answer));
      expect(mail.mails.filter(({ to }) => to.includes(email))).toEqual([]);
    },
  );
});

describe('an address of one’s own', () => {
  it('signs nobody in before its owner opened the link that was sent there', async () => {
    await site.add('rudi', 'satu');
    const browser = await site.browser().signIn('rudi');
    await browser.post('/kerja/akses', { aksi: 'surel', email: 'rudi@contoh.example' });
    expect(await browser.text('/kerja/akses')).toContain('belum terbukti');
    const link = await linkSent('milik akun rudi');
    const stranger = site.browser();
    await ask(stranger, 'rudi@contoh.example');
    expect((await stranger.post(link)).status).toBe(403);
    expect(leads(await browser.post(link))).toBe('/kerja/akses?tersimpan=1');
    expect(await browser.text('/kerja/akses')).toContain('rudi@contoh.example, sudah terbukti');
    expect(mail.mails.filter(({ to }) => to[0] === 'rudi@contoh.example')).toHaveLength(1);
    await ask(stranger, 'RUDI@contoh.example');
    const enter = await soon(() =>
      mail.mails.map(bodyOf).find((text) => text.includes('masuk sebagai rudi')),
    );
    expect(leads(await stranger.post(/(\/masuk\/surel\/[\w-]+)/.exec(enter)?.[1] ?? ''))).toBe('/kerja');
  });

  it('proves again who it is', async () => {
    const browser = await site.browser().signIn('dewi');
    site.setClock(new Date(clock + 11 * 60_000));
    const ways = await browser.text('/masuk/ulang?ke=%2Fkerja%2Fakses');
    expect(ways).toContain('href="/masuk/surel?ke=%2Fkerja%2Fakses"');
    expect((await browser.post('/masuk/surel?ke=%2Fkerja%2Fakses')).status).toBe(303);
    expect(leads(await browser.post(await linkSent('membuktikan diri lagi')))).toBe('/kerja/akses');
    expect(await browser.text('/kerja/akses')).not.toContain('buktikan dulu');
  });

  it('is not for an officer to set who shares the account with another institution', async () => {
    const shared = await site.add('bersama', 'satu', 'dua');
    const officer = await site.browser().signIn('kepala');
    const path = `/kerja/satu/akun/${shared}/masuk`;
    expect([
      (await officer.get(path)).status,
      (await officer.post(path, { email: 'x@contoh.example' })).status,
    ]).toEqual([403, 403]);
    const wide = await site.add('luas', 'satu');
    await site.db.pool.query(
      `insert into access.wide_grant (id, account_id, role, reason, granted_by, granted_at)
       values ('w1', $1, 'overseer', 'uji', 'system', $2)`,
      [wide, START],
    );
    expect((await officer.post(`/kerja/satu/akun/${wide}/masuk`, { email: 'x@contoh.example' })).status).toBe(
      403,
    );
  });
});

it('is not there where no mail is sent', async () => {
  const other = await openWaySite();
  try {
    expect(await other.browser().text('/masuk')).not.toContain('/masuk/surel');
    expect((await other.browser().get('/masuk/surel')).status).toBe(404);
  } finally {
    await other.close();
  }
});
