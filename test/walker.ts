import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody with a browser of their own. Every page they reach is looked at for what no page may have. */
export interface Walker {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a path of the installation. @returns the status of the answer */
  go(path: string): Promise<number>;
  /** Presses something that leads to another page, and waits for that page. */
  press(target: string | Locator): Promise<void>;
  /** Does something that leads to another page, and waits for that page. */
  leave(act: () => Promise<unknown>): Promise<void>;
  /** Presses a link to a file. */
  download(target: string | Locator): Promise<{ name: string; bytes: Uint8Array }>;
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  text(selector?: string): Promise<string>;
  /** What was wrong on the way: errors of the console, of the policy, of files behind a page. */
  readonly faults: readonly string[];
}

export interface WalkerOptions {
  script?: boolean;
  width?: number;
  colorScheme?: 'light' | 'dark';
  touch?: boolean;
}

export async function walker(browser: Browser, base: string, options: WalkerOptions = {}): Promise<Walker> {
  const { script = true, width = 360, colorScheme = 'light', touch = false } = options;
  const context = await browser.newContext({
    ...{ baseURL: base, javaScriptEnabled: script, colorScheme, hasTouch: touch, locale: 'id-ID' },
    viewport: { width, height: 740 },
  });
  context.setDefaultTimeout(15_000);
  return inPage(context, await context.newPage());
}

/** Another tab of the same person. */
export async function anotherTab({ context }: Walker): Promise<Walker> {
  return inPage(context, await context.newPage());
}

function inPage(context: BrowserContext, page: Page): Walker {
  const faults: string[] = [];
  const note = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  watch(page, note);
  const find = (target: string | Locator) =>
    typeof target === 'string' ? page.locator(target).first() : target;
  const arrive = async () => {
    const wide = await overflow(page);
    if (wide) note(wide);
  };
  const leave = async (act: () => Promise<unknown>) => {
    const loaded = page.waitForEvent('load');
    await Promise.all([loaded, act()]);
    await arrive();
  };
  return {
    ...{ page, context, faults, leave },
    async go(path) {
      const answer = await page.goto(path);
      await arrive();
      return answer?.status() ?? 0;
    },
    press: (target) => leave(() => find(target).click()),
    async download(target) {
      const [file] = await Promise.all([page.waitForEvent('download'), find(target).click()]);
      return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
    },
    async fill(values) {
      for (const [name, value] of Object.entries(values)) await put(page.locator(`#f-${name}`), value);
    },
    text: (selector = 'main') => readText(page.locator(selector).first()),
  };
}

/** As people read it: what is hidden is left out. */
export function readText(part: Locator): Promise<string> {
  return part.evaluate((element) => (element as HTMLElement).innerText);
}

async function put(field: Locator, value: string): Promise<void> {
  const kind = await field.evaluate((element) => element.tagName);
  if (kind === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
}

function watch(page: Page, note: (what: string) => void): void {
  page.on('console', (message) => {
    // The page's own status is the caller's business; that of a file behind it is noted by the answer below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) note(`not loaded: ${request.url()}`);
  });
  page.on('response', (answer) => {
    const behind = answer.request().resourceType() !== 'document';
    if (answer.status() >= 500 || (behind && answer.status() >= 400 && answer.request().method() === 'GET'))
      note(`${answer.status()} for ${answer.url()}`);
  });
}

/** What makes the page wider than the window, in words; empty when nothing does. */
export async function overflow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 1 &&
        !element.closest('.scroll, svg, details:not([open])'),
    );
    const names = wide
      .slice(-3)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`);
    return `wider than the window (${scrollWidth} > ${clientWidth}): ${names.join(' ')}`;
  });
}

/** Fails with everything that was wrong on any of these people's pages. */
export function expectNoFaults(...walkers: readonly Walker[]): void {
  expect(walkers.flatMap(({ faults }) => faults)).toEqual([]);
}
