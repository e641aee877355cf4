import { serve } from '@hono/node-server';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { logKey, rootOf, vkeyLine } from '../src/evidence/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { signPages } from '../src/signing/index.ts';
import { urls } from '../src/urls.ts';
import { checkPact } from '../src/verify/index.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { bodyOf, startMailServer } from './mail-server.ts';
import { type Server, startServer } from './server.ts';
import { codesOf, openSigningWorld, type SigningWorld } from './signing-world.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a passkey on a narrow telephone', () => {
  it('is not offered without script, where typing works all the same', async () => {
    const one = await walker(browser, server.address, { script: false });
    await openSlip(one);
    await one.press('a[href$="/kunci"]');
    expect(await one.page.textContent('main')).toContain('Cara ini memerlukan JavaScript');
    expect(await one.page.locator('ikrar-passkey button').isVisible()).toBe(false);
  });

  it('is made, signs the pact, and is found good in the file by anybody', async () => {
    const one = await walker(browser, server.address);
    const authenticator = await withAuthenticator(one);
    const name = await openSlip(one);
    expect(await lookAt(one)).toEqual([]);
    await one.press('a[href$="/kunci"]');
    expect(await lookAt(one)).toEqual([]);
    expect(await one.page.locator('[data-without-passkey]').isVisible()).toBe(false);
    await one.page.locator('ikrar-passkey button').click();
    await one.page.waitForURL((url) => !url.pathname.endsWith('/kunci'));
    expect(await lookAt(one)).toEqual([]);
    const typed = one.page.locator('form[data-sign] button[type=submit]');
    expect(await typed.getAttribute('class')).toContain('second');

    const button = one.page.locator('ikrar-passkey button');
    await one.fill({ typedName: name });
    await button.click();
    expect(await one.page.locator('ikrar-passkey [role=alert]').textContent()).toContain('belum dicentang');
    for (const point of await one.page.locator('input[name=point]').all()) await point.check();
    await authenticator.setVerified(false);
    await button.click();
    await one.page.locator('ikrar-passkey [role=alert]:not(:empty)').waitFor();
    await authenticator.setVerified(true);
    await button.click();
    await one.page.waitForSelector('.figure');
    expect(await one.page.textContent('main')).toContain('unci sandi');
    expect(await lookAt(one)).toEqual([]);
    expect(one.faults).toEqual([]);
    await isSound(one);
  });
});

it('the officer says which ways a campaign allows', async () => {
  const officer = await walker(browser, server.address);
  await officer.go('/');
  await officer.press('button[name=username][value=petugas]');
  await officer.go('/kerja/kalteng/gerakan/kalteng-pemilu-2024');
  await officer.press('a[href$="/cara"]');
  expect(await lookAt(officer)).toEqual([]);
  await officer.page.locator('input[value=ink]').check();
  await officer.press('main form button[type=submit]');
  expect(await lookAt(officer)).toEqual([]);
  expect(await officer.page.locator('input[value=ink]').isChecked()).toBe(true);
  expect(officer.faults).toEqual([]);
});

describe('a code by e-mail on a narrow telephone', () => {
  it('is asked for, typed and signed with', async () => {
    const [site, mail] = await Promise.all([openSigningWorld(), startMailServer()]);
    const config = { ...site.platform.config, mail: { url: mail.url, from: 'ikrar@contoh.example' } };
    signPages(site.app, { ...site.platform, config }, site.signer);
    // The page asks here whether the network is there before it sends the form.
    site.app.get(urls.health, (c) => c.json({ ready: true }));
    await site.db.pool.query("update agencies.person set email = 'maruf@contoh.example'");
    const code = (await codesOf(site, await site.openedCampaign())).get(site.world.people.dinas) ?? '';
    const { address, close } = await served(site);
    try {
      const one = await walker(browser, address);
      await one.go(`/s/${code}`);
      expect(await lookAt(one)).toEqual([]);
      await one.press('a[href$="/surel"]');
      expect(await lookAt(one)).toEqual([]);
      await one.press('main form button[type=submit]');
      expect(await lookAt(one)).toEqual([]);
      for (const point of await one.page.locator('input[name=point]').all()) await point.check();
      await one.fill({ typedName: "Ma'ruf Contoh", otp: '12' });
      await one.press('form[data-sign] button[type=submit]');
      expect(await lookAt(one)).toEqual([]);
      expect(await one.page.locator('canvas.draw').count(), 'a place to draw, again').toBe(1);
      const digits = /^ {4}(\d{6})$/m.exec(bodyOf(mail.mails[0] ?? { source: '' }))?.[1] ?? '';
      await one.fill({ otp: digits });
      await one.press('form[data-sign] button[type=submit]');
      expect(await one.page.textContent('main')).toContain('Tanda tangan elektronik tidak tersertifikasi');
      expect(one.faults).toEqual([]);
    } finally {
      await close();
      await Promise.all([mail.close(), site.close()]);
    }
  });
});

/** The pages of a site at an address of their own. */
async function served({
  app,
}: Pick<SigningWorld, 'app'>): Promise<{ address: string; close(): Promise<void> }> {
  const listening = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, port }),
    );
  });
  const close = () =>
    new Promise<void>((resolve) => {
      listening.server.close(() => resolve());
      if ('closeAllConnections' in listening.server) listening.server.closeAllConnections();
    });
  return { address: `http://localhost:${listening.port}`, close };
}

/** The practice slip of the front page. @returns the person's name */
async function openSlip(one: Walker): Promise<string> {
  await one.go('/');
  await one.press('a[href^="/s/"]');
  return (await one.text('dl.facts dd')).trim();
}

async function lookAt(one: Walker): Promise<string[]> {
  return [...(await faultsOf(one.page, 'id')), ...(await axeFaults(one.page))];
}

/** The file checks as valid with the published proof; with one letter of the assertion changed it does not. */
async function isSound(one: Walker): Promise<void> {
  const { pathname } = new URL(one.page.url());
  const file = async (name: string) => {
    const answer = await one.context.request.get(`${server.address}${pathname}/${name}`);
    return answer.status() === 200 ? answer.body() : null;
  };
  let proof = await file('bukti.tlog-proof');
  for (let tries = 0; !proof && tries < 100; tries += 1) {
    await one.page.waitForTimeout(100);
    proof = await file('bukti.tlog-proof');
  }
  const pdf = new Uint8Array((await file('pakta.pdf')) ?? []);
  const log = /^([^\n]+)\n\d+\n/m.exec((proof ?? '').toString().split('\n\n')[1] ?? '')?.[1] ?? '';
  const config = readConfig({ IKRAR_DATA: server.dataDir });
  const input = {
    roots: [(await rootOf(config, new Date())).certificatePem],
    logKeys: [vkeyLine(logKey(config, log), log)],
    proof: (proof ?? '').toString(),
  };
  const report = await checkPact({ ...input, pdf });
  expect(report.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(report.verdict).toBe('valid');
  expect(report.checks.map(({ code }) => code)).toContain('act-evidence');
  expect(report.record?.act.method).toBe('passkey');

  const at = Buffer.from(pdf).indexOf('"signature":"') + 30;
  expect(at).toBeGreaterThan(30);
  const changed = Uint8Array.from(pdf);
  changed[at] = changed[at] === 65 ? 66 : 65;
  const tampered = await checkPact({ ...input, pdf: changed });
  expect(tampered.verdict).toBe('invalid');
  const failed = tampered.checks.filter(({ verdict }) => verdict === 'fail').map(({ code }) => code);
  expect(failed).toContain('act-evidence');
  expect(failed).toContain('document-unchanged');
}

/** A device with a screen lock, as the browser's own test interface has it. */
async function withAuthenticator(one: Walker): Promise<{ setVerified(yes: boolean): Promise<void> }> {
  const session: CDPSession = await one.context.newCDPSession(one.page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    setVerified: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
}
