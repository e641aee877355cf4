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

/** Removes what a killed server left. Call only when no server of the cluster runs: its lock file would be lost. */
export function clearSocket(dir: string): void {
  rmSync(join(dir, socketName), { force: true });
  rmSync(join(dir, `${socketName}.lock`), { force: true });
}

/** Removes a temporary folder of ours, also one that a killed process left; the lasting one stays. */
export function closeSocketDir(dir: string): void {
  const isOurs = basename(dir).startsWith(prefix) && lstatSync(dir, { throwIfNoEntry: false })?.isDirectory();
  if (isOurs) rmSync(dir, { recursive: true, force: true });
}

const socketName = '.s.PGSQL.5432';
const prefix = 'ikrar-socket-';

function fits(dir: string): boolean {
  return Buffer.byteLength(join(dir, socketName)) <= longest;
}
