import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** P-256 signatures a second of processor time on one core, by `openssl speed`. @throws Error where it is absent */
export function opensslSigns(seconds: number): number {
  const said = run('openssl', ['speed', '-seconds', String(seconds), '-mr', 'ecdsap256']);
  const line = /^\+F4:\d+:256:([\d.]+):/m.exec(said);
  if (!line) throw new Error('openssl speed printed no figure for ecdsap256');
  return Number(line[1]);
}

/** Runs a program to its end. @returns its standard output. @throws Error with what it said */
export function run(program: string, args: readonly string[]): string {
  const ran = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.error) throw new Error(`${program} cannot be run: ${ran.error.message}`);
  if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status}: ${ran.stderr.trim()}`);
  return ran.stdout;
}

/** pgbench from the path, or from where Debian keeps it; null where there is none. */
export function findPgbench(): string | null {
  if (!spawnSync('pgbench', ['--version']).error) return 'pgbench';
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort() : [];
  const found = versions
    .map((version) => join(base, version, 'bin/pgbench'))
    .filter((path) => existsSync(path));
  return found.at(-1) ?? null;
}
