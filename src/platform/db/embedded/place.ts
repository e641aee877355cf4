import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../types.ts';
import { serverAccount } from './account.ts';
import type { Natives } from './natives.ts';
import { type Runner, reaches, runners } from './runner.ts';

/** Where the cluster lies, and who runs it with which programs. */
export interface Place {
  /** Holds `cluster`, `socket`; usually DATA/postgres. */
  readonly home: string;
  readonly bin: string;
  readonly runner: Runner;
}

/**
 * Finds a place that the server's user can reach, and makes its folders. Only root without setpriv below a closed
 * directory needs the last resort: programs and cluster under /var/lib/ikrar, noted in DATA/postgres/moved-to.
 * @param base DATA/postgres, present
 */
export function findPlace(base: string, natives: Natives, log: Log): Place {
  const home = movedTo(base) ?? base;
  const account = serverAccount(join(home, 'cluster'));
  const candidates = runners(account);
  prepare(home, candidates[0] as Runner);
  const cluster = join(home, 'cluster');
  const able = candidates.find((runner) =>
    reaches(runner, natives.bin, existsSync(cluster) ? cluster : socketFolder(home)),
  );
  if (able) return { home, bin: natives.bin, runner: able };
  if (account === null) {
    throw new Error(
      `${home} cannot be written by this user, or the programs in ${natives.bin} cannot be started.`,
    );
  }
  return moved(base, natives, candidates[0] as Runner, log);
}

/** The folder of the server's socket, closed to everybody else. */
export function socketFolder(home: string): string {
  return join(home, 'socket');
}

/** Gives a folder to the server's user and closes it to all others. */
export function handOver(folder: string, runner: Runner): void {
  chmodSync(folder, 0o700);
  if (runner.account) chownSync(folder, runner.account.uid, runner.account.gid);
}

function prepare(home: string, runner: Runner): void {
  mkdirSync(socketFolder(home), { recursive: true, mode: 0o700 });
  // As root: others may pass through to their own folders below, but not list.
  chmodSync(home, runner.account ? 0o711 : 0o700);
  handOver(socketFolder(home), runner);
}

const lastResort = '/var/lib/ikrar';

function moved(base: string, natives: Natives, runner: Runner, log: Log): Place {
  if (existsSync(join(base, 'cluster'))) {
    throw new Error(
      `The user ${runner.account?.name} cannot reach ${base}, where the database is. Open the directories above ` +
        'it for passing through (chmod o+x), or install setpriv (package util-linux).',
    );
  }
  const key = createHash('sha256').update(base).digest('hex').slice(0, 12);
  const home = join(lastResort, key);
  prepare(home, runner);
  chmodSync(lastResort, 0o755);
  const bin = natives.folder === null ? natives.bin : copied(natives.folder);
  if (!reaches(runner, bin, socketFolder(home))) {
    throw new Error(`The user ${runner.account?.name} cannot run PostgreSQL, not even from ${lastResort}.`);
  }
  writeFileSync(join(base, 'moved-to'), `${home}\n`);
  log(`The user ${runner.account?.name} cannot reach ${base}; the database is kept in ${home} instead.`);
  return { home, bin, runner };
}

/** A copy is made beside and renamed, so that an interrupted one is never used. */
function copied(folder: string): string {
  const version = createHash('sha256')
    .update(readFileSync(join(folder, 'bin', 'postgres')))
    .digest('hex');
  const target = join(lastResort, `postgresql-${version.slice(0, 12)}`);
  if (!existsSync(target)) {
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}`);
    rmSync(draft, { recursive: true, force: true });
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  }
  return join(target, 'bin');
}

function movedTo(base: string): string | null {
  const note = join(base, 'moved-to');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
}
