import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oversightPages } from '../src/oversight/index.ts';
import { fromUtf8, openCaseKeys, openSealed } from '../src/oversight/seal/index.ts';
import { type OversightWorld, openOversightWorld } from '../src/oversight/test-world.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let world: OversightWorld;
let browser: Browser;
let site: ReturnType<typeof serve>;
let address: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([openOversightWorld(), launchBrowser()]);
  oversightPages(world.app, world.platform);
  address = await new Promise((resolve) => {
    site = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    );
  });
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => site?.close(resolve));
  await world?.close();
});

const HEAD = 'section.card[aria-labelledby=tulis] button';
/** Axe is a script itself. */
const lookAt = async ({ page }: Walker, lang: 'id' | 'en' = 'id', script = true) => {
  await unfold(page);
  return [...(await faultsOf(page, lang)), ...(script ? await axeFaults(page) : [])];
};
const query = async (sql: string, params: unknown[] = []) => (await world.db.pool.query(sql, params)).rows;
const SHOTS = process.env.SHOTS;
const shot = async ({ page }: Walker, name: string) => {
  if (!SHOTS) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

/** What an inspector reads of the newest case. */
async function read() {
  const { agencyId, inspector } = world;
  const [file] = await query(
    `select c.id, c.sealed_in, a.sealed as access, m.sealed from oversight.case_file c
     join oversight.case_access a on a.case_id = c.id and a.key_id = $1
     join oversight.message m on m.case_id = c.id and m.n = 0
     where not c.id = any($2)`,
    [inspector.keyId, [...seen]],
  );
  seen.add(file.id);
  const place = { agency: agencyId, case: file.id, from: 'reporter' };
  const own = { keyId: inspector.keyId, privateKey: inspector.key.seal.privateKey };
  const { dialogue } = await openCaseKeys(file.access, own, place);
  const bound = { ...place, purpose: 'dialogue', to: 'dialogue' } as const;
  const text = JSON.parse(fromUtf8(await openSealed(dialogue.privateKey, file.sealed, bound)));
  return { ...file, text } as {
    id: string;
    sealed_in: string;
    text: { what: string; files: { name: string }[] };
  };
}
const seen = new Set<string>();

async function atForm(one: Walker) {
  await one.go('/lapor');
  await one.press('.choose a');
  await one.press(HEAD);
}

describe.each([true, false])('a report with script: %s', (script) => {
  it('is written, sent and answered with a code, on a small screen', async () => {
    const one = await walker(browser, address, { script });
    await one.go('/lapor');
    expect(await lookAt(one, 'id', script)).toEqual([]);
    await shot(one, `1-lapor-${script}`);
    await one.press('.choose a');
    expect(await lookAt(one, 'id', script)).toEqual([]);
    await one.fill({ saw: 'jadi tim sukses calon' });
    await one.press('button[value=check]');
    expect(await lookAt(one, 'id', script)).toEqual([]);
    await shot(one, `2-periksa-${script}`);
    await one.press(HEAD);
    if (script) await one.page.locator('[data-fingerprint]:not([hidden])').waitFor();
    expect(await lookAt(one, 'id', script)).toEqual([]);
    await shot(one, `3-tulis-${script}`);
    await one.page.locator('#f-mode-anonymous').check();
    await one.page.locator('#f-files').setInputFiles({
      name: 'rahasia saya.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Isi berkas contoh'),
    });
    await one.page.locator('[data-submit]').click();
    await one.page.locator('.errors').waitFor();
    expect(await one.text('.errors')).toContain('Tulis apa yang terjadi');
    await shot(one, `4-salah-${script}`);
    await one.fill({ what: 'Kepala seksi membagikan selebaran.' });
    world.setClock(new Date(world.platform.now().getTime() + 60_000));
    if (script) {
      expect(await one.text('[data-files]')).toContain('sudah dibuang');
      await one.page.locator('[data-submit]').dblclick();
      await one.page.locator('.report-code li').first().waitFor();
      await one.page.locator('[data-sending]', { hasText: 'sudah sampai' }).waitFor();
    } else await one.press('[data-submit]');
    expect(await one.page.locator('.report-code li').count()).toBe(9);
    expect(await lookAt(one, 'id', script)).toEqual([]);
    await shot(one, `5-selesai-${script}`);
    const { sealed_in, text } = await read();
    expect(sealed_in).toBe(script ? 'browser' : 'server');
    expect(text.what).toBe('Kepala seksi membagikan selebaran.');
    expect(text.files).toHaveLength(script ? 1 : 0);
    expect(await one.context.cookies()).toEqual([]);
    expect(await one.page.url()).toBe(`${address}/lapor/fakfak`);
    expect(one.faults).toEqual([]);
    if (script) {
      const kept = await one.page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]);
      expect(kept).toEqual([0, 0, 0]);
    }
    expect(await query('select 1 from oversight.case_file')).toHaveLength(seen.size);
    await one.context.close();
  });
});

it('is shown in English, wide, without a fault; left at once by Shift three times, and Back does not bring it', async () => {
  const one = await walker(browser, address, { width: 1280 });
  await one.page.route('**/lapor/keluar', (route) => route.fulfill({ body: 'cuaca' }));
  await one.go('/lapor?bahasa=en');
  expect(await lookAt(one, 'en')).toEqual([]);
  await shot(one, 'en-1-lapor');
  await one.press('.choose a');
  expect(await lookAt(one, 'en')).toEqual([]);
  await one.press(HEAD);
  await one.page.locator('[data-fingerprint]:not([hidden])').waitFor();
  expect(await lookAt(one, 'en')).toEqual([]);
  await shot(one, 'en-3-write');
  expect(one.faults).toEqual([]);
  await one.fill({ what: 'Jangan terlihat.' });
  await one.leave(async () => {
    for (let n = 0; n < 3; n += 1) await one.page.keyboard.press('Shift');
  });
  expect(await one.page.content()).toContain('cuaca');
  await one.page.goBack();
  expect(await one.page.content()).not.toContain('Jangan terlihat.');
});

it('is opened and closed by the inspectorate on a page without a fault', async () => {
  const one = await walker(browser, address);
  const { cookie } = await world.signedIn(world.inspector);
  const [name = '', value = ''] = cookie.split('=');
  await one.context.addCookies([{ name, value, url: address }]);
  await one.go('/kerja/fakfak/pengawasan/saluran');
  expect(await lookAt(one)).toEqual([]);
  await shot(one, '6-saluran');
  await one.fill({ keepDays: '3' });
  await one.press('button[value=open]');
  expect(await lookAt(one)).toEqual([]);
  await one.fill({ keepDays: '400' });
  await one.press('button[value=open]');
  expect(await one.text('dl.facts')).toContain('400 hari');
  expect(one.faults).toEqual([]);
});

it('loses nothing while the network is gone, and comes in once', async () => {
  const one = await walker(browser, address);
  await atForm(one);
  await one.page.locator('[data-fingerprint]:not([hidden])').waitFor();
  await one.fill({ what: 'Ditulis saat jaringan putus.' });
  await one.page.locator('#f-mode-anonymous').check();
  let lost = 0;
  // It arrives, and the answer is lost; then nothing arrives; then it does.
  await one.page.route('**/kirim*', async (route) => {
    if (route.request().method() !== 'POST' || lost > 1) return route.continue();
    lost += 1;
    if (lost === 1) await route.fetch();
    return route.abort();
  });
  await one.page.locator('[data-submit]').click();
  await one.page.locator('[data-state]', { hasText: 'dicoba lagi sendiri' }).waitFor();
  expect(await one.page.locator('#f-what').inputValue()).toBe('Ditulis saat jaringan putus.');
  await one.page.locator('.report-code li').first().waitFor();
  expect((await read()).text.what).toBe('Ditulis saat jaringan putus.');
  expect(await query('select 1 from oversight.case_file')).toHaveLength(seen.size);
});

it('does not send to a list of recipients that somebody changed', async () => {
  const one = await walker(browser, address);
  await atForm(one);
  await one.page.route('**/kirim*', async (route) => {
    if (route.request().method() !== 'GET') return route.abort();
    const answer = await route.fetch();
    const { chain } = (await answer.json()) as { chain: { statement: string }[] };
    return route.fulfill({ response: answer, json: { chain: [...chain, { ...chain[1] }] } });
  });
  await one.fill({ what: 'Tidak boleh terkirim.' });
  await one.page.locator('#f-mode-anonymous').check();
  await one.page.locator('[data-submit]').click();
  await one.page.locator('.errors').waitFor();
  expect(await one.text('.errors')).toContain('tidak dapat dipastikan keasliannya');
  expect(await query('select 1 from oversight.case_file')).toHaveLength(seen.size);
});
