import { createHash, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeFor } from '../../../../test/passkeys.ts';
import type { SoftPasskey } from '../../../verify/fixtures/passkey.ts';
import { ADDRESS, type Browser, leads, openWaySite, type WaySite } from '../test-way-site.ts';

const START = new Date('2026-02-03T04:05:06Z');
let site: WaySite;
beforeAll(async () => {
  site = await openWaySite({}, START);
});
afterAll(() => site?.close());

const optionsIn = (html: string) =>
  JSON.parse((/data-options="([^"]*)"/.exec(html)?.[1] ?? 'null').replaceAll('&quot;', '"'));
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

interface Use {
  challenge?: string;
  origin?: string;
  flags?: number;
  counter?: number;
  type?: string;
  rp?: string;
}

/** What an authenticator answers to the page's wish; parts can be set wrong. */
function answer(key: SoftPasskey, asked: { challenge: string }, use: Use = {}): string {
  const said = {
    type: use.type ?? 'webauthn.get',
    challenge: use.challenge ?? asked.challenge,
    origin: use.origin ?? ADDRESS,
  };
  const client = Buffer.from(JSON.stringify(said));
  const data = Buffer.alloc(37);
  sha256(use.rp ?? 'localhost').copy(data);
  data[32] = use.flags ?? 0x05;
  data.writeUInt32BE(use.counter ?? 0, 33);
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key.privateKey);
  return [key.credentialId, ...[data, client, signature].map((one) => one.toString('base64url'))].join('.');
}

/** Somebody new who made a passkey on the own page. */
async function holder(username: string, change: Parameters<typeof madeFor>[1] = {}) {
  await site.add(username, 'satu');
  const browser = await site.browser().signIn(username);
  const { key, answer: made } = madeFor(optionsIn(await browser.text('/kerja/akses')), change);
  const answered = await browser.post('/kerja/akses', { aksi: 'kunci', passkey: made });
  expect(leads(answered)).toBe('/kerja/akses?tersimpan=1');
  return { browser, key };
}

const asks = async (browser: Browser, query = '') => optionsIn(await browser.text(`/masuk/kunci${query}`));

describe('a passkey of staff', () => {
  it('is made on the own page, signs in without a name, and is removed', async () => {
    const { browser, key } = await holder('dewi');
    const own = await browser.text('/kerja/akses');
    expect(own).toContain('Hapus kunci ini');
    expect(optionsIn(own).excludeCredentials).toEqual([{ type: 'public-key', id: key.credentialId }]);
    const fresh = site.browser();
    const asked = await asks(fresh);
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
    expect(leads(await fresh.post('/masuk/kunci', { passkey: answer(key, asked) }))).toBe('/kerja');
    expect(await fresh.text('/kerja/satu/gerakan')).toBe('dewi');
    await browser.post('/kerja/akses', { aksi: 'hapus-kunci', kunci: key.credentialId });
    const late = site.browser();
    expect((await late.post('/masuk/kunci', { passkey: answer(key, await asks(late)) })).status).toBe(401);
    expect(await site.kinds()).toEqual(
      expect.arrayContaining(['account.passkeyAdded', 'account.signedIn', 'account.passkeyRemoved']),
    );
  });

  it('proves again who it is, and offers for that only one’s own', async () => {
    const [{ browser, key }, other] = [await holder('rudi'), await holder('sari')];
    site.setClock(new Date(START.getTime() + 11 * 60_000));
    expect(await browser.text('/masuk/ulang?ke=%2Fkerja%2Fakses')).toContain('/masuk/kunci?ke=');
    const asked = await asks(browser, '?ke=%2Fkerja%2Fakses');
    expect(asked.allowCredentials).toEqual([{ type: 'public-key', id: key.credentialId }]);
    const theirs = await browser.post('/masuk/kunci?ke=%2Fkerja%2Fakses', {
      passkey: answer(other.key, asked),
    });
    expect(theirs.status).toBe(403);
    const again = await asks(browser, '?ke=%2Fkerja%2Fakses');
    const done = await browser.post('/masuk/kunci?ke=%2Fkerja%2Fakses', { passkey: answer(key, again) });
    expect(leads(done)).toBe('/kerja/akses');
    expect(await browser.text('/kerja/akses')).not.toContain('buktikan dulu');
    site.setClock(START);
  });

  it('ends with the account’s other ways and sessions when an officer takes them away', async () => {
    const { browser, key } = await holder('hilang');
    const { rows } = await site.db.pool.query("select id from access.account where username = 'hilang'");
    await site.add('kepala', 'satu');
    const officer = await site.browser().signIn('kepala');
    const path = `/kerja/satu/akun/${rows[0].id}/masuk`;
    expect(await officer.text(path)).toContain('Cabut cara masuk lain');
    expect((await officer.post(path, { aksi: 'cabut' })).status).toBe(303);
    expect((await browser.get('/kerja/satu/gerakan')).status).toBe(401);
    const late = site.browser();
    expect((await late.post('/masuk/kunci', { passkey: answer(key, await asks(late)) })).status).toBe(401);
    expect(await site.kinds()).toContain('account.waysRevoked');
  });

  it('works without script as far as it can: the page says what it needs', async () => {
    const html = await site.browser().text('/masuk/kunci');
    expect(html).toContain('Cara ini memerlukan JavaScript');
    expect(html).toMatch(/<ikrar-passkey hidden/);
  });
});

describe('an attacker', () => {
  it.each([
    ['another site', { origin: 'https://lain.example' }],
    ['a page under another name', { rp: 'lain.example' }],
    ['a key that was not unlocked', { flags: 0x01 }],
    ['nobody present', { flags: 0x04 }],
    ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an answer for making one', { type: 'webauthn.create' }],
  ])('with %s is refused', async (what, use) => {
    const { key } = await holder(`a${sha256(what).toString('hex').slice(0, 10)}`);
    const browser = site.browser();
    const answered = await browser.post('/masuk/kunci', { passkey: answer(key, await asks(browser), use) });
    expect(answered.status).toBe(401);
    expect(browser.cookies.has('ikrar_sesi')).toBe(false);
  });

  it('who sends the same answer twice, with the same cookies, is refused the second time', async () => {
    const { key } = await holder('tono');
    const browser = site.browser();
    const passkey = answer(key, await asks(browser));
    const thief = site.browser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(leads(await browser.post('/masuk/kunci', { passkey }))).toBe('/kerja');
    expect((await thief.post('/masuk/kunci', { passkey })).status).toBe(401);
  });

  it('with a copy of a key that counts is found by the count', async () => {
    const { key } = await holder('nita', { counter: 5 });
    const uses = async (counter: number) => {
      const browser = site.browser();
      const passkey = answer(key, await asks(browser), { counter });
      return (await browser.post('/masuk/kunci', { passkey })).status;
    };
    expect([await uses(6), await uses(6), await uses(5), await uses(7)]).toEqual([303, 401, 401, 303]);
  });

  it('with an old page, another’s page, or anything that is no answer, gets nowhere', async () => {
    const { browser: own, key } = await holder('budi');
    const browser = site.browser();
    const asked = await asks(browser);
    site.setClock(new Date(START.getTime() + 5 * 60_000 + 1));
    expect((await browser.post('/masuk/kunci', { passkey: answer(key, asked) })).status).toBe(401);
    site.setClock(START);
    const made = optionsIn(await own.text('/kerja/akses'));
    expect((await own.post('/masuk/kunci', { passkey: answer(key, made) })).status).toBe(401);
    for (const passkey of ['', 'x', 'a.b.c.d', `${answer(key, asked)}.x`])
      expect((await browser.post('/masuk/kunci', { passkey })).status).toBe(401);
    expect((await browser.post('/masuk/kunci')).status).toBe(401);
    expect(site.log).toEqual([]);
  });

  it('takes nobody’s key as one of their own, nor one that was not unlocked', async () => {
    const { key } = await holder('wati', { id: Buffer.from('sama-sama') });
    await site.add('maling', 'satu');
    const browser = await site.browser().signIn('maling');
    const tries = [
      { id: Buffer.from(key.credentialId, 'base64url') },
      { flags: 0x41 },
      { origin: 'https://lain.example' },
    ];
    for (const change of tries) {
      const { answer: made } = madeFor(optionsIn(await browser.text('/kerja/akses')), change);
      expect((await browser.post('/kerja/akses', { aksi: 'kunci', passkey: made })).status).toBe(422);
    }
  });
});
