import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, ownMark, type ProcessMark, pause } from './processes.ts';

/**
 * Runs `fn` while this process alone holds the lock file. A lock whose holder has died is taken over.
 * It only keeps starts apart; that two servers never share one cluster is PostgreSQL's own guard.
 * @throws Error when a living process holds it for longer than ten minutes
 */
export async function withLock<T>(path: string, fn: () => Promise<T>): Promise<T> {
  const content = JSON.stringify({ ...ownMark(), token: randomUUID() });
  const end = performance.now() + 600_000;
  while (!taken(path, content)) {
    if (performance.now() > end) throw new Error(`Another process keeps ${path}; end it and try again.`);
    clearStale(path);
    await pause(50);
  }
  try {
    return await fn();
  } finally {
    if (read(path) === content) rmSync(path, { force: true });
  }
}

/** A hard link appears with its whole content or not at all, and only once. */
function taken(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}

/** Race: between reading and moving, another may have taken over already; then its lock is put back. */
function clearStale(path: string): void {
  const seen = read(path);
  if (seen === null || isRunning(holder(seen))) return;
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== seen) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holder(content: string): ProcessMark {
  try {
    return JSON.parse(content) as ProcessMark;
  } catch {
    return { pid: 2 ** 30, started: '-' };
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
