import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWaySite, PASSWORD, type WaySite } from '../src/access/ways/test-way-site.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { bodyOf, type MailServer, startMailServer } from './mail-server.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';
import { expectNoFaults, type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let browser: Browser;
let site: WaySite;
let mail: MailServer;
let provider: TestProvider;
let address: string;
let close: () => Promise<void>;
beforeAll(async () => {
  let app: WaySite['app'] | undefined;
  const listening = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const fetch = (request: Request, env: object) =>
      app?.fetch(request, env) ?? new Response('', { status: 503 });
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }));
  });
  address = `http://localhost:${listening.port}`;
  close = () =>
    new Promise((resolve) => {
      listening.server.close(() => resolve());
      if ('closeAllConnections' in listening.server) listening.server.closeAllConnections();
    });
  [browser, mail, provider] = await Promise.all([
    launchBrowser(),
    startMailServer(),
    startProvider(`${address}/masuk/sso/kembali`),
  ]);
  const { issuer, client, secret } = provider;
  site = await openWaySite({
    publicUrl: address,
    mail: { url: mail.url, from: 'ikrar@contoh.example' },
    oidc: { issuer, client, secret, name: 'SSO Uji', claim: 'sub' },
  });
  ({ app } = site);
  await site.add('dewi', 'satu');
});
afterAll(async () => {
  await close?.();
  await Promise.all([browser?.close(), mail?.close(), provider?.close(), site?.close()]);
});

const lookAt = async (one: Walker) => [...(await faultsOf(one.page, 'id')), ...(await axeFaults(one.page))];
const enter = async (one: Walker) => {
  await one.go('/masuk');
  await one.fill({ username: 'dewi', password: PASSWORD });
  await one.press('main form button[type=submit]');
};
/** There is no page of work here: whether a page of staff opens says whether somebody is signed in. */
const isIn = async (one: Walker) => (await one.go('/kerja/satu/gerakan')) === 200;

describe('on a narrow telephone', () => {
  it('a passkey is made, signs in without a name, and proves again', async () => {
    const one = await walker(browser, address);
    const session = await one.context.newCDPSession(one.page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await enter(one);
    await one.go('/kerja/akses');
    expect(await lookAt(one)).toEqual([]);
    await one.press('ikrar-passkey button');
    expect(await one.text()).toContain('Hapus kunci ini');
    expect(await lookAt(one)).toEqual([]);
    await one.press('header .who button');
    await one.go('/masuk');
    expect(await lookAt(one)).toEqual([]);
    await one.press('main a[href="/masuk/kunci"]');
    expect(await lookAt(one)).toEqual([]);
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await one.page.locator('ikrar-passkey button').click();
    await one.page.locator('ikrar-passkey [role=alert]:not(:empty)').waitFor();
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await one.press('ikrar-passkey button');
    expect(await isIn(one)).toBe(true);

    site.setClock(new Date(Date.now() + 11 * 60_000));
    await one.go('/kerja/akses');
    expect(await lookAt(one)).toEqual([]);
    await one.press('a[href^="/masuk/ulang"]');
    expect(await lookAt(one)).toEqual([]);
    await one.press('main a[href^="/masuk/kunci"]');
    await one.press('ikrar-passkey button');
    expect(new URL(one.page.url()).pathname).toBe('/kerja/akses');
    expect(await one.page.locator('button[value=kode]').count()).toBe(1);
    site.setClock(new Date());
    expectNoFaults(one);
  });

  it('without script: a provider is linked and signed in by, a link comes by mail, codes recover', async () => {
    const one = await walker(browser, address, { script: false });
    await enter(one);
    await one.go('/kerja/akses');
    provider.user('sub-dewi', { preferred_username: 'dewi@sso' });
    await one.press('a[href*="untuk=taut"]');
    expect(await one.text()).toContain('sebagai dewi@sso');
    await one.press('button[value=taut]');
    await one.fill({ email: 'dewi@contoh.example' });
    await one.press('button[value=surel]');
    await one.go(await linkSent('milik akun'));
    await one.press('main form button');
    expect(await one.text()).toContain('dewi@contoh.example, sudah terbukti');
    await one.press('button[value=kode]');
    const code = (await one.text('main code')).trim();
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);

    await one.press('header .who button');
    await one.go('/masuk');
    await one.press('main a[href="/masuk/sso"]');
    expect(await isIn(one)).toBe(true);

    const other = await walker(browser, address, { script: false });
    await other.go('/masuk');
    await other.press('main a[href="/masuk/surel"]');
    await other.fill({ email: 'dewi@contoh.example' });
    await other.press('main form button');
    await other.go(await linkSent('masuk sebagai'));
    await other.press('main form button');
    expect(await isIn(other)).toBe(true);

    const lost = await walker(browser, address, { script: false });
    await lost.go('/masuk');
    await lost.press('main a[href="/masuk/pulih"]');
    await lost.fill({ username: 'dewi', kode: code });
    await lost.press('main form button');
    expect(await isIn(lost)).toBe(true);
    expect([await isIn(one), await isIn(other)]).toEqual([false, false]);
    await lost.go('/kerja/akses');
    expect(await lost.text()).toContain('Tersisa 9');
    expectNoFaults(one, other, lost);
  });

  it('every page reads well in English too', async () => {
    const one = await walker(browser, address);
    await one.go('/masuk');
    await one.press('footer a[href^="/bahasa/"]');
    for (const path of [
      '/masuk',
      '/masuk/kunci',
      '/masuk/surel',
      '/masuk/surel?terkirim=1',
      '/masuk/surel/x',
      '/masuk/pulih',
    ]) {
      await one.go(path);
      expect([path, ...(await faultsOf(one.page, 'en')), ...(await axeFaults(one.page))]).toEqual([path]);
    }
    await enter(one);
    for (const path of ['/kerja/akses', '/masuk/ulang', '/masuk/ulang?selesai=1']) {
      await one.go(path);
      expect([path, ...(await faultsOf(one.page, 'en')), ...(await axeFaults(one.page))]).toEqual([path]);
    }
    expectNoFaults(one);
  });
});

/** The path of the link in the newest mail that says this. */
async function linkSent(text: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = mail.mails.map(bodyOf).findLast((one) => one.includes(text));
    const link = found && /(\/masuk\/surel\/[\w-]+)/.exec(found)?.[1];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no mail came');
}
