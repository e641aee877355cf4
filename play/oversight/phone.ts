import type { Browser, Page } from 'playwright-core';
import { AGENCY } from '../kit/yard.ts';

export interface Report {
  what: string;
  name?: string;
  when?: string;
  /** Labels of those who receive reports and are not to get this one. */
  involved?: string;
  file?: { name: string; mimeType: string; buffer: Buffer };
}

/** A reporter with a cheap phone: a new browser each time, of which nothing stays. */
export class Phone {
  readonly #browser: Browser;
  readonly #base: string;
  readonly #script: boolean;

  constructor(browser: Browser, base: string, { script }: { script: boolean }) {
    this.#browser = browser;
    this.#base = base;
    this.#script = script;
  }

  /** @returns the words to be written down */
  async report(report: Report): Promise<string> {
    return this.#with(async (page) => {
      await page.goto('/lapor');
      await Promise.all([page.waitForEvent('load'), page.click(`a[href*="/lapor/${AGENCY}"]`)]);
      await Promise.all([page.waitForEvent('load'), page.click('button[value=write]')]);
      await page.fill('[name=what]', report.what);
      if (report.name) await page.fill('[name=name]', report.name);
      if (report.when) await page.fill('[name=when]', report.when);
      if (report.file) await page.setInputFiles('[name=files]', report.file);
      await page.check('[name=mode][value=anonymous]');
      if (report.involved)
        await page.locator('#f-involved .choice', { hasText: report.involved }).locator('input').check();
      if (!this.#script) await this.#wait(page);
      await page.click('[data-submit]');
      await page.waitForSelector('[data-code] li');
      if (this.#script && report.file) await page.locator('[data-sending]', { hasText: /\S/ }).waitFor();
      await page.waitForTimeout(this.#script && report.file ? 3000 : 0);
      return (await page.locator('[data-code] li').allTextContents()).map((word) => word.trim()).join(' ');
    });
  }

  /** @returns what stands in the mailbox */
  async look(code: string, answer?: string): Promise<string> {
    return this.#with(async (page) => {
      await page.goto('/lapor/kembali');
      await page.fill('[name=code]', code);
      if (!this.#script) await this.#wait(page);
      await page.click('[data-submit]');
      await page.locator('[data-statuses] li').first().waitFor();
      if (answer) {
        await page.fill('[data-reply-form] [name=text]', answer);
        if (!this.#script) await this.#wait(page);
        await page.click('[data-reply-form] button[type=submit]');
        await page.locator('[data-messages]', { hasText: answer }).waitFor();
      }
      return page.innerText('main');
    });
  }

  /** Without script a form that was only just opened is asked to wait. */
  async #wait(page: Page): Promise<void> {
    await page.waitForTimeout(4000);
  }

  async #with<T>(act: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({
      ...{ baseURL: this.#base, viewport: { width: 360, height: 740 }, javaScriptEnabled: this.#script },
    });
    context.setDefaultTimeout(120_000);
    try {
      const page = await context.newPage();
      const done = await act(page);
      const cookies = await context.cookies();
      if (cookies.length > 0) throw new Error(`the channel set cookies: ${cookies.map(({ name }) => name)}`);
      return done;
    } finally {
      await context.close();
    }
  }
}
