import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads a file that only its owner may read, making it first where it is absent. The file appears whole or
 * not at all, and of two processes that make it at once the first one's content stays.
 */
export function ownerFile(path: string, make: () => string): string {
  if (!existsSync(path)) place(path, make());
  return readFileSync(path, 'utf8');
}

function place(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}`;
  const file = openSync(beside, 'w', 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(beside, path);
    keepName(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(beside);
  }
}

/** Crash point: a key may be used at once, so its name must be on the disk as well as its content. */
function keepName(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
