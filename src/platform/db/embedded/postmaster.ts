import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder, settings } from './cluster.ts';
import type { LogFile } from './log-file.ts';
import type { Place } from './place.ts';
import { commandLine, eventually, isRunning, markOf, type ProcessMark, signal } from './processes.ts';

/**
 * Starts the server's first process in a session of its own: a Ctrl-C in the terminal reaches Ikrar alone, which
 * finishes its answers before it stops the server. It does not keep this process alive.
 * Call from the main thread: the death signal is bound to the thread that forked.
 */
export function spawnPostmaster(place: Place, socketDir: string, log: LogFile): ChildProcess {
  const given = ['-D', clusterFolder(place), ...settings(place, socketDir)];
  const [file, args] = place.runner.command(join(place.bin, 'postgres'), given);
  const child = spawn(file, args, {
    ...place.runner.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Fast shutdown, and after ten seconds the immediate one, from which the next start recovers. */
export async function stopPostmaster(server: ProcessMark): Promise<void> {
  signal(server.pid, 'SIGINT');
  if (await eventually(() => !isRunning(server), 10_000)) return;
  signal(server.pid, 'SIGQUIT');
  if (await eventually(() => !isRunning(server), 5_000)) return;
  throw new Error(`The database server (process ${server.pid}) does not stop.`);
}

/**
 * Before a start: waits for a server of this cluster that is just going down, and stops one that nobody owns.
 * Then a number left by a process that is gone, a stranger or a zombie (a container whose first process does not
 * reap) is replaced by our own, which PostgreSQL passes over; its check of shared memory stays in force.
 */
export async function clearFormer(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = formerPid(file);
  if (pid === null) return;
  const former = markOf(pid);
  const serves = () => isRunning(former) && formerPid(file) === pid && isPostmaster(pid, cluster);
  if (!(await eventually(() => !serves(), 3_000))) await stopPostmaster(former);
  if (formerPid(file) !== pid) return;
  const [, ...lines] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.pid), ...lines].join('\n'));
}

/** A process that may not be looked at counts as the postmaster: nothing is taken from it. */
function isPostmaster(pid: number, cluster: string): boolean {
  return commandLine(pid)?.includes(cluster) ?? true;
}

function formerPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
