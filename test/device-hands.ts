import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { STAFF } from './device-world.ts';
import { axeFaults, faultsOf } from './look.ts';

/** Somebody of STAFF, as they stand before a tablet. */
export type Somebody = (typeof STAFF)[number];

export async function open(context: BrowserContext, address: string): Promise<Page> {
  context.setDefaultTimeout(20_000);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${address}/tablet`);
  return page;
}

export async function prepare(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Siapkan perangkat ini' }).click();
  await page.getByRole('heading', { name: 'Catat kode' }).waitFor();
  const code = (await page.textContent('.figure')) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await page.locator('.notice.warn').count(), 'the page is kept').toBe(0);
  expect(await look(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sudah saya catat' }).click();
  await page.getByRole('heading', { name: 'Siapa Anda?' }).waitFor();
  return code;
}

export async function unlock(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode pembuka').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Siapa Anda?' }).waitFor();
}

export async function pick(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tiga huruf').fill(name.slice(0, 3));
  await page.locator('.device-person', { hasText: name }).click();
}

export async function sign(
  page: Page,
  { name, idNumber }: (typeof STAFF)[number],
  { twice = false } = {},
): Promise<void> {
  await pick(page, name);
  await page.getByRole('heading', { name }).waitFor();
  expect(await look(page)).toEqual([]);
  await fill(page, { name, idNumber } as Somebody);
  const button = page.getByRole('button', { name: 'Tanda tangani' });
  await (twice ? button.dblclick() : button.click());
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
}

/** Everything but the last button. */
export async function fill(page: Page, { name, idNumber }: Somebody): Promise<void> {
  for (const point of await page.locator('input[name=point]').all()) await point.check();
  await page.locator('#f-lastFour').fill(idNumber.slice(-4));
  await page.locator('#f-typedName').fill(name);
  const box = (await page.locator('canvas').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 });
  await page.mouse.up();
}

export async function look(page: Page): Promise<string[]> {
  return [...(await faultsOf(page, 'id')), ...(await axeFaults(page))];
}

export async function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await (await caches.open('ikrar-luring')).keys()).map(({ url }) => new URL(url).pathname),
  );
}

/** Everything that this browser keeps of us, as text. */
export function dump(page: Page): Promise<{ stores: string; pages: string }> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let [stores, pages] = ['', ''];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames)
        stores += `${name}/${store}: ${JSON.stringify(await asked(db.transaction(store).objectStore(store).getAll()))}\n`;
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        pages += `${request.url}\n${await (await cache.match(request))?.text()}\n`;
    }
    return { stores, pages };
  });
}
