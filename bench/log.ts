import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logRoutes } from '../src/evidence/index.ts';
import { proofOf } from '../src/evidence/proof.ts';
import { many, queries } from '../src/platform/db/index.ts';
import { createApp } from '../src/platform/http/app.tsx';
import { to } from '../src/urls.ts';
import { leafHash, parseTlogProof, tilePath, verifyInclusion, verifyTlogProof } from '../src/verify/index.ts';
import { idleMegabytes, type Ran, ranCommand } from './kit/command.ts';
import { type Site, withSite } from './kit/database.ts';
import { type GrownLog, openGrownLog, perSecond } from './kit/log.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond } from './kit/rounds.ts';

const PROOFS = 2000;

/**
 * One log, by default of a million sealed records: grown in equal parts, each durable and then published under a signed
 * tree head; then checked and exported by the commands of the program, and proofs made and checked all over it.
 */
export function benchLog(bench: Bench): Promise<void> {
  return withSite(bench, async (site) => {
    const size = bench.people ?? (bench.quick ? 24_000 : 1_000_000);
    const rounds = bench.quick ? 3 : 5;
    const part = Math.ceil(size / rounds);
    const log = await openGrownLog(site);
    const built = await interleaved(bench, rounds, {
      sha256,
      grown: () => log.grow(part),
      copied: () => log.copy(Math.min(part, 50_000)),
      published: () => log.publish(),
    });
    await site.settle();
    const copy = { anchor: `COPY of rows of ${log.rowBytes()} bytes, no index`, anchorValue: built.copied };
    bench.report({
      figure: 'records sealed and appended, durable',
      value: built.grown,
      unit: 'records per second',
      ...copy,
    });
    const raw = { anchor: 'raw SHA-256 of one leaf by node:crypto', anchorValue: built.sha256 };
    const published = { figure: 'entries published under a signed tree head', value: built.published };
    bench.report({ ...published, unit: 'entries per second', ...raw });
    await commands(bench, site, log);
    await proofs(bench, site, log);
  });
}

/** A leaf of our log: 39 bytes and RFC 6962's prefix. */
const LEAF = randomBytes(40);
const HASHES = 100;

async function sha256(): Promise<number> {
  return HASHES * (await perCpuSecond(300, rawHashes));
}

function rawHashes(): void {
  for (let i = 0; i < HASHES; i += 1) hash('sha256', LEAF, 'buffer');
}

/** `log check` and `log export`, whole processes from start to end, with the database still running. */
async function commands(bench: Bench, { config, url }: Site, log: GrownLog): Promise<void> {
  const env = { DATABASE_URL: url, IKRAR_DATA: config.dataDir };
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-bench-export-'));
  const idle = await idleMegabytes();
  const size = log.size();
  // The program is built where it is older than its sources; that is not measured.
  await ranCommand(['keys', 'log'], env);
  const raw = async () => ({ anchor: `raw SHA-256 of ${size} leaves`, anchorValue: size / (await sha256()) });
  const memory = { unit: 'MB', anchor: 'a Node process that does nothing', anchorValue: idle };
  const told = async (name: string, did: string, run: () => Promise<Ran>) => {
    const { seconds, megabytes } = await run();
    bench.say(`${name} of ${size} records: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most`);
    bench.report({ figure: `${size} records ${did}`, value: seconds, unit: 'seconds', ...(await raw()) });
    bench.report({ figure: `memory of ${name}, at most`, value: megabytes, ...memory });
  };
  try {
    await told('log check', 'checked', () => ranCommand(['log', 'check', '--json'], env));
    await told('log export', 'exported', () => ranCommand(['log', 'export', folder, '--json'], env));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sql = queries(`-- name: entries
select idx, entry from evidence.log_entry
where agency_id = :agencyId and campaign_id = :campaignId and idx = any(:places::bigint[])`);

/** Proofs for places all over the log: first with no tile read yet, then again as a busy server finds them. */
async function proofs(bench: Bench, { platform }: Site, log: GrownLog): Promise<void> {
  const { agencyId, campaignId, key, origin } = log;
  const places = [...new Set(Array.from({ length: PROOFS }, (_, at) => (at * 7919) % log.size()))];
  const rows = await many(platform.pool, sql.entries, { agencyId, campaignId, places });
  const entries = new Map(rows.map((row) => [row.idx as number, row.entry as Uint8Array]));
  const prove = (idx: number) => proofOf(platform.pool, { agencyId, campaignId, idx }, null);
  const texts: string[] = [];
  const cold = await perSecond(places.length, async () => {
    for (const place of places) texts.push((await prove(place)) ?? '');
  });
  const keys = [key.vkey(), key.vkey(origin)];
  const read = places.map((place, at) => {
    const text = texts[at] as string;
    const entry = entries.get(place) as Uint8Array;
    return { text, entry, ...parseTlogProof(text), head: verifyTlogProof(text, entry, keys) };
  });
  const server = createApp(platform.config, () => {});
  logRoutes(server, platform, key);
  const prefix = to('log', { agency: agencyId, campaign: campaignId });
  const tiles = Math.max(1, Math.floor(log.size() / 256));
  const rates = await interleaved(bench, bench.quick ? 3 : 5, {
    sha256,
    proved: () =>
      perSecond(places.length, async () => {
        for (let at = 0; at < places.length; at += 16)
          await Promise.all(places.slice(at, at + 16).map(prove));
      }),
    provedCpu: () =>
      perCpuSecond(400, () => Promise.all(places.slice(0, 64).map(prove))).then(
        (rate) => rate * Math.min(64, places.length),
      ),
    checked: () =>
      perCpuSecond(400, (at) => {
        const { text, entry } = read[at % read.length] as (typeof read)[0];
        verifyTlogProof(text, entry, keys);
      }),
    included: () =>
      perCpuSecond(400, (at) => {
        const { index, entry, hashes, head } = read[at % read.length] as (typeof read)[0];
        if (!verifyInclusion(index, head.size, leafHash(entry), hashes, head.root))
          throw new Error('not included');
      }),
    served: () =>
      perCpuSecond(400, async (at) => {
        const path = `${prefix}/${tilePath({ level: 0, n: (at * 31) % tiles, width: 256 })}`;
        const answer = await server.request(`http://localhost${path}`);
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        await answer.arrayBuffer();
      }),
  });
  bench.say(`a proof holds ${read[0]?.hashes.length} hashes`);
  const raw = { anchor: 'raw SHA-256 of one leaf by node:crypto', anchorValue: rates.sha256 };
  const made = (figure: string, value: number, unit: string) => bench.report({ figure, value, unit, ...raw });
  made('proofs made, no tile read before', cold, '.tlog-proof per second');
  made('proofs made', rates.proved, '.tlog-proof per second');
  made('proofs made, processor of the server alone', rates.provedCpu, '.tlog-proof per processor second');
  made('proofs checked, signature and all', rates.checked, '.tlog-proof per processor second');
  made('inclusions checked, hashes alone', rates.included, 'inclusions per processor second');
  made('tiles served', rates.served, 'tiles per processor second');
}
