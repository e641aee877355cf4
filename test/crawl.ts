import type { Page } from 'playwright-core';
import { urls } from '../src/urls.ts';

/** A path found on a page, and the pattern of `urls` that it follows with the names of its query. */
export interface Found {
  path: string;
  pattern: string;
  /** Where the link stands. */
  from: string;
}

/** Where paths come from that no page links to; they may be refused. */
export const START = 'the beginning';

/** More specific patterns first, so that `gerakan/baru` is not taken for a campaign. */
const PATTERNS = Object.values(urls)
  .map((url) => ({ url, test: new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`) }))
  .sort((a, b) => parameters(a.url) - parameters(b.url));

function parameters(url: string): number {
  return url.split(':').length;
}

/** `/kerja/:agency/pegawai?cari`; a path of no pattern is its own. */
export function patternOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://x');
  const names = [...new Set(searchParams.keys())].sort().join('&');
  const known = PATTERNS.find(({ test }) => test.test(pathname))?.url ?? pathname;
  return names ? `${known}?${names}` : known;
}

/** The links of this page to other pages of ours, without those that change the language or leave for another site. */
export async function linksOf(page: Page): Promise<Found[]> {
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].map(
      (link) => new URL(link.getAttribute('href') ?? '', location.href).href,
    ),
  );
  const here = new URL(page.url());
  return hrefs
    .map((href) => new URL(href))
    .filter((url) => url.origin === here.origin && !url.pathname.startsWith('/bahasa/'))
    .filter((url) => url.pathname !== urls.reportLeave && url.searchParams.get('bahasa') === null)
    .map((url) => url.pathname + url.search)
    .map((path) => ({ path, pattern: patternOf(path), from: here.pathname }));
}

export interface Arrived extends Found {
  status: number;
  isPage: boolean;
}

/**
 * Follows links from `starts`, one path for each pattern, and calls `look` on every page.
 * @param open opens a path; answers its status and whether it is a page rather than a file
 */
export async function crawl(
  page: Page,
  starts: readonly string[],
  open: (path: string) => Promise<{ status: number; isPage: boolean }>,
  look: (arrived: Arrived) => Promise<void>,
  most = 180,
): Promise<Arrived[]> {
  const waiting: Found[] = starts.map((path) => ({ path, pattern: patternOf(path), from: START }));
  const seen = new Set<string>();
  const arrived: Arrived[] = [];
  for (let next = waiting.shift(); next && arrived.length < most; next = waiting.shift()) {
    if (seen.has(next.pattern)) continue;
    seen.add(next.pattern);
    const here = { ...next, ...(await open(next.path)) };
    arrived.push(here);
    if (!here.isPage) continue;
    waiting.push(...(await linksOf(page)).filter(({ pattern }) => !seen.has(pattern)));
    await look(here);
  }
  return arrived;
}
