import { spawnSync } from 'node:child_process';
import type { Account } from './account.ts';

/** How a PostgreSQL program is started: under which user, tied to the life of this process, with which reach. */
export interface Runner {
  readonly account: Account | null;
  /** The program and its arguments, wrapped. */
  command(file: string, args: readonly string[]): readonly [string, readonly string[]];
  /** Options for node:child_process. The environment holds nothing of ours, no secret either. */
  readonly options: { readonly env: Record<string, string>; readonly uid?: number; readonly gid?: number };
}

/**
 * The runners to try, the least privileged first. With setpriv (util-linux) the server gets SIGINT, a fast clean
 * shutdown, when this process ends in any way, kill -9 too. As root, the second and third let it pass through
 * directories closed to its own user (a checkout below /root), by one capability and nothing else of root's.
 */
export function runners(account: Account | null): Runner[] {
  if (!hasSetpriv()) return [plain(account)];
  if (account === null) return [withSetpriv(null, [])];
  const reach = [[], ['dac_read_search'], ['dac_override']];
  return reach.map((capabilities) => withSetpriv(account, capabilities));
}

/** True when that runner can use the programs (initdb looks for the others itself) and write into the folder. */
export function reaches(runner: Runner, bin: string, folder: string): boolean {
  const script = 'test -w "$1" && test -x "$1" && exec "$2/initdb" --show --pgdata="$1/none"';
  const [file, args] = runner.command('/bin/sh', ['-c', script, 'sh', folder, bin]);
  return spawnSync(file, args, { ...runner.options, stdio: 'ignore' }).status === 0;
}

function withSetpriv(account: Account | null, capabilities: readonly string[]): Runner {
  const user = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  const added = capabilities.map((name) => `+${name}`).join(',');
  // Without that bit access(2), by which PostgreSQL finds its own files, would not count the capability.
  const reach = added
    ? [`--inh-caps=${added}`, `--ambient-caps=${added}`, '--securebits=+no_setuid_fixup']
    : [];
  return {
    account,
    command: (file, args) => ['setpriv', ['--pdeathsig=INT', ...user, ...reach, '--', file, ...args]],
    options: { env: environment() },
  };
}

function plain(account: Account | null): Runner {
  const user = account ? { uid: account.uid, gid: account.gid } : {};
  return { account, command: (file, args) => [file, args], options: { env: environment(), ...user } };
}

function hasSetpriv(): boolean {
  if (process.platform !== 'linux') return false;
  const probe = spawnSync('setpriv', ['--pdeathsig=INT', '--', '/bin/sh', '-c', ':'], { stdio: 'ignore' });
  return probe.status === 0;
}

function environment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
