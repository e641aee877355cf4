import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProvider, type TestProvider } from '../../../../test/oidc-provider.ts';
import { ADDRESS, type Browser, leads, openWaySite, type WaySite } from '../test-way-site.ts';

let provider: TestProvider;
let site: WaySite;
beforeAll(async () => {
  provider = await startProvider(`${ADDRESS}/masuk/sso/kembali`);
  const { issuer, client, secret } = provider;
  site = await openWaySite({ oidc: { issuer, client, secret, name: 'SSO Uji', claim: 'sub' } });
  await site.add('dewi', 'satu', 'dua');
  await linked('dewi', 'sub-dewi');
});
beforeEach(() => site.setClock(new Date()));
afterAll(async () => {
  await provider?.close();
  await site?.close();
});

/** From our button to the provider. */
async function begun(browser: Browser, query = ''): Promise<URL> {
  const answer = await browser.get(`/masuk/sso${query}`);
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '');
}

/** What the provider sends the browser back with, as a path of ours. */
async function cameBack(from: URL): Promise<string> {
  const back = await provider.visit(from.href);
  expect(back.origin + back.pathname).toBe(`${ADDRESS}/masuk/sso/kembali`);
  return back.pathname + back.search;
}

async function linked(username: string, subject: string): Promise<Browser> {
  const browser = await site.browser().signIn(username);
  provider.user(subject, { preferred_username: `${subject}@sso` });
  expect(leads(await browser.get(await cameBack(await begun(browser, '?untuk=taut'))))).toBe('/kerja/akses');
  expect(await browser.text('/kerja/akses')).toContain(`sebagai ${subject}@sso`);
  expect((await browser.post('/kerja/akses', { aksi: 'taut' })).status).toBe(303);
  return browser;
}

describe('a provider of OpenID Connect', () => {
  it('is on the sign-in page, and signs in whoever was linked', async () => {
    const browser = site.browser();
    expect(await browser.text('/masuk')).toContain('Masuk dengan SSO Uji');
    const from = await begun(browser);
    expect(from.searchParams.get('code_challenge_method')).toBe('S256');
    provider.user('sub-dewi');
    expect(leads(await browser.get(await cameBack(from)))).toBe('/kerja');
    expect(await browser.text('/kerja/satu/gerakan')).toBe('dewi');
    for (const agency of ['satu', 'dua'])
      expect(await site.kinds(agency)).toEqual(
        expect.arrayContaining(['account.identityLinked', 'account.signedIn']),
      );
  });

  it('may be begun on one server and finished on another, and is spent on both', async () => {
    const [first, second] = [site.browser(), site.browser(site.another())];
    provider.user('sub-dewi');
    const path = await cameBack(await begun(first));
    for (const [name, value] of first.cookies) second.cookies.set(name, value);
    expect(leads(await second.get(path))).toBe('/kerja');
    expect((await first.get(path)).status).toBe(403);
    first.cookies.set('ikrar_sesi', second.cookies.get('ikrar_sesi') ?? '');
    expect(await first.text('/kerja/satu/gerakan')).toBe('dewi');
    await second.post('/keluar');
    expect((await first.get('/kerja/satu/gerakan')).status).toBe(401);
  });

  it('makes no account for somebody who was not linked, and says what to do', async () => {
    const browser = site.browser();
    const from = await begun(browser);
    provider.user('sub-asing', { preferred_username: 'asing' });
    const answer = await browser.get(await cameBack(from));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Akun asing di SSO Uji belum ditautkan');
    expect(browser.cookies.has('ikrar_sesi')).toBe(false);
  });

  it('links only what its owner confirms, one to one account, and unlinks it again', async () => {
    await site.add('rudi', 'satu');
    const browser = await site.browser().signIn('rudi');
    provider.user('sub-dewi');
    await browser.get(await cameBack(await begun(browser, '?untuk=taut')));
    const taken = await browser.post('/kerja/akses', { aksi: 'taut' });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('sudah ditautkan dengan akun Ikrar lain');
    expect((await browser.post('/kerja/akses', { aksi: 'taut' })).status).toBe(422);
    await linked('rudi', 'sub-rudi');
    const own = await browser.text('/kerja/akses');
    expect(own).toContain('sub-rudi');
    await browser.post('/kerja/akses', { aksi: 'lepas', issuer: provider.issuer, subject: 'sub-rudi' });
    expect(await browser.text('/kerja/akses')).not.toContain('sub-rudi');
    expect(await site.kinds()).toContain('account.identityUnlinked');
  });

  it('links nothing without a fresh proof', async () => {
    const browser = await site.browser().signIn('dewi');
    site.setClock(new Date(Date.now() + 11 * 60_000));
    expect(leads(await browser.get('/masuk/sso?untuk=taut'))).toMatch(/^\/masuk\/ulang\?ke=/);
    expect((await site.browser().get('/masuk/sso?untuk=taut')).status).toBe(401);
  });
});

describe('an attacker', () => {
  const refused = async (browser: Browser, path: string, text: string) => {
    const answer = await browser.get(path);
    expect([answer.status, (await answer.text()).includes(text)]).toEqual([403, true]);
    expect(browser.cookies.has('ikrar_sesi')).toBe(false);
  };
  const changed = (path: string, name: string, value: string) => {
    const url = new URL(path, ADDRESS);
    url.searchParams.set(name, value);
    return url.pathname + url.search;
  };
  beforeEach(() => provider.user('sub-dewi'));

  it('who sends a browser here with an answer of their own is told that it was not begun', async () => {
    const theirs = await cameBack(await begun(site.browser()));
    await refused(site.browser(), theirs, 'tidak dimulai di peramban ini');
    const victim = site.browser();
    await begun(victim);
    await refused(victim, theirs, 'tidak dimulai di peramban ini');
  });

  it('with a wrong state gets nowhere, and the right one is gone with it', async () => {
    const browser = site.browser();
    const path = await cameBack(await begun(browser));
    await refused(browser, changed(path, 'state', 'lain'), 'tidak dimulai');
    await refused(browser, path, 'tidak dimulai');
  });

  it('who plays the same answer again, with the same cookies, is refused', async () => {
    const browser = site.browser();
    const path = await cameBack(await begun(browser));
    const cookies = new Map(browser.cookies);
    expect(leads(await browser.get(path))).toBe('/kerja');
    const thief = site.browser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    await refused(thief, path, 'tidak dimulai');
  });

  it('with a code that was used, or of another flow, is refused by the provider', async () => {
    const first = site.browser();
    const used = await cameBack(await begun(first));
    await first.get(used);
    const second = site.browser();
    const path = await cameBack(await begun(second));
    const code = new URL(used, ADDRESS).searchParams.get('code') ?? '';
    await refused(second, changed(path, 'code', code), 'tidak dapat diterima');
    expect(site.log.at(-1)).toMatch(/access\.oidcWrong GET \/masuk\/sso\/kembali/);
    expect(site.log.join()).not.toContain(code);
  });

  it.each(['nonce', 'code_challenge'])('who changed the %s on the way is refused', async (name) => {
    const browser = site.browser();
    const from = await begun(browser);
    from.searchParams.set(name, 'a'.repeat(43));
    await refused(browser, await cameBack(from), 'tidak dapat diterima');
  });

  it('with the answer of another issuer is refused', async () => {
    const browser = site.browser();
    const path = await cameBack(await begun(browser));
    await refused(browser, changed(path, 'iss', 'https://lain.example'), 'tidak dapat diterima');
  });

  it('who says no at the provider is told so, with nothing of theirs on the page', async () => {
    const browser = site.browser();
    const { searchParams } = await begun(browser);
    const { issuer } = provider;
    const said = {
      error: 'access_denied',
      error_description: '<b>x</b>',
      iss: issuer,
      state: searchParams.get('state') ?? '',
    };
    await refused(browser, `/masuk/sso/kembali?${new URLSearchParams(said)}`, 'tidak dapat diterima');
  });

  it('cannot use a cookie of one kind for another, or a changed one', async () => {
    const browser = site.browser();
    const path = await cameBack(await begun(browser));
    const sealed = browser.cookies.get('ikrar_sso') ?? '';
    browser.cookies.set('ikrar_sso', `${sealed.slice(0, -4)}AAAA`);
    await refused(browser, path, 'tidak dimulai');
    browser.cookies.set('ikrar_surel', sealed);
    await refused(browser, path, 'tidak dimulai');
  });
});

describe('proving again', () => {
  it('asks the provider for a new proof, of the same account', async () => {
    const browser = await site.browser().signIn('dewi');
    site.setClock(new Date(Date.now() + 11 * 60_000));
    expect(await browser.text('/masuk/ulang?ke=%2Fkerja%2Fakses')).toContain('/masuk/sso?ke=');
    site.setClock(new Date());
    const from = await begun(browser, '?ke=%2Fkerja%2Fakses');
    expect([from.searchParams.get('max_age'), from.searchParams.get('prompt')]).toEqual(['0', 'login']);
    provider.user('sub-dewi');
    expect(leads(await browser.get(await cameBack(from)))).toBe('/kerja/akses');
  });

  it('takes no old proof, and nobody else’s', async () => {
    await linked('rudi', 'sub-rudi');
    const browser = await site.browser().signIn('dewi');
    const from = await begun(browser, '?ke=%2Fkerja');
    provider.user('sub-rudi');
    expect((await browser.get(await cameBack(from))).status).toBe(403);
    const lazy = await begun(browser, '?ke=%2Fkerja');
    for (const name of ['max_age', 'prompt']) lazy.searchParams.delete(name);
    provider.user('sub-dewi');
    const answer = await browser.get(await cameBack(lazy));
    expect([answer.status, (await answer.text()).includes('baru saja membuktikan diri')]).toEqual([
      403,
      true,
    ]);
  });
});

describe('matching by a claim', () => {
  it('finds the account for which an officer entered the value; an address only where it was verified', async () => {
    const { issuer, client, secret } = provider;
    const other = await openWaySite({ oidc: { issuer, client, secret, name: 'SSO', claim: 'email' } });
    try {
      const id = await other.add('nita', 'satu');
      await other.add('kepala', 'satu');
      const officer = await other.browser().signIn('kepala');
      expect(
        (await officer.post(`/kerja/satu/akun/${id}/masuk`, { claim: 'nita@contoh.example' })).status,
      ).toBe(303);
      const taken = await officer.post(`/kerja/satu/akun/${await other.add('ganda', 'satu')}/masuk`, {
        claim: 'nita@contoh.example',
      });
      expect([taken.status, (await taken.text()).includes('sudah dipakai')]).toEqual([422, true]);
      const enter = async (claims: Record<string, unknown>) => {
        const browser = other.browser();
        provider.user(`sub-${Math.random()}`, claims);
        return leads(await browser.get(await cameBack(await begun(browser))));
      };
      expect(await enter({ email: 'nita@contoh.example', email_verified: true })).toBe('/kerja');
      // The address now belongs to another subject at the provider.
      expect(await enter({ email: 'nita@contoh.example', email_verified: true })).toBe(403);
      const enterClaim = (claim: string) => officer.post(`/kerja/satu/akun/${id}/masuk`, { claim });
      for (const [i, claim] of ['', 'nita@contoh.example'].entries()) {
        other.setClock(new Date(other.platform.now().getTime() + 1000 * (i + 1)));
        expect((await enterClaim(claim)).status).toBe(303);
      }
      expect(await enter({ email: 'nita@contoh.example', email_verified: true })).toBe('/kerja');
      expect(await enter({ email: 'nita@contoh.example', email_verified: false })).toBe(403);
      expect(await enter({ email: 'lain@contoh.example', email_verified: true })).toBe(403);
      expect(await other.kinds()).toContain('account.claimChanged');
    } finally {
      await other.close();
    }
  });
});

it('says plainly that a provider is away, and still offers the other ways', async () => {
  const gone = { issuer: 'http://127.0.0.1:9', client: 'x', secret: 'x', name: 'SSO', claim: 'sub' };
  const other = await openWaySite({ oidc: gone });
  try {
    const answer = await other.browser().get('/masuk/sso');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.text()).toContain('masuk dengan cara lain');
  } finally {
    await other.close();
  }
  const none = await site.browser().get('/masuk/sso/kembali');
  expect(none.status).toBe(403);
});
