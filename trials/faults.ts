import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type pg from 'pg';
import { checkLogs, logKey, originOf, publishAll } from '../src/evidence/index.ts';
import { exportLog } from '../src/evidence/log/export.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { migrate, openDatabase, openPool } from '../src/platform/db/index.ts';
import { createPlatform, type Platform } from '../src/platform/platform.ts';
import { growSealed, withoutSignatures } from '../test/log-world.ts';
import { canTrace, counting, FAULTS, inject } from './kit/strace.ts';
import type { Counts, Trial } from './kit/trial.ts';

const LOG = { agencyId: 'contoh', campaignId: 'gerakan' };
const quiet = () => {};

/**
 * Every system call by which publishing and exporting reach the disk fails in turn, or is the last thing its process
 * does. Published: `log check` is clean after each, before and after the next round. Exported: whatever bears a tree
 * head's name is whole in the eyes of a checker that shares no code with us.
 */
export async function faults(trial: Trial): Promise<Counts> {
  if (!canTrace()) throw new Error('strace cannot trace here');
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-faults-'));
  const config = readConfig({ IKRAR_DATA: dataDir });
  const db = await openDatabase(config, quiet);
  try {
    await migrate(db.pool, quiet);
    const world = await openWorld(config, db.pool);
    const published = await publishing(trial, world, db.url);
    const exported = await exporting(trial, world, db.url, dataDir);
    return { ...published, ...exported };
  } finally {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface World {
  platform: Platform;
  /** Appends records and gives the new size. */
  grow(count: number): Promise<number>;
  publish(pool?: pg.Pool): Promise<unknown>;
  requireClean(): Promise<void>;
}

async function openWorld(config: Config, pool: pg.Pool): Promise<World> {
  // Each round is a minute later, so that no lease of somebody who died is in the way.
  let minutes = 0;
  const platform = createPlatform(pool, config, () => new Date(1_726_617_600_000 + minutes * 60_000));
  const key = logKey(config, await originOf(pool));
  let size = 0;
  return {
    platform,
    async grow(count) {
      minutes += 1;
      await growSealed(platform, LOG, size, size + count);
      size += count;
      return size;
    },
    async publish(by = pool) {
      minutes += 1;
      await publishAll({ ...platform, pool: by }, key, `penerbit-${minutes}`);
    },
    async requireClean() {
      const reports = await checkLogs(platform, key, withoutSignatures);
      const found = reports.find(({ difference }) => difference);
      if (found) throw new Error(`${found.origin}: ${found.difference?.message}`);
    },
  };
}

/** What a server process of the database does to keep tiles and tree heads. */
const BACKEND_CALLS = ['openat', 'pwrite64', 'fdatasync'] as const;

async function publishing(trial: Trial, world: World, url: string): Promise<Counts> {
  const counts = { publishFaults: 0, publishesCutOff: 0 };
  await world.grow(300);
  await world.publish();
  for (const call of BACKEND_CALLS) {
    for (const fault of FAULTS) {
      for (let when = 1; when <= (trial.quick ? 2 : 8); when += 1) {
        await world.grow(70);
        const cutOff = await publishTraced(world, url, call, fault, when);
        await answering(world.platform.pool);
        await world.requireClean();
        await world.publish();
        await world.requireClean();
        counts.publishFaults += 1;
        if (cutOff) counts.publishesCutOff += 1;
      }
      trial.say(`publishing: ${call} ${fault}: ${JSON.stringify(counts)}`);
    }
  }
  return counts;
}

/** @returns whether publishing failed */
async function publishTraced(world: World, url: string, call: string, fault: string, when: number) {
  const pool = await openPool(url, quiet);
  pool.options.max = 1;
  try {
    const { rows } = await pool.query('select pg_backend_pid() as pid');
    const tracing = await inject(rows[0].pid, call, fault, when);
    const failed = await world.publish(pool).then(
      () => false,
      () => true,
    );
    await tracing.end();
    return failed;
  } finally {
    await pool.end().catch(quiet);
  }
}

/** After a server process has died all others are ended too, and the database recovers by itself. */
async function answering(pool: pg.Pool): Promise<void> {
  const patience = performance.now() + 60_000;
  for (;;) {
    const error = await pool.query('select 1').then(
      () => null,
      (reason: Error) => reason,
    );
    if (!error) return;
    if (performance.now() > patience) throw error;
    await pause(100);
  }
}

/** What the export does to the folder that it writes. */
const EXPORT_CALLS = [
  'mkdir',
  'openat',
  'write',
  'fdatasync',
  'fsync',
  'rename',
  'unlink',
  'unlinkat',
  'rmdir',
];

async function exporting(trial: Trial, world: World, url: string, dataDir: string): Promise<Counts> {
  const counts = { exportFaults: 0, exportsCutOff: 0, wholeExports: 0, absentExports: 0 };
  const child = await bundled();
  const env = { DATABASE_URL: url, IKRAR_DATA: dataDir, UV_THREADPOOL_SIZE: '1' };
  try {
    for (const again of [false, true]) {
      const most = await countCalls(child, env, again, world);
      trial.say(
        `exporting${again ? ' over a former export' : ''}: ${JSON.stringify(Object.fromEntries(most))}`,
      );
      for (const [call, calls] of most)
        for (const fault of FAULTS)
          for (let when = 1; when <= calls; when += trial.quick ? 13 : 1) {
            const into = mkdtempSync(join(tmpdir(), 'ikrar-export-'));
            if (again) await former(world, into);
            const code = await exportTraced(child, env, into, (pid) => inject(pid, call, fault, when));
            const whole = requireNoneCorrupt(into);
            if (code === 0 && !whole)
              throw new Error(`${call} ${fault} ${when}: said to be done, and is not`);
            counts.exportFaults += 1;
            counts[whole ? 'wholeExports' : 'absentExports'] += 1;
            if (code !== 0) counts.exportsCutOff += 1;
            rmSync(into, { recursive: true, force: true });
          }
      trial.say(JSON.stringify(counts));
    }
    return counts;
  } finally {
    rmSync(join(child, '..'), { recursive: true, force: true });
  }
}

async function bundled(): Promise<string> {
  const folder = join(process.cwd(), 'node_modules/.cache', `ikrar-export-child.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const { forNode } = await import(join(process.cwd(), 'scripts/bundle.mjs'));
  const entry = { in: join(process.cwd(), 'trials/kit/export-child.ts'), out: 'child' };
  await build({ ...forNode, entryPoints: [entry], outdir: folder });
  return join(folder, 'child.js');
}

async function former({ platform }: World, into: string): Promise<void> {
  const installation = await originOf(platform.pool);
  const log = { ...LOG, origin: `${installation}/${LOG.agencyId}/${LOG.campaignId}` };
  await exportLog(platform, logKey(platform.config, installation), null, log, into);
}

async function countCalls(child: string, env: Record<string, string>, again: boolean, world: World) {
  const into = mkdtempSync(join(tmpdir(), 'ikrar-export-'));
  if (again) await former(world, into);
  let counted: (() => Promise<Map<string, number>>) | undefined;
  await exportTraced(child, env, into, async (pid) => {
    counted = await counting(pid, EXPORT_CALLS, `${into}.strace`);
    return { end: async () => {} };
  });
  const most = (await counted?.()) ?? new Map<string, number>();
  rmSync(into, { recursive: true, force: true });
  rmSync(`${into}.strace`, { force: true });
  return most;
}

/** @returns the exit code, null after a signal */
async function exportTraced(
  child: string,
  env: Record<string, string>,
  into: string,
  trace: (pid: number) => Promise<{ end(): Promise<void> }>,
): Promise<number | null> {
  const process_ = spawn(process.execPath, [child, LOG.agencyId, LOG.campaignId, into], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const closed = once(process_, 'close');
  process_.stdin.on('error', quiet);
  await once(process_.stdout, 'data');
  const tracing = await trace(process_.pid as number);
  process_.stdin.write('go\n');
  const [code] = await closed;
  await tracing.end();
  return code;
}

/** Every folder below that has a tree head is a whole export. @returns whether there is one under its own name */
function requireNoneCorrupt(into: string): boolean {
  const heads = readdirSync(into, { recursive: true })
    .map(String)
    .filter((path) => /(^|\/)checkpoint$/.test(path));
  const folders = heads.map((path) => join(into, path, '..'));
  if (folders.length > 0) {
    const checked = spawnSync('python3', [join(process.cwd(), 'test/outside-checker.py'), ...folders], {
      encoding: 'utf8',
    });
    if (checked.status !== 0) throw new Error(`a corrupt export in ${folders.join(', ')}: ${checked.stderr}`);
  }
  return existsSync(join(into, LOG.agencyId, LOG.campaignId, 'checkpoint'));
}
