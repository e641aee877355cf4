import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a directory for this process alone, however the one before it ended: the system frees the lock with its
 * process. Two witnesses on one directory could each sign another history.
 * @throws Error while another process holds it
 */
export function holdAlone(dir: string): { free(): void } {
  const lock = new DatabaseSync(join(dir, 'lock'));
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new Error(`another witness is already running on ${dir}`);
  }
  return { free: () => lock.close() };
}
