import type { ChildProcess } from 'node:child_process';
import type { Log } from '../types.ts';
import { clusterFolder } from './cluster.ts';
import { ensureDatabase, socketUrl, untilReady } from './connect.ts';
import { openLogFile } from './log-file.ts';
import type { Place } from './place.ts';
import { clearFormer, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { isRunning, markOf, ownMark, type ProcessMark, pause, signal } from './processes.ts';
import { removeRecord, writeRecord } from './record.ts';
import { clearSocket, closeSocketDir, openSocketDir } from './socket-dir.ts';

/** A server that this process owns. */
export interface Supervised {
  readonly url: string;
  stop(): Promise<void>;
}

/** Recovery after a crash may replay a gigabyte of log on a slow disk. */
const startTime = 600_000;

/**
 * Starts the server, writes the record by which others join, and starts it again when it dies by itself.
 * Call under the start lock.
 * @param base DATA/postgres, for the record and the log
 */
export async function supervise(base: string, place: Place, log: Log): Promise<Supervised> {
  const socketDir = openSocketDir(place);
  const logFile = openLogFile(base);
  const url = socketUrl(socketDir, 'ikrar');
  let server: ProcessMark = { pid: 0, started: '' };
  let stopping = false;

  async function launch(): Promise<void> {
    await clearFormer(clusterFolder(place));
    if (stopping) return;
    clearSocket(socketDir);
    const child = spawnPostmaster(place, socketDir, logFile);
    server = markOf(child.pid ?? 0);
    const ready =
      child.pid !== undefined && (await untilReady(socketUrl(socketDir, 'postgres'), server, startTime));
    if (!ready) throw new Error(`PostgreSQL did not start:\n${logFile.tail() || '(it said nothing)'}`);
    await ensureDatabase(socketDir, 'ikrar');
    if (stopping) return;
    writeRecord(base, { url, owner: ownMark(), server, socketDir });
    restartAfter(child);
  }

  /** After a kill -9 of the server alone, its busy backends hold the shared memory for a moment longer. */
  async function launchPatiently(tries = 20): Promise<void> {
    try {
      await launch();
    } catch (error) {
      const lingering = /pre-existing shared memory|lock file/.test((error as Error).message);
      if (!lingering || stopping || tries <= 1) throw error;
      await pause(500);
      await launchPatiently(tries - 1);
    }
  }

  /** A server killed by itself (out of memory) comes back; the pool connects anew. */
  function restartAfter(child: ChildProcess): void {
    const again = () => {
      if (stopping) return;
      log('The database server ended unexpectedly; starting it again.');
      pause(200)
        .then(() => (stopping ? undefined : launchPatiently()))
        .catch((error: Error) => {
          if (!stopping) log(`The database server cannot be started again. ${error.message}`);
        });
    };
    if (child.exitCode !== null || child.signalCode !== null) again();
    else child.once('exit', again);
  }

  /** process.exit() and an uncaught error end here; kill -9 is left to the death signal. */
  const atExit = () => {
    removeRecord(base);
    if (isRunning(server)) signal(server.pid, 'SIGINT');
    closeSocketDir(socketDir);
  };

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    removeRecord(base);
    if (isRunning(server)) await stopPostmaster(server);
    process.off('exit', atExit);
    closeSocketDir(socketDir);
    logFile.close();
  }

  process.on('exit', atExit);
  try {
    await launchPatiently();
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
