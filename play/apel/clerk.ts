import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signIn } from '../kit/sign-in.ts';
import { AGENCY, CAMPAIGN, CEREMONY, type Employee } from '../kit/yard.ts';

const APEL = `/kerja/${AGENCY}/apel/${CEREMONY}`;

/** The officer with a laptop: opens the screen, stands at the door, writes the minutes. */
export class Clerk {
  readonly #context: BrowserContext;
  readonly page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async of(browser: Browser, base: string): Promise<Clerk> {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1100, height: 900 } });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await signIn(page, base);
    return new Clerk(context, page);
  }

  /** @returns the address for the projector, and the one for the clicker */
  async openScreen(): Promise<{ screen: string; clicker: string }> {
    await this.page.goto(`${APEL}/layar`);
    await this.page.selectOption('[name=site]', 'halaman');
    await this.#submit('form:has([name=site]) button[type=submit]');
    const address = (path: string) => this.page.locator(`a[href*="/${path}/"]`).first().getAttribute('href');
    return { screen: (await address('layar')) ?? '', clicker: (await address('klik')) ?? '' };
  }

  /** Types or scans what stands on the slip that somebody shows. @returns the name that the page shows large */
  async scanSlip(code: string): Promise<string> {
    await this.page.goto(`${APEL}/pintu`);
    await this.page.fill('[name=teks]', code);
    await this.#submit('form[data-door] button.big');
    return (await this.page.textContent('.door-name')) ?? '';
  }

  /** Three letters of a name, then the person: for who has no slip at hand, or is elsewhere with a reason. */
  async findByName({ name }: Employee, standing?: { status: string; reason: string }): Promise<void> {
    await this.page.goto(`${APEL}/pintu`);
    await this.page.fill('[name=teks]', name);
    await this.#submit('form[data-door] button.big');
    await this.page.getByLabel(name).check();
    if (standing) {
      await this.page.locator('form[data-door] details:has([name=status])').evaluate((details) => {
        (details as HTMLDetailsElement).open = true;
      });
      await this.page.check(`[name=status][value="${standing.status}"]`);
      await this.page.fill('[name=alasan]', standing.reason);
    }
    await this.#submit('form[data-door] button.big');
  }

  /** Freezes the facts of the day. @returns the address of each signer by name */
  async freezeMinutes(): Promise<Map<string, string>> {
    await this.page.goto(`${APEL}/berita-acara`);
    await this.page.fill('[name=startedAt]', '07:00');
    await this.#submit('button[value=freeze]');
    const rows = await this.page.locator('ul.steps > li:has(a[href^="/ba/"])').all();
    const found = await Promise.all(
      rows.map(async (row) => {
        const name = (await row.locator('strong').first().textContent()) ?? '';
        return [name, (await row.locator('a[href^="/ba/"]').getAttribute('href')) ?? ''] as const;
      }),
    );
    return new Map(found);
  }

  /** @returns the PDF of the sealed minutes */
  async sealMinutes(): Promise<Buffer> {
    await this.page.goto(`${APEL}/berita-acara`);
    await this.#submit('button[value=seal]');
    await this.page.waitForSelector('.notice.good .figure');
    const href = await this.page.locator('a[href$="berita-acara.pdf"]').first().getAttribute('href');
    const answer = await this.#context.request.get(href as string);
    if (!answer.ok()) throw new Error(`the minutes answered ${answer.status()}`);
    return answer.body();
  }

  /** What the page of what remains says. */
  async remaining(): Promise<number> {
    await this.page.goto(`/kerja/${AGENCY}/gerakan/${CAMPAIGN}/sisa`);
    return Number(await this.page.textContent('.figure'));
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  #submit(button: string): Promise<unknown> {
    return Promise.all([this.page.waitForEvent('load'), this.page.locator(button).first().click()]);
  }
}
