import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCluster } from '../../src/platform/db/embedded/cluster.ts';
import { findNatives } from '../../src/platform/db/embedded/natives.ts';
import { findPlace } from '../../src/platform/db/embedded/place.ts';
import { supervise } from '../../src/platform/db/embedded/supervisor.ts';

/** PostgreSQL forces its log to the disk by fdatasync (wal_sync_method on Linux); files of tables go by fsync. */
const SHIM = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
static void pause_a_while(void) {
  static int micros = -1;
  if (micros < 0) micros = atoi(getenv("BENCH_FDATASYNC_MICROS"));
  usleep(micros);
}
int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  int result = real(fd);
  pause_a_while();
  return result;
}
`;

/** A folder with the library that delays fdatasync, or null where there is no C compiler. */
export function delayLibrary(): string | null {
  if (process.platform !== 'linux' || spawnSync('cc', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-delay-'));
  const source = join(folder, 'delay.c');
  const library = join(folder, 'delay.so');
  writeFileSync(source, SHIM);
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`cc cannot make the delaying library: ${made.stderr}`);
  // The server's own user must reach it.
  chmodSync(folder, 0o755);
  return library;
}

/**
 * The embedded server of a data directory, started as the program starts it, but with a disk that takes `delay`
 * milliseconds longer for each fdatasync. Other processes of the directory join it as usual.
 */
export async function startOnSlowDisk(dataDir: string, library: string, delay: number) {
  const base = join(dataDir, 'postgres');
  mkdirSync(base, { recursive: true });
  const natives = findNatives();
  const place = findPlace(base, natives, () => {});
  ensureCluster(place, natives.major);
  const { runner } = place;
  const env = {
    ...runner.options.env,
    LD_PRELOAD: library,
    BENCH_FDATASYNC_MICROS: String(Math.round(delay * 1000)),
  };
  const slow = { ...place, runner: { ...runner, options: { ...runner.options, env } } };
  return supervise(base, slow, () => {});
}
