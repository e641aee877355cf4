import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/browser.ts';
import { openCampaignOf, openScreenOf } from './kit/campaign.ts';
import { withSite } from './kit/database.ts';
import { load, request } from './kit/load.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, median } from './kit/rounds.ts';
import { type Server, startServer } from './kit/server.ts';
import { overSlow3G } from './kit/slow-network.ts';

/** Most bytes of the signing page's parts, gzipped. */
const BUDGET = { html: 14 * 1024, css: 10 * 1024, script: 5 * 1024 };
/** One that answers without database or markup, through the same server and headers. */
const STILL = '/aset/ikrar.svg';

/**
 * The signing page as a phone gets it: bytes against their budgets, requests, and the server's time for the page against
 * its time for a small file that needs no work.
 */
export function benchPage(bench: Bench): Promise<void> {
  return withSite(bench, async (site) => {
    const campaign = await openCampaignOf(site, 'contoh', 200);
    const screen = await openScreenOf(site, campaign);
    const server = await startServer(site.config, bench);
    try {
      const paths = campaign.slips.map(({ code }) => `/s/${code}`);
      await sizes(bench, server, paths[0] as string);
      await inTheYard(bench, server, { 'signing page': paths[0] as string, 'reading screen': screen });
      await times(bench, server, paths);
    } finally {
      await server.stop();
    }
  });
}

async function sizes(bench: Bench, server: Server, path: string): Promise<void> {
  const html = await get(server, path);
  const text = html.body.toString();
  const styles = links(text, /<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = links(text, /<script[^>]* src="([^"]+)"/g);
  const pictures = links(text, /<(?:img|link rel="icon")[^>]* (?:src|href)="([^"]+)"/g);
  const gzipped = (bytes: Buffer) => gzipSync(bytes).length;
  const report = (figure: string, value: number, anchor: string, anchorValue: number, unit = 'bytes') =>
    bench.report({ figure, value, unit, anchor, anchorValue });
  report('HTML of the signing page, gzipped', gzipped(html.body), 'budget', BUDGET.html);
  report('HTML of the signing page, as the server sends it', html.sent, 'budget', BUDGET.html);
  for (const style of styles) {
    const { body, sent } = await get(server, style);
    report('CSS, gzipped', gzipped(body), 'budget', BUDGET.css);
    report('CSS, as the server sends it', sent, 'budget', BUDGET.css);
  }
  for (const script of scripts) {
    const { body } = await get(server, script);
    report(`script ${script}, gzipped, deferred`, gzipped(body), 'budget', BUDGET.script);
  }
  const readable = 1 + styles.length;
  const all = readable + scripts.length + pictures.length;
  report(
    'requests until everything is there',
    all,
    'requests until it can be read and signed',
    readable,
    'requests',
  );
}

function links(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((found) => found[1] as string);
}

/** Asks as a browser does, willing to take gzip. `sent`: the bytes of the body on the wire. */
async function get({ port }: Server, path: string): Promise<{ body: Buffer; sent: number }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'Accept-Encoding': 'gzip' } });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  const body = Buffer.from(await response.arrayBuffer());
  const packed = response.headers.get('content-encoding') === 'gzip';
  return {
    body,
    sent: packed ? Number(response.headers.get('content-length') ?? gzipSync(body).length) : body.length,
  };
}

async function times(bench: Bench, { port }: Server, paths: readonly string[]): Promise<void> {
  const pages = paths.map((path) => request('GET', path));
  const still = request('GET', STILL);
  const milliseconds = (next: (at: number) => Buffer) => async () => {
    let at = 0;
    const { latencies, statuses } = await load([port], 1, 60, () => (at < 300 ? next(at++) : null));
    if (statuses.get(200) !== latencies.length) throw new Error('a page was not answered');
    return median(latencies);
  };
  const page = milliseconds((at) => pages[at % pages.length] as Buffer);
  await page();
  const times = await interleaved(bench, bench.quick ? 3 : 9, { still: milliseconds(() => still), page });
  const anchor = `${STILL} from the same server, one request at a time`;
  const unit = 'milliseconds, median';
  bench.report({
    figure: 'server time for the signing page',
    value: times.page,
    unit,
    anchor,
    anchorValue: times.still,
  });
}

/** Seconds that somebody with an empty cache waits over slow 3G, beside those for a file that is hardly a file. */
async function inTheYard(
  bench: Bench,
  { port }: Server,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const browser = await launchBrowser();
  try {
    const at = (path: string) => overSlow3G(browser, `http://127.0.0.1:${port}${path}`);
    const still = await at(STILL);
    for (const [name, path] of Object.entries(pages)) {
      const page = await at(path);
      const figure = (what: string) => `${name} over slow 3G (400 kbit/s, 400 ms), ${what}`;
      const seconds = { unit: 'seconds', anchor: `${STILL} over the same network`, anchorValue: still.whole };
      bench.report({ figure: figure('readable'), value: page.readable, ...seconds });
      bench.report({ figure: figure('with everything'), value: page.whole, ...seconds });
      const bytes = {
        unit: 'bytes',
        anchor: 'budgets of a page together',
        anchorValue: BUDGET.html + BUDGET.css + BUDGET.script,
      };
      bench.report({ figure: figure('over the wire'), value: page.bytes, ...bytes });
    }
  } finally {
    await browser.close();
  }
}
