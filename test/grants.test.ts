import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Composed, compose } from '../src/app.ts';
import { to, urls } from '../src/urls.ts';
import { NO_WORK } from '../src/worker.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { type Held, holding, type MatrixWorld, openMatrixWorld } from './matrix-world.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The pages of rights, as an officer, an inspector and a steward see them on a telephone. */
const agency = 'satu';
let there: MatrixWorld;
let composed: Composed;
let server: ReturnType<typeof createAdaptorServer>;
let browser: Browser;
let base: string;
beforeAll(async () => {
  [there, browser] = await Promise.all([openMatrixWorld(), launchBrowser()]);
  composed = await compose(there.site.platform, NO_WORK, (line) => there.site.faults.push(line));
  server = createAdaptorServer({ fetch: composed.app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  composed?.hush();
  await new Promise((done) => server?.close(done));
  await there?.site.close();
});

async function as(held: Held, lang: 'id' | 'en'): Promise<Walker> {
  const { cookie } = await (await holding(there.site.db.pool, held))();
  const one = await walker(browser, base);
  const [name = '', value = ''] = cookie.split('=');
  await one.context.addCookies([
    { name, value, url: base },
    { name: 'bahasa', value: lang, url: base },
  ]);
  return one;
}

const SEND = 'main form[method=post] button[type=submit]';

it.each(['id', 'en'] as const)('are whole and usable at 360 pixels (%s)', async (lang) => {
  const wrong: string[] = [];
  const look = async (one: Walker, path: string) => {
    if (path) await one.go(path);
    const found = [...(await faultsOf(one.page, lang)), ...(lang === 'id' ? await axeFaults(one.page) : [])];
    wrong.push(...found.map((fault) => `${one.page.url()}: ${fault}`));
  };
  const officer = await as({ agencyId: agency, role: 'officer', unitId: null }, lang);
  for (const name of ['accessMatrix', 'approvals', 'accounts'] as const)
    await look(officer, to(name, { agency }));
  const { account = '', approval } = {
    account: there.own.things.account,
    approval: there.own.things['approval.id'],
  };
  await look(officer, to('account', { agency, account }));
  await officer.fill({ number: '0000' });
  await officer.press('button[value=orang]');
  await look(officer, '');
  await look(officer, to('approval', { agency, id: approval ?? '' }));
  const inspector = await as({ agencyId: agency, role: 'inspector', unitId: null }, lang);
  await look(inspector, to('campaign', { agency, campaign: there.own.things.campaign ?? '' }));
  await inspector.go(to('approvals', { agency }));
  await inspector.fill({ subject: '*', reason: 'Uji.' });
  await inspector.press(SEND);
  await look(inspector, '');
  const steward = await as({ role: 'steward', regionCode: null }, lang);
  await look(steward, urls.nationGrants);
  await steward.fill({ username: `pengawas-${lang}`, why: 'Uji.', regionCode: '6x' });
  await steward.press('button[value=beri]');
  await look(steward, '');
  await steward.fill({ name: 'Pengawas Contoh', regionCode: '62' });
  await steward.press('button[value=beri]');
  await look(steward, '');
  await look(steward, urls.nationAgencies);
  expect([...wrong, ...officer.faults, ...inspector.faults, ...steward.faults, ...there.site.faults]).toEqual(
    [],
  );
});
