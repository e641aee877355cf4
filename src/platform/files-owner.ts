import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
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

/** Puts a new content in the place of a file, whole or not at all: a reader finds the old one or the new one. */
export function replaceOwnerFile(path: string, content: string): void {
  const beside = writeBeside(path, content);
  renameSync(beside, path);
  keepName(dirname(path));
}

function place(path: string, content: string): void {
  const beside = writeBeside(path, content);
  try {
    linkSync(beside, path);
    keepName(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(beside);
  }
}

function writeBeside(path: string, content: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}`;
  const file = openSync(beside, 'w', 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  return beside;
}

/** Crash point: a key may be used at once, so its name must be on the disk as well as its content. */
function keepName(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
