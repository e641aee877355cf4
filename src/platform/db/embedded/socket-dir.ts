import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { handOver, type Place, socketFolder } from './place.ts';

/** Linux keeps 108 bytes for the path of a socket, the closing zero included. */
const longest = 107;

/**
 * The folder for the server's socket: in the data directory, or, where its path is too long for a socket, a new
 * closed folder with a random name under the system's temporary one.
 */
export function openSocketDir(place: Place): string {
  const own = socketFolder(place.home);
  if (fits(own)) return own;
  const root = [tmpdir(), '/tmp'].find((dir) => fits(join(dir, `${prefix}XXXXXX`)));
  if (root === undefined) throw new Error(`The path ${own} is too long for a socket.`);
  const dir = mkdtempSync(join(root, prefix));
  handOver(dir, place.runner);
  return dir;
}

/** Removes a temporary folder of ours, also one that a killed process left; the lasting one stays. */
export function closeSocketDir(dir: string): void {
  const isOurs = basename(dir).startsWith(prefix) && lstatSync(dir, { throwIfNoEntry: false })?.isDirectory();
  if (isOurs) rmSync(dir, { recursive: true, force: true });
}

const prefix = 'ikrar-socket-';

function fits(dir: string): boolean {
  return Buffer.byteLength(join(dir, '.s.PGSQL.5432')) <= longest;
}
