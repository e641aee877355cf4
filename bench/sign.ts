import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { to } from '../src/urls.ts';
import { type OpenCampaign, openCampaignOf } from './kit/campaign.ts';
import { type Site, withSite } from './kit/database.ts';
import { fdatasyncRate, openInserts } from './kit/inserts.ts';
import { type Loaded, load, request } from './kit/load.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, quantile } from './kit/rounds.ts';
import { startServer } from './kit/server.ts';

const CONNECTIONS = 64;
/** 5,588,245 civil servants in one hour, and in ten minutes. */
const NATION = { hour: 1552, tenMinutes: 9314 };
const P99_MS = 250;
const PUBLISHED_MS = 2000;

/**
 * Signatures a second over HTTP: the form of a personal slip, posted to a server in its own process, answered after the
 * commit; the load comes from the same processors. Held against plain inserts on the same database in the same run.
 */
export function benchSign(bench: Bench): Promise<void> {
  return withSite(bench, async (site) => {
    const server = await startServer(site.config, bench);
    try {
      await measure(bench, site, server.port);
    } finally {
      await server.stop();
    }
  });
}

async function measure(bench: Bench, site: Site, port: number): Promise<void> {
  const { platform, config, url } = site;
  const [rounds, seconds, aside] = bench.quick ? [2, 5, 2] : [3, 20, 5];
  const pilot = signing(port, await openCampaignOf(site, 'percobaan', 3000));
  const warm = await load(port, CONNECTIONS, 3, pilot);
  const guess = 3 * (warm.latencies.length / warm.seconds) * seconds * rounds;
  const people = bench.people ?? Math.ceil(Math.max(guess, 5000));
  bench.say(`warmed up with ${warm.latencies.length} signatures; making ${people} people and their slips`);
  const campaign = await openCampaignOf(site, 'contoh', people);
  const next = signing(port, campaign);
  const inserts = await openInserts(url);
  const runs: Loaded[] = [];
  const rates = await interleaved(bench, rounds, {
    single: () => inserts.singleRow(aside),
    numbered: () => inserts.numbered(aside),
    disk: async () => fdatasyncRate(config.dataDir, 1),
    signed: async () => {
      const loaded = await load(port, CONNECTIONS, seconds, next);
      runs.push(loaded);
      return answered(loaded) / loaded.seconds;
    },
  });
  const signed = runs.reduce((sum, one) => sum + answered(one), 0);
  await requireStored(platform.pool, campaign, signed);
  const { single, numbered, disk, signed: rate } = rates;
  const perSecond = { value: rate, unit: 'signatures per second' };
  const figure = (name: string, anchor: string, anchorValue: number) =>
    bench.report({ figure: `signatures over HTTP, ${name}`, ...perSecond, anchor, anchorValue });
  figure('against single-row inserts', `single-row inserts by ${inserts.by}`, single);
  figure(
    'against numbered inserts',
    `one transaction a request with a gapless number, by ${inserts.by}`,
    numbered,
  );
  figure('against the disk', 'fdatasync of 8 kB, a second', disk);
  figure('against the nation in one hour', 'signatures a second needed', NATION.hour);
  figure('against the nation in ten minutes', 'signatures a second needed', NATION.tenMinutes);
  reportLatencies(bench, runs);
  await reportPublishing(bench, site, campaign);
}

/** The forms of a campaign's people, one after the other, as the page would send them; null when all have signed. */
function signing(port: number, { slips, digest, points }: OpenCampaign): () => Buffer | null {
  let at = 0;
  return () => {
    const slip = slips[at++];
    if (!slip) return null;
    const form = new URLSearchParams({
      key: randomBytes(16).toString('base64url'),
      digest,
      typedName: slip.name,
    });
    for (let point = 0; point < points; point += 1) form.append('point', String(point));
    return request(port, 'POST', to('sign', { code: slip.code }), form.toString());
  };
}

/** Only the redirection to the receipt says that a signature was written. */
function answered({ statuses }: Loaded): number {
  return statuses.get(303) ?? 0;
}

/** Every answer must have its row, its record and its place in the log. @throws Error */
async function requireStored(
  pool: Pool,
  { agencyId, campaignId }: OpenCampaign,
  signed: number,
): Promise<void> {
  const { rows } = await pool.query(
    `select (select count(*) from signing.signature where agency_id = $1 and campaign_id = $2) as signatures,
      (select count(*) from evidence.record where agency_id = $1 and campaign_id = $2) as records,
      (select max(idx) + 1 from evidence.log_entry where agency_id = $1 and campaign_id = $2) as entries`,
    [agencyId, campaignId],
  );
  for (const [what, stored] of Object.entries(rows[0]))
    if (Number(stored) !== signed)
      throw new Error(`${signed} signatures were answered, but ${stored} ${what} stored`);
}

function reportLatencies(bench: Bench, runs: readonly Loaded[]): void {
  const latencies = runs.flatMap((one) => one.latencies);
  const errors = runs.reduce(
    (sum, one) => sum + one.latencies.length - answered(one) + (one.statuses.get(0) ?? 0),
    0,
  );
  const budget = { unit: 'milliseconds', anchor: 'budget for p99', anchorValue: P99_MS };
  bench.report({
    figure: `latency at ${CONNECTIONS} connections, p50`,
    value: quantile(latencies, 0.5),
    ...budget,
  });
  bench.report({
    figure: `latency at ${CONNECTIONS} connections, p99`,
    value: quantile(latencies, 0.99),
    ...budget,
  });
  const sent = { anchor: 'requests sent', anchorValue: latencies.length };
  bench.report({ figure: 'answers that are not a signature', value: errors, unit: 'requests', ...sent });
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
