import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Employee } from '../kit/yard.ts';

/** What a phone shows its holder. */
export type Shown = 'form' | 'saved' | 'receipt';

/** One person with a cheap phone, 360 pixels wide. */
export class Phone {
  readonly holder: Employee;
  readonly #context: BrowserContext;
  readonly page: Page;
  /** What the receipt page said, once it was reached. */
  receipt = '';

  private constructor(holder: Employee, context: BrowserContext, page: Page) {
    this.holder = holder;
    this.#context = context;
    this.page = page;
  }

  static async of(browser: Browser, base: string, holder: Employee): Promise<Phone> {
    const context = await browser.newContext({
      ...{ baseURL: base, viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'id-ID' },
    });
    context.setDefaultTimeout(60_000);
    return new Phone(holder, context, await context.newPage());
  }

  /** Opens the slip, as its QR code does. */
  async open(code = this.holder.code): Promise<void> {
    await this.page.goto(`/s/${code}`);
  }

  /** Reads and ticks every point, types a name and taps; twice where the finger trembles. */
  async sign(name = this.holder.name, taps = 1): Promise<void> {
    await this.page.waitForSelector('form[data-sign] button.big');
    for (const box of await this.page.$$('input[name=point]')) await box.check();
    await this.page.fill('[name=typedName]', name);
    await this.page.click('form[data-sign] button.big', { clickCount: taps, noWaitAfter: true });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
