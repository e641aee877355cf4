import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keyDataPage, ownKeysPage } from '../src/oversight/keys/index.ts';
import { recipientsAt, recipientsPage } from '../src/oversight/recipients/index.ts';
import {
  type OversightWorld,
  openOversightWorld,
  PASSPHRASE,
  type TestStaff,
} from '../src/oversight/test-world.ts';
import { to } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: OversightWorld;
let browser: Browser;
let server: ReturnType<typeof serve>;
let base: string;
const KEYS = to('oversightKeys', { agency: 'fakfak' });
const LIST = to('oversightRecipients', { agency: 'fakfak' });
const NEW = 'sendok merah di atas lemari';

beforeAll(async () => {
  [world, browser] = await Promise.all([openOversightWorld(), launchBrowser()]);
  world.setClock(new Date());
  ownKeysPage(world.app, world.platform);
  keyDataPage(world.app, world.platform);
  recipientsPage(world.app, world.platform);
  server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await world?.close();
});

async function comes(who: Pick<TestStaff, 'accountId'>, script = true, width = 360): Promise<Walker> {
  const one = await walker(browser, base, { script, width });
  const [name = '', value = ''] = (await world.signedIn(who)).cookie.split('=');
  await one.context.addCookies([{ name, value, url: base }]);
  return one;
}

const state = (page: Page) => page.locator('[data-state]:not([hidden])').getAttribute('data-state');
const becomes = (page: Page, name: string) => page.locator(`[data-state=${name}]:not([hidden])`).waitFor();
async function unlock(page: Page, passphrase: string): Promise<void> {
  await becomes(page, 'locked');
  await page.fill('#f-keyPassphrase', passphrase);
  await page.click('form[data-state=locked] button[type=submit]');
}

describe('one’s own key in a browser', () => {
  let words: string[];
  let maker: TestStaff;

  it('is made, with words asked back, and opened in the tab', async () => {
    maker = await world.newStaff('inspector');
    const { page, go, faults } = await comes(maker);
    await go(KEYS);
    await becomes(page, 'none');
    await page.fill('#f-make-newPassphrase', 'pendek');
    await page.click('[data-make] button');
    expect(await page.locator('[data-make] [role=status]').textContent()).toContain('terlalu mudah');
    for (const name of ['newPassphrase', 'newPassphraseAgain']) await page.fill(`#f-make-${name}`, NEW);
    await page.click('[data-make] button');
    await page.locator('[data-words]:not([hidden])').waitFor();
    words = await page.locator('[data-words] li').allTextContents();
    expect(words).toHaveLength(12);
    const n = Number(/\d+/.exec((await page.locator('[data-asked] label').textContent()) ?? '')?.[0]);
    await page.fill('#f-askedWord', 'bukan');
    await page.click('[data-asked] button');
    expect(await page.locator('[data-asked] [role=status]').textContent()).toContain('Bukan kata itu');
    const { rows } = await world.db.pool.query('select from oversight.key where account_id = $1', [
      maker.accountId,
    ]);
    expect(rows).toEqual([]);
    await page.fill('#f-askedWord', words[n - 1] as string);
    await page.click('[data-asked] button');
    await becomes(page, 'open');
    await page.locator('tbody tr').nth(1).waitFor();
    await unfold(page);
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page)), ...faults]).toEqual([]);
  });

  it('says that a passphrase is wrong, opens by the right one, and is locked by hand and by another session', async () => {
    const { page, go, context } = await comes(maker);
    await go(KEYS);
    await unlock(page, 'bukan frasa yang benar');
    await page.locator('form[data-state=locked] .field-error').waitFor();
    expect(await page.locator('form[data-state=locked] [role=status]').textContent()).toContain(
      'tidak membuka',
    );
    await unlock(page, ` ${NEW} `);
    await becomes(page, 'open');
    await page.click('[data-lock]');
    expect(await state(page)).toBe('locked');
    await unlock(page, NEW);
    await becomes(page, 'open');
    await page.reload();
    await becomes(page, 'open');
    const [name = '', value = ''] = (await world.signedIn(maker)).cookie.split('=');
    await context.addCookies([{ name, value, url: base }]);
    await page.reload();
    await becomes(page, 'locked');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('is recovered by its words, which then are used up', async () => {
    const { page, go } = await comes(maker);
    await go(KEYS);
    await becomes(page, 'locked');
    await unfold(page);
    const recover = async (typed: string) => {
      await page.fill('#f-words', typed);
      for (const name of ['newPassphrase', 'newPassphraseAgain'])
        await page.fill(`#f-recover-${name}`, `${NEW} baru`);
      await page.click('[data-recover] button');
    };
    await recover(words.map((word, i) => (i === 4 ? `${word}x` : word)).join(' '));
    await page.locator('[data-recover] .field-error').waitFor();
    expect(await page.locator('[data-recover] [role=status]').textContent()).toContain(words[4]);
    await recover(words.join(', ').toUpperCase());
    await becomes(page, 'open');
    await page.getByText('tidak mempunyai kata pemulihan').waitFor();
    await page.click('[data-lock]');
    await unlock(page, `${NEW} baru`);
    await becomes(page, 'open');
  });

  it('opens by a passkey that can give a secret', async () => {
    const { page, go, context } = await comes(maker);
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const kind = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' } as const;
    const able = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true };
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...kind, ...able, automaticPresenceSimulation: true },
    });
    await go(KEYS);
    await unlock(page, `${NEW} baru`);
    await becomes(page, 'open');
    await unfold(page);
    await page.click('[data-add-passkey]');
    await page.getByRole('rowheader', { name: 'Passkey' }).waitFor();
    await becomes(page, 'open');
    await page.click('[data-lock]');
    await page.click('[data-passkey]');
    await becomes(page, 'open');
  });

  it('is given into keeping and comes back by words that the keeper reads out', async () => {
    const owner = await comes(world.second);
    await owner.go(KEYS);
    await unlock(owner.page, PASSPHRASE);
    await becomes(owner.page, 'open');
    await unfold(owner.page);
    await owner.page.selectOption('#f-holder', world.inspector.keyId);
    await owner.page.click('[data-escrow] button');
    await owner.page.getByRole('rowheader', { name: world.inspector.name }).waitFor();
    const keeper = await comes(world.inspector);
    await keeper.go(KEYS);
    await unlock(keeper.page, PASSPHRASE);
    await becomes(keeper.page, 'open');
    await keeper.page.click('[data-give-back]');
    await keeper.page.locator('[data-given]:not([hidden])').waitFor();
    const given = await keeper.page.locator('[data-given] li').allTextContents();
    await owner.page.reload();
    await unfold(owner.page);
    await owner.page.fill('#f-words', given.join(' '));
    for (const name of ['newPassphrase', 'newPassphraseAgain'])
      await owner.page.fill(`#f-recover-${name}`, NEW);
    await owner.page.click('[data-recover] button');
    await owner.page.waitForEvent('load');
    await owner.page.click('[data-lock]');
    await unlock(owner.page, NEW);
    await becomes(owner.page, 'open');
    const { rows } = await world.db.pool.query(
      `select kind from oversight.event where kind in ('key.escrowed', 'key.givenBack') order by kind`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['key.escrowed', 'key.givenBack']);
  });

  it('says without script what it needs script for', async () => {
    const { go, text, page } = await comes(maker, false);
    await go(KEYS);
    expect(await text('main')).toContain('Tanpa skrip, isi laporan tidak dapat dibaca');
    expect(await state(page)).toBe('script');
  });
});

describe('the list of recipients in a browser', () => {
  it('takes another one whom a recipient signed, and lets them go again', async () => {
    const joining = await world.newKeyed('inspector');
    const { page, go, faults, leave } = await comes(world.inspector, true, 1000);
    await go(LIST);
    await unlock(page, PASSPHRASE);
    await becomes(page, 'open');
    await page.check(`#f-keyId-${joining.keyId}`);
    await page.click('form[data-sign=add] button');
    expect(await page.locator('form[data-sign=add] [role=status]').textContent()).toContain('Cocokkan');
    await page.check('#f-compared');
    await leave(() => page.click('form[data-sign=add] button'));
    await page.getByRole('rowheader', { name: joining.name }).waitFor();
    expect(await recipientsAt(world.db.pool, 'fakfak')).toHaveLength(5);
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page)), ...faults]).toEqual([]);
    await becomes(page, 'open');
    await leave(() => page.getByRole('button', { name: `Keluarkan ${joining.name} ` }).click());
    expect(await recipientsAt(world.db.pool, 'fakfak')).toHaveLength(4);
    await page.setViewportSize({ width: 360, height: 740 });
    await go(`${to('language', { lang: 'en' })}?ke=${LIST}`);
    expect([...(await faultsOf(page, 'en')), ...(await axeFaults(page)), ...faults]).toEqual([]);
  });

  it('is begun by somebody who signs for themselves', async () => {
    await world.db.pool.query('delete from oversight.recipient');
    const { page, go, faults, leave } = await comes(world.second);
    await go(LIST);
    await unlock(page, NEW);
    await becomes(page, 'open');
    expect([...(await faultsOf(page, 'id')), ...(await axeFaults(page)), ...faults]).toEqual([]);
    await leave(() => page.click('form[data-sign=add] button'));
    const [only] = await recipientsAt(world.db.pool, 'fakfak');
    expect(only).toMatchObject({ keyId: world.second.keyId, role: 'recipient' });
  });
});
