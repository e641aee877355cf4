import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Employee } from '../kit/yard.ts';

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

  /** The form came back: the name was another's. */
  async refused(): Promise<void> {
    await this.page.waitForSelector('#e-typedName');
  }

  /** The page stands on the phone, so that it opens without network. */
  async kept(): Promise<void> {
    await this.page.waitForFunction(async () => {
      const cache = await caches.open('ikrar-luring');
      return (await cache.match(location.href)) !== undefined;
    });
  }

  /** Saved here, and said so; not yet recorded. */
  async saved(): Promise<void> {
    await this.page.getByText('Tersimpan di ponsel ini, belum tercatat').waitFor();
  }

  /** Closes the page while the network is away, and opens it again. */
  async reopenSaved(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`/s/${this.holder.code}`);
    await this.saved();
  }

  /** Until the page of the receipt is there. */
  async recorded(): Promise<void> {
    const figure = this.page.locator('.figure').first();
    await figure.waitFor({ timeout: 180_000 });
    this.receipt = (await figure.textContent()) ?? '';
  }

  /** By the code on the screen, then the own slip. */
  async checkIn(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.fill('[name=kode]', this.holder.code);
    await Promise.all([
      this.page.waitForEvent('load'),
      this.page.locator('form:has([name=kode]) button').click(),
    ]);
    await this.page.getByText(this.holder.name).first().waitFor();
  }

  /** The clicker of the reading screen. */
  async click(address: string, way: 'back' | 'next'): Promise<void> {
    await this.page.goto(address);
    await this.page.click(way === 'next' ? 'button.click:not(.second)' : 'button.click.second');
  }

  /** Reads the frozen minutes and signs them. */
  async signMinutes(address: string, name: string): Promise<void> {
    await this.page.goto(address);
    await this.page.fill('[name=typedName]', name);
    await this.page.click('form[data-sign] button.big');
    await this.page.getByText('telah menandatangani berita acara').waitFor();
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
