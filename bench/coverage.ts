import { compose } from '../src/app.ts';
import { forAgency, many } from '../src/platform/db/index.ts';
import type { App } from '../src/platform/http/visit.ts';
import { createPlatform } from '../src/platform/platform.ts';
import { recount } from '../src/tally/index.ts';
import { to } from '../src/urls.ts';
import { NO_WORK } from '../src/worker.ts';
import { buildCountry, type Country, countrySql, everywhere, officeOf } from './kit/country.ts';
import { type Site, withSite } from './kit/database.ts';
import type { Bench } from './kit/report.ts';
import { median, quantile } from './kit/rounds.ts';

/** The institutions and units of the country, and so many people in them. */
const COUNTRY = { agencies: 640, units: 94 };
const PEOPLE = { small: 5_600, big: 5_600_000 };
const QUICK = { agencies: 64, units: 94, people: 56_000 };
const BUDGET_MS = 50;

/**
 * What coverage pages take on the server, asked in turn of a nation of 5.6 million people, two million of whom have
 * signed, and of the same institutions and units with 5,600 people.
 */
export function benchCoverage(bench: Bench): Promise<void> {
  const big = bench.quick ? QUICK : { ...COUNTRY, people: PEOPLE.big };
  const small = { ...big, people: bench.quick ? PEOPLE.small / 10 : PEOPLE.small };
  return withSite(bench, (site) =>
    withSite(bench, async (other) => {
      const yards = { big: await yardOf(bench, site, big), small: await yardOf(bench, other, small) };
      await requireEqual(bench, yards.big);
      for (const page of PAGES) await measure(bench, page, yards);
      await scan(bench, yards.big);
    }),
  );
}

interface Yard {
  site: Site;
  country: Country;
  app: App;
  headers: { cookie: string };
}

async function yardOf(bench: Bench, site: Site, country: Country): Promise<Yard> {
  await buildCountry(bench, site, country);
  bench.say(`${country.people} people of ${country.agencies} institutions with ${country.units} units each`);
  const headers = await everywhere(site, country.agencies);
  // Each request comes two seconds after the last, so that nothing is answered from what is remembered for one.
  let asked = 0;
  const began = Date.now();
  const clock = () => new Date(began + asked * 2000);
  const { pool, config } = site.platform;
  const { app } = await compose(createPlatform(pool, config, clock), NO_WORK, bench.say);
  const counted = Object.assign(Object.create(app) as App, {
    request: (path: string, init: RequestInit) => {
      asked += 1;
      return app.request(path, init);
    },
  });
  return { site, country, app: counted, headers };
}

interface Page {
  name: string;
  /** The address for the nth request; institutions take turns. */
  path(agency: string, nth: number): string;
}

const PAGES: readonly Page[] = [
  { name: 'the nation', path: () => to('nation') },
  {
    name: 'a province',
    path: (_, nth) => to('nationRegion', { region: ['11', '32', '35'][nth % 3] as string }),
  },
  { name: 'an institution, for the nation', path: (agency) => to('nationAgency', { agency }) },
  { name: 'an institution', path: (agency) => to('coverage', { agency, campaign: 'g1' }) },
  {
    name: 'a unit',
    path: (agency, nth) => to('coverageUnit', { agency, campaign: 'g1', unit: `u${1 + (nth % 8)}` }),
  },
  { name: 'who is still to sign', path: (agency) => to('remaining', { agency, campaign: 'g1' }) },
];

async function measure(bench: Bench, page: Page, yards: { big: Yard; small: Yard }): Promise<void> {
  const rounds = bench.quick ? 60 : 500;
  const times = { big: [] as number[], small: [] as number[] };
  const late = performance.now() + (bench.quick ? 2500 : Number.POSITIVE_INFINITY);
  for (let nth = -10; nth < rounds && (nth < 10 || performance.now() < late); nth += 1)
    for (const name of ['small', 'big'] as const) {
      const took = await timed(yards[name], page, Math.abs(nth));
      if (took === null) return bench.say(`${page.name}: not there, not measured`);
      if (nth >= 0) times[name].push(took);
    }
  const [big, small] = [median(times.big), median(times.small)];
  const p99 = quantile(times.big, 0.99);
  const unit = 'milliseconds';
  const held = (figure: string, value: number, anchor: string, anchorValue: number) =>
    bench.report({ figure: `${page.name}, ${figure}`, value, unit, anchor, anchorValue });
  held('p99', p99, 'budget', BUDGET_MS);
  held('p50', big, `p50 at ${yards.small.country.people} people`, small);
  held('p99 of the large', p99, `p99 at ${yards.small.country.people} people`, quantile(times.small, 0.99));
}

async function timed({ app, headers, country }: Yard, page: Page, nth: number): Promise<number | null> {
  const agency = officeOf(country.agencies, nth);
  const began = performance.now();
  const answer = await app.request(page.path(agency, nth), { headers });
  await answer.arrayBuffer();
  return answer.status === 200 ? performance.now() - began : null;
}

/** The anchor of another kind: the same figures of one institution, counted by reading its people. */
async function scan(bench: Bench, { site, country, ...yard }: Yard): Promise<void> {
  const scans: number[] = [];
  const pages: number[] = [];
  const page = PAGES.find(({ name }) => name === 'an institution') as Page;
  for (let nth = 0; nth < (bench.quick ? 20 : 60); nth += 1) {
    pages.push((await timed({ site, country, ...yard }, page, nth)) ?? Number.NaN);
    const began = performance.now();
    await forAgency('i0', () => many(site.platform.pool, countrySql.scan, { agencyId: 'i0' }));
    scans.push(performance.now() - began);
  }
  const anchor = 'one query that counts its people';
  const figure = 'the page of an institution against a scan';
  bench.report({ figure, value: median(pages), unit: 'milliseconds', anchor, anchorValue: median(scans) });
}

/** @throws Error where what is measured would not be true */
async function requireEqual(bench: Bench, { site }: Yard): Promise<void> {
  for (const agencyId of ['i0', 'i1', 'i37']) {
    const [first] = await recount(site.platform.pool, agencyId, 'g1');
    if (first) throw new Error(`${agencyId}: ${JSON.stringify(first)}`);
  }
  bench.say('counts of three institutions equal a recount');
}
