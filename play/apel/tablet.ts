import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchProfile } from '../../test/browser.ts';
import { signIn } from '../kit/sign-in.ts';
import { AGENCY, CAMPAIGN, CEREMONY, type Employee } from '../kit/yard.ts';

const SIZE = { viewport: { width: 768, height: 1024 } };

/** A shared tablet at a table in the yard, with a browser of its own that can be killed and started again. */
export class Tablet {
  readonly #base: string;
  readonly #folder: string;
  #context: BrowserContext;
  #page: Page;
  #unlock = '';
  /** How long each person stood at it, in seconds. */
  readonly served: number[] = [];
  /** How often somebody did not wait for the head. */
  waived = 0;

  private constructor(base: string, folder: string, context: BrowserContext) {
    this.#base = base;
    this.#folder = folder;
    this.#context = context;
    this.#page = context.pages()[0] as Page;
  }

  /** The officer opens it for the apel, prepares it for a yard without network, and notes its code. */
  static async prepared(base: string): Promise<Tablet> {
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-play-tablet-'));
    const tablet = new Tablet(base, folder, await launchProfile(folder, SIZE));
    await tablet.#open();
    return tablet;
  }

  async #open(): Promise<void> {
    const page = this.#page;
    page.setDefaultTimeout(60_000);
    await signIn(page, this.#base);
    await page.goto(`${this.#base}/kerja/${AGENCY}/gerakan/${CAMPAIGN}/tablet`);
    await page.selectOption('[name=ceremony]', CEREMONY);
    await page.click('main form[action$="/tablet"] button[type=submit]');
    await page.getByRole('button', { name: 'Siapkan perangkat ini' }).click();
    await page.getByRole('heading', { name: 'Catat kode' }).waitFor();
    this.#unlock = (await page.textContent('.figure')) ?? '';
    await page.getByRole('button', { name: 'Sudah saya catat' }).click();
    await this.#ready();
  }

  /** One of the queue: finds the own name, reads, ticks, types, signs, hands the tablet on. */
  async serve({ name, lastFour }: Employee, taps = 1): Promise<void> {
    const page = this.#page;
    const began = performance.now();
    await this.#find(name);
    if (await page.getByRole('heading', { name: 'Mohon tunggu' }).isVisible()) {
      await page.getByRole('button', { name: 'Lanjut tanpa menunggu' }).click();
      this.waived += 1;
    }
    await page.locator('[name=typedName]').waitFor();
    for (const point of await page.locator('input[name=point]').all()) await point.check();
    await page.fill('[name=lastFour]', lastFour);
    await page.locator('[name=typedName]').pressSequentially(name, { delay: 30 });
    await page.locator('form button.big').click({ clickCount: taps });
    await page.getByRole('heading', { name: `Terima kasih, ${name}` }).waitFor();
    await page.getByRole('button', { name: 'Serahkan' }).click();
    await this.#ready();
    this.served.push((performance.now() - began) / 1000);
  }

  async #find(name: string): Promise<void> {
    await this.#page.locator('[name=cari]').pressSequentially(name.slice(0, 8), { delay: 30 });
    await this.#page.locator('button.device-person', { hasText: name }).click();
  }

  /** Its battery dies; somebody starts it again and types the code that was written down. */
  async dieAndReopen(): Promise<void> {
    await this.#context.close();
    this.#context = await launchProfile(this.#folder, SIZE);
    this.#page = this.#context.pages()[0] as Page;
    this.#page.setDefaultTimeout(60_000);
    await this.#page.goto(`${this.#base}/tablet`);
    await this.#page.locator('[name=unlock]').fill(this.#unlock);
    await this.#page.keyboard.press('Enter');
    await this.#ready();
  }

  /** Until everything that was kept on it is recorded. */
  async sentAll(): Promise<void> {
    await this.#page.getByText('Tidak ada yang menunggu').waitFor({ timeout: 180_000 });
  }

  async waiting(): Promise<number> {
    const said = (await this.#page.textContent('.device-state')) ?? '';
    return Number(/(\d+) menunggu/.exec(said)?.[1] ?? 0);
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ready(): Promise<void> {
    await this.#page.getByRole('heading', { name: 'Siapa Anda?' }).waitFor();
  }
}
