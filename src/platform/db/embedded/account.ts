import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The unprivileged user that runs the server when Ikrar itself runs as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. The owner of an existing cluster comes first, so that a user added later
 * changes nothing; then `ikrar`, `postgres`, a new system user `ikrar`, `nobody`.
 * @returns null when Ikrar does not run as root: then the server runs as the same user
 */
export function serverAccount(cluster: string): Account | null {
  if (process.geteuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  const account = named('ikrar') ?? named('postgres') ?? created() ?? named('nobody');
  if (account) return account;
  throw new Error('Running as root needs an unprivileged user for PostgreSQL: run "useradd --system ikrar".');
}

function named(name: string): Account | null {
  const line = passwd().find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

function nameOf(uid: number): string {
  return (
    passwd()
      .find((entry) => entry.split(':')[2] === String(uid))
      ?.split(':', 1)[0] ?? String(uid)
  );
}

function created(): Account | null {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  spawnSync('useradd', [...options, 'ikrar'], { env, stdio: 'ignore' });
  return named('ikrar');
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
