import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { handOver, type Place } from './place.ts';

/** The folder with the data. */
export function clusterFolder(place: Place): string {
  return join(place.home, 'cluster');
}

/**
 * Makes the cluster unless it is there. It is made beside and renamed: a crash half-way leaves nothing that
 * a later start would take for a database.
 * @throws Error when initdb fails, or when the data were written by another major version
 */
export function ensureCluster(place: Place, major: number): void {
  const cluster = clusterFolder(place);
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    checkMajor(cluster, major);
    return;
  }
  const draft = join(place.home, 'cluster.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, place.runner);
  initdb(place, draft, major);
  renameSync(draft, cluster);
}

/** Settings given at each start, so that an update of Ikrar changes them without touching files. */
export function settings(place: Place, socketDir: string): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    shared_buffers: `${sharedMegabytes(totalmem())}MB`,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_compression: walCompression(place),
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    logging_collector: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A thirty-second of the machine, from 128 MB to 1 GB: the indexes of a few hundred thousand who sign in one hour. */
function sharedMegabytes(memory: number): number {
  return Math.round(Math.min(Math.max(memory / 32 / 2 ** 20, 128), 1024));
}

/** Peers on the socket are trusted: only the server's own user, who could read the files as well, gets there. */
function initdb(place: Place, folder: string, major: number): void {
  // The collation provider of PostgreSQL itself, from 17 on, cannot change under an index by a system update.
  const locale =
    major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];
  const options = [
    '--username=ikrar',
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
  ];
  const result = run(place, 'initdb', [`--pgdata=${folder}`, ...options, ...locale]);
  if (result.status === 0) return;
  const said = [result.error?.message, result.stderr, result.stdout].filter(Boolean).join('\n').trim();
  throw new Error(`PostgreSQL's initdb failed in ${folder}:\n${said}`);
}

function checkMajor(cluster: string, major: number): void {
  const found = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  if (found === major) return;
  throw new Error(
    `The data in ${cluster} were written by PostgreSQL ${found}; this Ikrar brings ${major}. Make a backup with ` +
      'the Ikrar that wrote them, and restore it into a new data directory.',
  );
}

/** Asks the program itself, which may be built without lz4. */
function walCompression(place: Place): string {
  const cluster = clusterFolder(place);
  const able = ['lz4', 'pglz'].find(
    (method) =>
      run(place, 'postgres', ['-D', cluster, '-c', `wal_compression=${method}`, '-C', 'wal_compression'])
        .status === 0,
  );
  return able ?? 'off';
}

function run(place: Place, program: string, programArgs: readonly string[]) {
  const [file, args] = place.runner.command(join(place.bin, program), programArgs);
  return spawnSync(file, args, { ...place.runner.options, cwd: '/', encoding: 'utf8' });
}
