import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agencyPages } from '../src/agencies/index.ts';
import { privacyPages } from '../src/privacy/index.ts';
import { signPages } from '../src/signing/index.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { addStaff, codesOf, openSigningWorld, type SigningWorld, signAs } from './signing-world.ts';
import { signedIn } from './staff.ts';
import { walker } from './walker.ts';

const NIP = '198503122010017777';
let site: SigningWorld;
let server: ServerType;
let browser: Browser;
let base: string;
let code: string;
let personId: string;
beforeAll(async () => {
  site = await openSigningWorld('fakfak');
  agencyPages(site.app, site.platform);
  privacyPages(site.app, site.platform);
  signPages(site.app, site.platform, site.signer);
  [personId] = (await addStaff(site, [{ name: 'Penelope Contoh', idNumber: NIP }])) as [string];
  const campaignId = await site.openedCampaign();
  await signAs(site, campaignId, personId);
  await site.publish();
  code = (await codesOf(site, campaignId)).get(personId) as string;
  browser = await launchBrowser();
  server = await new Promise((started) => {
    const one: ServerType = serve({ fetch: site.app.fetch, port: 0 }, () => started(one));
  });
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await site?.close();
});

it('lets a person read and object, and an officer answer and record a breach, by keyboard’s own forms alone', async () => {
  const person = await walker(browser, base, { script: false });
  const officer = await walker(browser, base, { script: false });
  const { cookie } = await signedIn(site.db.pool, site.platform.now(), {
    agencyId: 'fakfak',
    role: 'officer',
  });
  const [name, value] = cookie.split('=') as [string, string];
  await officer.context.addCookies([{ name, value, url: base }]);
  expect(await officer.go(`/kerja/fakfak/pegawai/orang/${personId}`)).toBe(200);
  await person.go(`/s/${code}/data`);
  await person.fill({ digits: NIP.slice(-4) });
  await person.press('button[type=submit]');
  expect(await person.text()).toContain('Petugas Contoh');
  await person.fill({ what: 'Pangkat saya keliru.' });
  await person.press('form:has([name=what]) button');
  await officer.go('/kerja/fakfak/privasi');
  expect(await officer.text()).toContain('Pangkat saya keliru.');
  await officer.press('a[href="/kerja/fakfak/insiden"]');
  await officer.fill({ title: 'Cakram tertinggal', what: 'Satu cakram tertinggal di aula.' });
  await officer.press('form:has([name=title]) button');
  expect(await officer.text()).toContain('Cakram tertinggal');
  expect([...person.faults, ...officer.faults]).toEqual([]);
  const incident = new URL(officer.page.url()).pathname;
  const seen: string[] = [];
  for (const [who, paths] of [
    [person, ['/privasi', `/s/${code}/data`]],
    [
      officer,
      ['/kerja/fakfak/privasi', `/kerja/fakfak/privasi?orang=${personId}`, '/kerja/fakfak/insiden', incident],
    ],
  ] as const) {
    const looking = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: base });
    await looking.addCookies(await who.context.cookies());
    const page = await looking.newPage();
    for (const path of paths) {
      for (const lang of ['id', 'en'] as const) {
        await looking.addCookies([{ name: 'bahasa', value: lang, url: base }]);
        await page.goto(path);
        await unfold(page);
        seen.push(...(await faultsOf(page, lang)).map((fault) => `${path} ${fault}`));
      }
      seen.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
    }
  }
  expect(seen).toEqual([]);
});
