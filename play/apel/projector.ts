import type { Browser, BrowserContext, Page } from 'playwright-core';
import { scan } from '../kit/scan.ts';

/** A laptop at the projector: the reading screen, moved on by its keyboard or by a phone as clicker. */
export class Projector {
  readonly #context: BrowserContext;
  readonly page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async of(browser: Browser, address: string): Promise<Projector> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByText('siap tanpa jaringan').waitFor();
    return new Projector(context, page);
  }

  /** Which card stands there. */
  async card(): Promise<string> {
    return (await this.page.getAttribute('[data-card]:not([hidden])', 'data-card')) ?? '';
  }

  /** Goes on by the keyboard, card after card, as the leader of the reading does. @returns the cards shown */
  async readTo(wanted: string): Promise<string[]> {
    const shown = [await this.card()];
    while (shown.at(-1) !== wanted) {
      await this.page.keyboard.press('PageDown');
      const next = await this.card();
      if (next === shown.at(-1)) throw new Error(`the screen stays at ${next} and never shows ${wanted}`);
      shown.push(next);
    }
    return shown;
  }

  /** What a phone reads off the rotating code. */
  checkIn(): Promise<string> {
    return scan(this.page.locator('[data-door] svg'));
  }

  /** Until this card stands there, whoever moved the screen. */
  async arrives(card: string): Promise<void> {
    await this.page.waitForSelector(`[data-card="${card}"]:not([hidden])`);
  }

  /** Until the figures say this, without anybody loading the page. */
  async shows(figures: RegExp): Promise<void> {
    await this.page
      .locator('[data-figures]')
      .filter({ hasText: figures })
      .first()
      .waitFor({ timeout: 30_000 });
  }

  /** Somebody closes the lid and opens it again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForSelector('[data-card]:not([hidden])');
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
