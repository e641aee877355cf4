import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { eventually, pause } from '../src/platform/db/embedded/processes.ts';
import { openDatabase } from '../src/platform/db/index.ts';
import { packageRoot } from '../src/platform/root.ts';
import { removeData, temporaryData } from '../test/server.ts';
import { startFleet } from './kit/fleet.ts';
import { startFront } from './kit/front.ts';
import { requireAllThere, requireWholeLog } from './kit/promises.ts';
import type { Counts, Trial } from './kit/trial.ts';
import { AGENCY, Crowd, inviteAll } from './servers.ts';

const SCRIPT = join(packageRoot(), 'scripts/trio.sh');

/**
 * Three PostgreSQL under Patroni behind haproxy (scripts/trio.sh), two servers and two workers on them. The leader's machine
 * is killed while people sign: a follower leads on, nobody who was told a receipt loses it, the log is whole, and the old
 * leader follows again.
 */
export async function trio(trial: Trial): Promise<Counts> {
  const [people, seconds] = trial.quick ? [60_000, 6] : [200_000, 30];
  // Not below a folder of ours alone: as root, PostgreSQL runs under another user.
  const folder = join(tmpdir(), `ikrar-trio-${process.pid}`);
  const dataDir = temporaryData();
  const began = performance.now();
  try {
    const env = settingsOf(script('up', folder, '5600'));
    trial.say(`three servers lead and follow after ${Math.round((performance.now() - began) / 1000)} s`);
    return await signThrough(trial, { folder, dataDir, env, people, seconds });
  } finally {
    spawnSync(SCRIPT, ['down', folder], { stdio: 'ignore' });
    removeData(dataDir);
  }
}

interface Place {
  folder: string;
  dataDir: string;
  env: Record<string, string>;
  people: number;
  seconds: number;
}

async function signThrough(trial: Trial, { folder, dataDir, env, people, seconds }: Place): Promise<Counts> {
  const config = readConfig({ IKRAR_DATA: dataDir, DATABASE_URL: env.DATABASE_URL });
  const db = await openDatabase(config, () => {});
  try {
    const campaign = await inviteAll(db, dataDir, people);
    const fleet = await startFleet(dataDir, env, { servers: 2, workers: 2 });
    const front = await startFront(fleet.servers.map(({ port }) => port));
    try {
      const crowd = new Crowd(front, campaign);
      const before = await crowd.sign(seconds / 2);
      const going = crowd.sign(seconds + 30);
      going.catch(() => {});
      await pause((seconds * 1000) / 2);
      const killed = script('kill-leader', folder).trim();
      const at = performance.now();
      const known = crowd.promised().length;
      trial.say(`${killed} led and was killed; ${known} promised until then`);
      await eventually(() => crowd.promised().length > known + 100, 60_000);
      const outage = Math.round((performance.now() - at) / 100) / 10;
      trial.say(`people sign again after ${outage} s, led by ${script('leader', folder).trim()}`);
      await going;
      script('start', folder, killed);
      const stored = await requireAllThere(db.pool, AGENCY, crowd.promised());
      await requireWholeLog(dataDir, env);
      await rejoined(db, trial);
      const perSecond = Math.round(before);
      return { perSecond, outageSeconds: outage, acknowledged: crowd.promised().length, stored, lost: 0 };
    } finally {
      await front.close();
      await fleet.stop();
    }
  } finally {
    await db.close();
  }
}

async function rejoined({ pool }: Awaited<ReturnType<typeof openDatabase>>, trial: Trial): Promise<void> {
  const began = performance.now();
  for (;;) {
    const asked = await pool.query(
      'select count(*)::int as n from pg_stat_get_wal_senders() where pid is not null',
    );
    if (asked.rows[0].n >= 2) break;
    if (performance.now() - began > 60_000) throw new Error('the old leader does not follow again');
    await pause(500);
  }
  trial.say('the old leader follows again');
}

/** @throws Error with what it said, which names a package that is missing */
function script(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(SCRIPT, args, { encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`trio.sh ${args[0]} ended with ${status}: ${stderr.trim()}`);
  return stdout;
}

function settingsOf(said: string): Record<string, string> {
  return Object.fromEntries(
    said
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
}
