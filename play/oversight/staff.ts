import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AGENCY } from '../kit/yard.ts';
import { PASSPHRASE, PASSWORD, PEOPLE, type Who } from './house.ts';

const HERE = `/kerja/${AGENCY}/pengawasan`;

export interface StepForm {
  /** Fields of the step, by their names without the step's own. */
  fields?: Record<string, string>;
  note?: string;
  /** To the reporter. */
  message?: string;
}

/** One of the staff at their own computer, with their own key. */
export class Staff {
  readonly who: Who;
  readonly #context: BrowserContext;
  readonly page: Page;

  private constructor(who: Who, context: BrowserContext, page: Page) {
    this.who = who;
    this.#context = context;
    this.page = page;
  }

  static async of(browser: Browser, base: string, who: Who): Promise<Staff> {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1100, height: 900 } });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    const staff = new Staff(who, context, page);
    await staff.signIn();
    return staff;
  }

  async signIn(): Promise<void> {
    await this.#context.clearCookies();
    await this.page.goto('/masuk');
    await this.page.fill('[name=username]', PEOPLE[this.who].username);
    await this.page.fill('[name=password]', PASSWORD);
    await this.#submit('main form button[type=submit]');
  }

  /** A key of one's own: passphrase, and the words that are shown once, of which one is asked back. */
  async makeKey(): Promise<void> {
    const { page } = this;
    await page.goto(`${HERE}/kunci`);
    await page.fill('[data-make] [name=newPassphrase]', PASSPHRASE);
    await page.fill('[data-make] [name=newPassphraseAgain]', PASSPHRASE);
    await page.click('[data-make] button[type=submit]');
    await page.waitForSelector('[data-words] ol li');
    const words = await page.locator('[data-words] ol li').allTextContents();
    const asked = await page.textContent('label[for=f-askedWord]');
    const which = Number(/\d+/.exec(asked ?? '')?.[0] ?? 1);
    await page.fill('[name=askedWord]', (words[which - 1] as string).trim());
    await Promise.all([page.waitForEvent('load'), page.click('[data-asked] button[type=submit]')]);
  }

  async unlock(): Promise<void> {
    const { page } = this;
    const open = page.locator('[data-unlock] [data-state=open]');
    const locked = page.locator('[data-unlock] form[data-state=locked]');
    await open.or(locked).filter({ visible: true }).first().waitFor();
    if (await open.isVisible()) return;
    await page.fill('[name=keyPassphrase]', PASSPHRASE);
    await locked.locator('button[type=submit]').click();
    await open.waitFor();
  }

  /** The first signs itself in; others are signed in by somebody who compared six words with them. */
  async listRecipient(name: string, role: 'recipient' | 'custodian' | 'decider'): Promise<void> {
    const { page } = this;
    await page.goto(`${HERE}/penerima`);
    await this.unlock();
    const form = page.locator('form[data-sign=add]');
    await form.locator('.choice', { hasText: name }).locator('input[name=keyId]').check();
    const compared = form.locator('[name=compared]');
    if ((await compared.count()) > 0) {
      await form.locator(`input[name=role][value=${role}]`).check();
      await compared.check();
    }
    await Promise.all([page.waitForEvent('load'), form.locator('button[type=submit]').click()]);
    if ((await page.getByText(name).count()) === 0) throw new Error(`${name} is not in the list`);
  }

  async openChannel(): Promise<void> {
    await this.page.goto(`${HERE}/saluran`);
    await this.#submit('main form button[value=open]');
  }

  /** Ids of the cases in one's own list. */
  async cases(): Promise<string[]> {
    await this.page.goto(HERE);
    const links = await this.page
      .locator('a[href*="/perkara/"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname.split('/')[5] ?? ''));
    return [...new Set(links)];
  }

  /** The case, with what was written opened. @returns all of it */
  async read(id: string): Promise<string> {
    await this.page.goto(`${HERE}/perkara/${id}`);
    await this.unlock();
    await this.page.locator('#isi-perkara article').first().waitFor();
    return this.page.innerText('main');
  }

  /** @returns what the page complains of; empty where the step was written */
  async step(id: string, what: string, form: StepForm = {}): Promise<string> {
    const { page } = this;
    await page.goto(`${HERE}/perkara/${id}`);
    await this.unlock();
    const step = page.locator(`form#f-${what}`);
    if ((await step.count()) === 0) throw new Error(`${what} is not among what may be done next`);
    await step.evaluate((found) => {
      (found.closest('details') as HTMLDetailsElement).open = true;
      // What the server refuses is the question, not what the browser would stop.
      (found as HTMLFormElement).noValidate = true;
    });
    for (const [name, value] of Object.entries(form.fields ?? {})) {
      const field = step.locator(`[name="${what}-${name}"]`);
      const isSelect = await field.first().evaluate((found) => found.tagName === 'SELECT');
      await (isSelect ? field.selectOption(value) : field.fill(value));
    }
    if (form.note) await step.locator(`[name="${what}-note"]`).fill(form.note);
    if (form.message) await step.locator(`[name="${what}-message"]`).fill(form.message);
    await Promise.all([page.waitForEvent('load'), step.locator('button[type=submit]').click()]);
    const errors = page.locator('.errors');
    return (await errors.count()) > 0 ? errors.innerText() : '';
  }

  async find(finding: Record<string, string>, shareWith: string): Promise<string> {
    const { page } = this;
    await page.goto(`${HERE}/temuan`);
    await this.unlock();
    for (const [name, value] of Object.entries(finding))
      await page.fill(`form[data-finding] [name=${name}]`, value);
    const other = page.locator('form[data-finding] .choice', { hasText: shareWith });
    if ((await other.count()) > 0) await other.locator('input').check();
    await Promise.all([
      page.waitForURL('**/perkara/*'),
      page.click('form[data-finding] button[type=submit]'),
    ]);
    return page.url().split('/').at(-1)?.replace(/#.*/, '') as string;
  }

  /** Says who is reported, from the roster; the server keeps who must not see it, and no link to the person. */
  async accuse(id: string, search: string, isHead: boolean): Promise<void> {
    const { page } = this;
    await page.goto(`${HERE}/perkara/${id}/akses`);
    await page.fill('[name=cari]', search);
    await this.#submit('form:has([name=cari]) button[type=submit]');
    await page.locator('[name=person]').first().check();
    if (isHead) await page.locator('[name=head][value=ya]').check();
    await this.#submit('form:has([name=person]) button[type=submit]');
  }

  async giveAccess(id: string, name: string): Promise<void> {
    const { page } = this;
    await page.goto(`${HERE}/perkara/${id}/akses`);
    await this.unlock();
    await page.selectOption('form[data-give] [name=key]', { label: name });
    await this.#submit('form[data-give] button[type=submit]');
  }

  /** The status of a page that somebody asks for in their own session. */
  async status(path: string): Promise<number> {
    const answer = await this.#context.request.get(`${HERE}${path}`, { maxRedirects: 0 });
    return answer.status();
  }

  async text(path: string): Promise<string> {
    await this.page.goto(`${HERE}${path}`);
    return this.page.innerText('main');
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  #submit(button: string): Promise<unknown> {
    return Promise.all([this.page.waitForEvent('load'), this.page.locator(button).first().click()]);
  }
}
