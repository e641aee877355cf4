import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { presenceOf } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { forgetDevice } from '../src/signing/offline/devices.ts';
import { launchBrowser, launchProfile } from './browser.ts';
import { dump, fill, look, open, pick, prepare, sign, unlock } from './device-hands.ts';
import { type DeviceWorld, openDeviceWorld, STAFF } from './device-world.ts';
import { codesOf } from './signing-world.ts';

vi.setConfig({ testTimeout: 120_000 });

const [REKA, BAGAS, KIRANA, WULAN, ADITYA] = STAFF;
let site: DeviceWorld;
let browser: Browser;
const folders: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  site = await openDeviceWorld();
});
afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  await site.close();
});
afterAll(() => browser.close());

describe('a prepared tablet', () => {
  it('keeps what was done without network through a reload and a restart, and sends it once and in order', async () => {
    const folder = profile();
    const cookie = { name: 'ikrar_tablet', value: await site.tablet(), url: `${site.address}/tablet` };
    const first = await launchProfile(folder, { viewport: { width: 768, height: 1024 } });
    await first.addCookies([cookie]);
    const one = await open(first, site.address);
    const code = await prepare(one);
    expect(await look(one)).toEqual([]);

    await first.setOffline(true);
    await one.getByText('Tanpa jaringan').waitFor();
    await sign(one, REKA, { twice: true });
    await one.getByText('Tersimpan di sini, belum tercatat').waitFor();
    await one.getByRole('heading', { name: 'Siapa Anda?' }).waitFor();
    expect(await one.locator('#f-typedName, canvas').count(), 'nothing of the last person is left').toBe(0);
    await sign(one, BAGAS);
    await one.getByRole('button', { name: 'Serahkan' }).click();
    await one.getByLabel('Kehadiran').check();
    await pick(one, KIRANA.name);
    expect(await look(one)).toEqual([]);
    await one.getByRole('button', { name: 'Hadir', exact: true }).dblclick();
    await one.getByText('3 menunggu dikirim').waitFor();

    await one.reload();
    await one.getByRole('heading', { name: 'Perangkat terkunci' }).waitFor();
    expect(await one.locator('.device-bar button:visible').count()).toBe(0);
    expect(await look(one)).toEqual([]);
    await holdsNothingPlain(one, code);
    await one.getByLabel('Kode pembuka').fill('0000-0000-0000');
    await one.keyboard.press('Enter');
    await one.getByText('Kode ini tidak membuka').waitFor();
    await unlock(one, code);
    await one.getByText('3 menunggu dikirim').waitFor();
    await pick(one, REKA.name);
    await one.getByText('belum tercatat').waitFor();
    await first.close();

    const second = await launchProfile(folder, { offline: true, viewport: { width: 360, height: 740 } });
    const again = await open(second, site.address);
    await again.getByRole('heading', { name: 'Perangkat terkunci' }).waitFor();
    await again.getByText('3 menunggu dikirim').waitFor();
    expect(await site.records()).toEqual([]);
    await second.setOffline(false);
    await again.getByText('Tidak ada yang menunggu').waitFor();
    const records = await site.records();
    expect(records.map(({ person, act }) => [person.name, act.method])).toEqual([
      [REKA.name, 'tablet'],
      [BAGAS.name, 'tablet'],
    ]);
    expect(records.map(({ act }) => act.offline?.seq)).toEqual([1, 2]);
    expect(await attended()).toEqual([[KIRANA.name, 'present']]);

    await unlock(again, code);
    await again.getByRole('button', { name: 'Perangkat', exact: true }).click();
    expect(await look(again)).toEqual([]);
    await again.getByRole('button', { name: 'Lupakan perangkat ini' }).click();
    await again.getByRole('button', { name: 'Hapus semuanya' }).click();
    await again.waitForURL(`${site.address}/`);
    expect(await dump(again)).toEqual({ stores: '', pages: '' });
    await second.close();
  });
});

describe('a tablet in a queue', () => {
  it('lets the first of the order sign first, once for a person in two tabs, and forgets when told', async () => {
    await site.order([2, 0, 1]);
    const value = await site.tablet();
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    await context.addCookies([{ name: 'ikrar_tablet', value, url: `${site.address}/tablet` }]);
    const one = await open(context, site.address);
    const code = await prepare(one);
    await one.getByRole('heading', { name: 'Berikutnya' }).waitFor();
    expect(await one.locator('.device-person strong').allTextContents()).toEqual(
      [KIRANA, REKA, BAGAS].map(({ name }) => name),
    );
    await one.keyboard.type('ruf');
    await one.keyboard.press('Enter');
    await one.getByText(`Menurut urutan, ${KIRANA.name}`).waitFor();
    expect(await look(one)).toEqual([]);
    await one.getByRole('button', { name: 'Kembali' }).click();

    const two = await anotherTab(context, code);
    await context.setOffline(true);
    await Promise.all([pick(one, KIRANA.name), pick(two, KIRANA.name)]);
    await Promise.all([fill(one, KIRANA), fill(two, KIRANA)]);
    const press = (page: Page) => page.getByRole('button', { name: 'Tanda tangani' }).click();
    await Promise.all([press(one), press(two)]);
    await Promise.all(
      [one, two].map((page) => page.getByRole('heading', { name: 'Terima kasih' }).waitFor()),
    );
    await one.getByText('1 menunggu dikirim').waitFor();

    await one.getByRole('button', { name: 'Perangkat', exact: true }).click();
    await one.getByRole('button', { name: 'Lupakan perangkat ini' }).click();
    await one.getByRole('button', { name: 'Hapus semuanya' }).click();
    await one.getByText('Masih ada yang menunggu').waitFor();
    expect(await look(one)).toEqual([]);
    await context.setOffline(false);
    await one.getByText('Tidak ada yang menunggu').waitFor();
    expect((await site.records()).filter(({ person }) => person.name === KIRANA.name)).toHaveLength(1);

    const id = value.split('.')[1] ?? '';
    await transaction(site.db.pool, (client) =>
      forgetDevice(client, { agencyId: site.world.agencyId, id }, 'lost', 'system', new Date()),
    );
    await one.reload();
    await one.waitForURL(`${site.address}/`);
    await expect.poll(() => dump(one)).toEqual({ stores: '', pages: '' });
    await context.close();
  });

  it('locks itself when nobody touches it, and asks no more of a name after five wrong tries', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const value = await site.tablet();
    await context.addCookies([{ name: 'ikrar_tablet', value, url: `${site.address}/tablet` }]);
    const slip = (await codesOf(site, site.campaignId)).get(await idOf(WULAN.name)) ?? '';
    await context.clock.install();
    const one = await open(context, site.address);
    const code = await prepare(one);
    await one.getByLabel('Tiga huruf').fill('dewi');
    await one.getByText('Tidak ada nama yang cocok').waitFor();
    await pick(one, WULAN.name);
    for (const wrong of ['', '1', '0000', '0001', '0002', '0003', '0004']) await tryDigits(one, wrong);
    await one.getByText('Angka ini tidak cocok').waitFor();
    await tryDigits(one, '2031');
    await one.getByText('Terlalu banyak angka salah').waitFor();
    await one.locator('#f-typedName').fill('Wulan');
    await context.clock.fastForward(6 * 60_000);
    await one.getByRole('heading', { name: 'Perangkat terkunci' }).waitFor();
    expect(await one.textContent('main')).not.toContain('Wulan');
    await unlock(one, code);
    await one.keyboard.type(slip.toLowerCase());
    await one.keyboard.press('Enter');
    await one.getByRole('heading', { name: WULAN.name }).waitFor();
    await fill(one, WULAN);
    await one.getByRole('button', { name: 'Tanda tangani' }).click();
    const said = await one.getByText('Tercatat, nomor').textContent();
    const [record] = (await site.records()).filter(({ person }) => person.name === WULAN.name);
    expect(said).toBe(`Tercatat, nomor ${record?.receipt}.`);
    await context.close();
  });

  it('shows what the server refused, by name, and takes the person again under the new text', async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 1024 } });
    await context.addCookies([
      { name: 'ikrar_tablet', value: await site.tablet(), url: `${site.address}/tablet` },
    ]);
    const one = await open(context, site.address);
    await prepare(one);
    await site.withdraw();
    await pick(one, ADITYA.name);
    await fill(one, ADITYA);
    await one.getByRole('button', { name: 'Tanda tangani' }).click();
    await one.getByText('Teks pakta sudah ditarik').waitFor();
    await one.getByText('1 ditolak').waitFor();
    await one.getByRole('button', { name: 'Serahkan' }).click();
    await one.getByRole('button', { name: 'Perangkat', exact: true }).click();
    await one.locator('main li', { hasText: ADITYA.name }).getByText('sudah ditarik').waitFor();
    expect(await look(one)).toEqual([]);
    await site.replaceText('Butir yang diperbaiki sebagai contoh.');
    await one.getByRole('button', { name: 'Perbarui daftar' }).click();
    await one.getByText('Daftar dan teks terbaru').waitFor();
    await one.getByRole('button', { name: 'Kembali' }).click();
    await pick(one, ADITYA.name);
    await one.getByText('Butir yang diperbaiki').waitFor();
    await fill(one, ADITYA);
    await one.getByRole('button', { name: 'Tanda tangani' }).click();
    await one.getByText('Tercatat, nomor').waitFor();
    expect((await site.records()).map(({ person, act }) => [person.name, act.offline?.seq])).toEqual([
      [ADITYA.name, 2],
    ]);
    await context.close();
  });

  it('says so where the disk takes nothing, and saves nothing by halves', async () => {
    const context = await browser.newContext();
    const value = await site.tablet();
    await context.addCookies([{ name: 'ikrar_tablet', value, url: `${site.address}/tablet` }]);
    const one = await open(context, site.address);
    await prepare(one);
    await context.setOffline(true);
    await pick(one, ADITYA.name);
    await fill(one, ADITYA);
    await one.evaluate(breakDisk);
    await one.getByRole('button', { name: 'Tanda tangani' }).click();
    await one.getByText('ruang simpan perangkat penuh').waitFor();
    await one.getByText('Tidak ada yang menunggu').waitFor();
    await one.getByRole('button', { name: 'Tanda tangani' }).click();
    await one.getByText('1 menunggu dikirim').waitFor();
    await context.close();
  });
});

/** The next thing that is added is not kept, as where there is no room: its whole transaction is undone. */
function breakDisk(): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...given) {
    IDBObjectStore.prototype.add = add;
    const request = add.apply(this, given);
    this.transaction.abort();
    return request;
  };
}

async function idOf(name: string): Promise<string> {
  const { rows } = await site.db.pool.query<{ id: string }>(
    'select person_id as id from campaigns.audience where name = $1',
    [name],
  );
  return rows[0]?.id ?? '';
}

async function tryDigits(page: Page, digits: string): Promise<void> {
  await page.locator('#f-lastFour').fill(digits);
  await page.getByRole('button', { name: 'Tanda tangani' }).click();
}

async function anotherTab(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.address}/tablet`);
  await unlock(page, code);
  return page;
}

async function attended() {
  const { db, world, campaignId, ceremonyId } = site;
  const asked = 'select person_id as id, name from campaigns.audience where campaign_id = $1';
  const { rows } = await db.pool.query<{ id: string; name: string }>(asked, [campaignId]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const found = await presenceOf(db.pool, world.agencyId, ceremonyId, [...names.keys()]);
  return [...found.values()].map(({ personId, standing }) => [names.get(personId), standing]);
}

function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-tablet-'));
  folders.push(folder);
  return folder;
}

async function holdsNothingPlain(page: Page, code: string): Promise<void> {
  const { stores, pages } = await dump(page);
  expect(stores).toContain('ikrar-perangkat/items');
  expect(pages).toContain('/tablet');
  const codes = [...(await codesOf(site, site.campaignId)).values()];
  const secrets = [...STAFF.flatMap(({ name, idNumber }) => [name, idNumber]), "Ma'ruf", ...codes, code];
  for (const secret of [...secrets, code.replaceAll('-', '')]) expect(stores + pages).not.toContain(secret);
}
