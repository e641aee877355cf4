import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCluster } from './embedded/cluster.ts';
import { knock } from './embedded/connect.ts';
import { withLock } from './embedded/lock.ts';
import { findNatives } from './embedded/natives.ts';
import { findPlace } from './embedded/place.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { isRunning, pause } from './embedded/processes.ts';
import { readRecord, removeRecord, type ServerRecord } from './embedded/record.ts';
import { closeSocketDir } from './embedded/socket-dir.ts';
import { supervise } from './embedded/supervisor.ts';
import type { Log } from './types.ts';

/** A running PostgreSQL of a data directory. */
export interface Embedded {
  /** Connection string over a Unix socket. */
  readonly url: string;
  /** True when another process had started the server and will stop it. */
  readonly adopted: boolean;
  /** Stops the server if this process started it. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL for a data directory, or joins the server that another process of Ikrar runs for it.
 * The starter owns the server: it ends with the starter, however that ends, and those who joined lose it.
 * @throws Error that says what to do: no programs, no unprivileged user, no access, a failing start
 */
export async function startEmbedded(options: { dataDir: string; log: Log }): Promise<Embedded> {
  const base = openBase(options.dataDir);
  return withLock(join(base, 'start.lock'), async () => {
    const running = await joined(base);
    if (running) return { url: running.url, adopted: true, stop: async () => {} };
    const natives = findNatives();
    const place = findPlace(base, natives, options.log);
    ensureCluster(place, natives.major);
    return { ...(await supervise(base, place, options.log)), adopted: false };
  });
}

/** The real path: two processes that name the folder differently must agree on it. */
function openBase(dataDir: string): string {
  const base = join(dataDir, 'postgres');
  try {
    mkdirSync(base, { recursive: true });
    accessSync(base, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(base);
  } catch (error) {
    throw new Error(
      `${base} cannot be used (${(error as NodeJS.ErrnoException).code}). If it belongs to another user, run this ` +
        'command as the user who runs the server.',
    );
  }
}

/** The server of a living owner once it answers. What a dead owner left behind is cleared away. */
async function joined(base: string): Promise<ServerRecord | null> {
  const patience = performance.now() + 15_000;
  for (let record = readRecord(base); record; record = readRecord(base)) {
    if (!isRunning(record.owner)) return await clearAway(base, record);
    const answer = await knock(record.url);
    if (answer === 'ready') return record;
    if (performance.now() > patience) throw new Error(stuck(record));
    await pause(50);
  }
  return null;
}

async function clearAway(base: string, record: ServerRecord): Promise<null> {
  if (isRunning(record.server)) await stopPostmaster(record.server);
  closeSocketDir(record.socketDir);
  removeRecord(base);
  return null;
}

function stuck(record: ServerRecord): string {
  return (
    `Ikrar already runs as process ${record.owner.pid}, but its database does not answer at ${record.url}. ` +
    'End that process and try again.'
  );
}
