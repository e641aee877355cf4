import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { to } from '../src/urls.ts';
import { type OpenCampaign, openCampaignOf } from './kit/campaign.ts';
import { cpuSeconds, parentOf } from './kit/cpu.ts';
import { type Site, withSite } from './kit/database.ts';
import { fdatasyncRate, type Inserts, openInserts } from './kit/inserts.ts';
import { type Loaded, load, request } from './kit/load.ts';
import type { Bench } from './kit/report.ts';
import { median, quantile } from './kit/rounds.ts';
import { type Server, startServers } from './kit/server.ts';
import { type Requests, WAYS, type Way } from './kit/ways.ts';

const CONNECTIONS = 512;
/** One for each of the two cores, on one database. */
const SERVERS = 2;
/** 5,588,245 civil servants in one hour, and in ten minutes. */
const NATION = { hour: 1552, tenMinutes: 9314 };
const P99_MS = 250;
const PUBLISHED_MS = 2000;
/** After so many milliseconds a quick run measures no anchor a second time, and no other way to sign. */
const LATE_MS = { anchors: 30_000, ways: 40_000 };

/**
 * Signatures a second over HTTP: the form of a personal slip, posted to a server in its own process, answered after the
 * commit; the load comes from the same processors. Held against plain inserts on the same database in the same run.
 */
export async function benchSign(bench: Bench): Promise<void> {
  await withServer(bench, 0, (site, servers) => measure(bench, site, servers));
  if (bench.quick) return;
  for (const delay of [2, 10])
    await withServer(bench, delay, (site, servers) => measureSlowDisk(bench, site, servers, delay));
}

/** `delay`: milliseconds added to each fdatasync of PostgreSQL; without a compiler for that nothing is run. */
async function withServer(
  bench: Bench,
  delay: number,
  work: (site: Site, servers: Server[]) => Promise<void>,
): Promise<void> {
  await withSite(
    bench,
    async (site) => {
      const servers = await startServers(site.config, bench, SERVERS);
      try {
        await work(site, servers);
      } finally {
        await Promise.all(servers.map((server) => server.stop()));
      }
    },
    delay,
  );
}

async function measure(bench: Bench, site: Site, servers: Server[]): Promise<void> {
  const [seconds, aside] = bench.quick ? [8, 2] : [60, 5];
  const ports = servers.map(({ port }) => port);
  const pilot = await warm(bench, site, ports, CONNECTIONS);
  const wanted = Math.max(pilot * seconds * 1.4, 20_000);
  const campaign = await openFor(bench, site, 'contoh', bench.quick ? Math.min(wanted, 80_000) : wanted);
  const anchors = await openAnchors(bench, site, aside);
  await anchors.measure();
  const spent = await startCpu(site, servers);
  const loaded = await run(site, campaign, slipForms(campaign), ports, CONNECTIONS, seconds);
  spent(bench, answered(loaded));
  if (!bench.quick || performance.now() < LATE_MS.anchors) await anchors.measure();
  const rate = answered(loaded) / loaded.seconds;
  bench.say(`${answered(loaded)} signatures in ${loaded.seconds.toFixed(1)} s`);
  const { single, numbered, disk } = anchors.medians();
  const perSecond = { value: rate, unit: 'signatures per second' };
  const figure = (name: string, anchor: string, anchorValue: number) =>
    bench.report({ figure: `signatures over HTTP, ${name}`, ...perSecond, anchor, anchorValue });
  figure('against single-row inserts', `single-row inserts by ${anchors.by}`, single);
  figure(
    'against numbered inserts',
    `one transaction a request with a gapless number, by ${anchors.by}`,
    numbered,
  );
  figure('against the disk', 'fdatasync of 8 kB, a second', disk);
  figure('against the nation in one hour', 'signatures a second needed', NATION.hour);
  figure('against the nation in ten minutes', 'signatures a second needed', NATION.tenMinutes);
  const sustained = { anchor: 'asked for', anchorValue: seconds };
  bench.report({ figure: 'sustained without a pause', value: loaded.seconds, unit: 'seconds', ...sustained });
  reportLatencies(bench, loaded, CONNECTIONS);
  await reportPublishing(bench, site, campaign);
  for (const way of WAYS)
    if (!bench.quick || performance.now() < LATE_MS.ways) await measureWay(bench, site, ports, way);
}

async function measureWay(bench: Bench, site: Site, ports: readonly number[], way: Way): Promise<void> {
  const seconds = bench.quick ? 2 : 20;
  const campaign = await openFor(bench, site, `contoh-${way.name}`, way.aim * seconds * 2);
  const requests = await way.prepare(site, campaign);
  const loaded = await run(site, campaign, requests, ports, CONNECTIONS, seconds);
  bench.report({
    figure: `signatures over HTTP by ${way.name}`,
    value: answered(loaded) / loaded.seconds,
    unit: 'signatures per second',
    anchor: 'signatures a second aimed at',
    anchorValue: way.aim,
  });
  reportLatencies(bench, loaded, CONNECTIONS, `, by ${way.name}`);
}

/** What a slow disk costs when many come at once; one transaction a request falls to the disk's own pace. */
async function measureSlowDisk(bench: Bench, site: Site, servers: Server[], delay: number): Promise<void> {
  const [connections, seconds, aside] = [1000, 20, 5];
  const ports = servers.map(({ port }) => port);
  const pilot = await warm(bench, site, ports, connections);
  const campaign = await openFor(bench, site, 'contoh', pilot * seconds * 1.4);
  const anchors = await openAnchors(bench, site, aside);
  await anchors.measure();
  const loaded = await run(site, campaign, slipForms(campaign), ports, connections, seconds);
  await anchors.measure();
  const slower = `${delay} ms added to each fdatasync`;
  const { single, numbered } = anchors.medians();
  const value = answered(loaded) / loaded.seconds;
  const figure = (anchor: string, anchorValue: number) =>
    bench.report({
      figure: `signatures over HTTP, ${slower}`,
      value,
      unit: 'signatures per second',
      anchor: `${anchor}, by ${anchors.by}`,
      anchorValue,
    });
  figure('single-row inserts', single);
  figure('one transaction a request with a gapless number', numbered);
  reportLatencies(bench, loaded, connections, `, ${slower}`);
}

/** Until code and plans are warm. @returns signatures a second */
async function warm(
  bench: Bench,
  site: Site,
  ports: readonly number[],
  connections: number,
): Promise<number> {
  const pilot = await openFor(bench, site, 'percobaan', bench.quick ? 15_000 : 60_000);
  const loaded = await load(ports, connections, bench.quick ? 2 : 5, slipForms(pilot));
  return answered(loaded) / loaded.seconds;
}

async function openFor(bench: Bench, site: Site, agencyId: string, people: number): Promise<OpenCampaign> {
  const count = Math.ceil(bench.people ?? people);
  const began = performance.now();
  const campaign = await openCampaignOf(site, agencyId, count);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  bench.say(`${count} people, their campaign and their slips made in ${seconds} s`);
  return campaign;
}

/** Everybody's form over so many connections; what was answered must then be stored, each place once. */
async function run(
  site: Site,
  campaign: OpenCampaign,
  requests: Requests,
  ports: readonly number[],
  connections: number,
  seconds: number,
): Promise<Loaded> {
  const places = new Set<number>();
  const heard = (body: string) => {
    const index = /"index":(\d+)/.exec(body)?.[1];
    if (index !== undefined) places.add(Number(index));
  };
  const loaded = await load(ports, connections, seconds, requests, heard);
  await requireStored(site.platform.pool, campaign, answered(loaded), places.size);
  return loaded;
}

/** The forms of a campaign's people, one after the other, as the page would send them. */
function slipForms({ slips, digest, points }: OpenCampaign): Requests {
  const ticks = Array.from({ length: points }, (_, point) => `&point=${point}`).join('');
  const salt = randomBytes(8).toString('hex');
  let at = 0;
  return () => {
    const slip = slips[at++];
    if (!slip) return null;
    const name = encodeURIComponent(slip.name);
    const body = `key=${salt}-${at}&digest=${digest}&typedName=${name}${ticks}`;
    return request('POST', to('sign', { code: slip.code }), body, 'application/json');
  };
}

/** Only the receipt says that a signature was written. */
function answered({ statuses }: Loaded): number {
  return statuses.get(200) ?? 0;
}

/** Every answer must have its row, its record and its own place in the log. @throws Error */
async function requireStored(
  pool: Pool,
  { agencyId, campaignId }: OpenCampaign,
  signed: number,
  places: number,
): Promise<void> {
  const { rows } = await pool.query(
    `select (select count(*) from signing.signature where agency_id = $1 and campaign_id = $2) as signatures,
      (select count(*) from evidence.record where agency_id = $1 and campaign_id = $2) as records,
      (select max(idx) + 1 from evidence.log_entry where agency_id = $1 and campaign_id = $2) as entries`,
    [agencyId, campaignId],
  );
  for (const [what, stored] of Object.entries({ ...rows[0], places }))
    if (Number(stored) !== signed)
      throw new Error(`${signed} signatures were answered, but ${stored} ${what} stored`);
}

/** Plain inserts and the disk, before and after: a slow spell of the machine then shows in them too. */
async function openAnchors(bench: Bench, site: Site, seconds: number) {
  const inserts: Inserts = await openInserts(site.url);
  const taken = { single: [] as number[], numbered: [] as number[], disk: [] as number[] };
  return {
    by: inserts.by,
    async measure(): Promise<void> {
      taken.single.push(await inserts.singleRow(seconds));
      taken.numbered.push(await inserts.numbered(seconds));
      taken.disk.push(fdatasyncRate(site.config.dataDir, 1));
      const [single, numbered, disk] = Object.values(taken).map((values) => Math.round(values.at(-1) ?? 0));
      bench.say(`a second: ${single} single rows, ${numbered} numbered rows, ${disk} fdatasync`);
    },
    medians: () => ({
      single: median(taken.single),
      numbered: median(taken.numbered),
      disk: median(taken.disk),
    }),
  };
}

/** Where the two cores' time goes: server, PostgreSQL with everything it writes, and the load itself. */
async function startCpu({ platform }: Site, servers: Server[]) {
  const { rows } = await platform.pool.query(`select pg_backend_pid() as pid`);
  const postmaster = parentOf(rows[0].pid);
  const now = () => ({
    servers: total(servers.map(({ pid }) => cpuSeconds(pid))),
    PostgreSQL: postmaster && cpuSeconds(postmaster),
    load: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  });
  const before = now();
  return (bench: Bench, signed: number) => {
    const after = now();
    const anchor = {
      unit: 'processor microseconds a signature',
      anchor: 'two cores at the nation in ten minutes',
    };
    for (const name of ['servers', 'PostgreSQL', 'load'] as const) {
      const [from, until] = [before[name], after[name]];
      if (from === null || until === null) continue;
      const value = ((until - from) * 1e6) / signed;
      bench.report({ figure: `time of ${name}`, value, ...anchor, anchorValue: 2e6 / NATION.tenMinutes });
    }
  };
}

function reportLatencies(bench: Bench, loaded: Loaded, connections: number, where = ''): void {
  const { latencies } = loaded;
  const errors = latencies.length - answered(loaded) + (loaded.statuses.get(0) ?? 0);
  const budget = { unit: 'milliseconds', anchor: 'budget for p99', anchorValue: P99_MS };
  for (const [name, share] of [['p50', 0.5] as const, ['p99', 0.99] as const])
    bench.report({
      figure: `latency at ${connections} connections, ${name}${where}`,
      value: quantile(latencies, share),
      ...budget,
    });
  const sent = { anchor: 'requests sent', anchorValue: latencies.length };
  bench.report({
    figure: `answers that are not a receipt${where}`,
    value: errors,
    unit: 'requests',
    ...sent,
  });
}

/** From the moment of signing to the signed tree head that holds it, as the rows tell. */
async function reportPublishing(
  bench: Bench,
  site: Site,
  { agencyId, campaignId }: OpenCampaign,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await site.settle();
  const { rows } = await site.platform.pool.query(
    `with head as (
      select size, published_at, lag(size, 1, 0::bigint) over (order by size) as low
      from evidence.checkpoint where agency_id = $1 and campaign_id = $2
    )
    select percentile_cont(0.99) within group (order by extract(epoch from h.published_at - s.signed_at) * 1000) as p99
    from head h
    join evidence.record r on r.agency_id = $1 and r.campaign_id = $2 and r.idx >= h.low and r.idx < h.size
    join signing.signature s on s.agency_id = $1 and s.campaign_id = $2 and s.person_id = r.person_id`,
    [agencyId, campaignId],
  );
  const budget = { unit: 'milliseconds', anchor: 'budget', anchorValue: PUBLISHED_MS };
  bench.report({ figure: 'signed to published in a tree head, p99', value: Number(rows[0].p99), ...budget });
}

function total(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce((sum: number, value) => sum + (value ?? 0), 0);
}
