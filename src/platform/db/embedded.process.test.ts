import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, isRunning, markOf } from './embedded/processes.ts';

/** A process with the embedded server, see test/embedded-child.ts. */
interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  /** The next line it prints. */
  answer(): Promise<Record<string, unknown>>;
  ask(): Promise<Record<string, unknown>>;
  end(signal: NodeJS.Signals): Promise<void>;
}

const script = join(process.cwd(), 'test', 'embedded-child.ts');
const isRoot = process.geteuid?.() === 0;
const nobody = 65_534;
/** False for a checkout below a closed directory such as /root: then another user cannot run the programs. */
const isOpen =
  isRoot && spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', script], { uid: nobody }).status === 0;
const children: Child[] = [];
let top: string;
let dataDir: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'ikrar-process-'));
  dataDir = join(top, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.end('SIGTERM');
  expect(await gone(), 'no server stays behind').toBe(true);
  rmSync(top, { recursive: true });
});

function start(options: { uid?: number; env?: Record<string, string>; dir?: string } = {}): Child {
  const { uid, env, dir = dataDir } = options;
  const process_ = spawn(process.execPath, ['--no-warnings', script, dir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  const answer = async () => JSON.parse((await lines.next()).value ?? '{}') as Record<string, unknown>;
  const child: Child = {
    process: process_,
    answer,
    ask() {
      process_.stdin.write('query\n');
      return answer();
    },
    end(signal) {
      process_.kill(signal);
      return ended;
    },
  };
  children.push(child);
  return child;
}

const cluster = () => join(dataDir, 'postgres', 'cluster');
const postmaster = () => {
  const file = join(cluster(), 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
};
/** No postmaster, by its file and by every process that names the cluster. */
const gone = () => eventually(() => postmaster() === null && servers().length === 0, 10_000);
const servers = () =>
  readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes(cluster()) && isRunning(markOf(Number(pid))),
  );
const commandOf = (pid: string) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

describe.skipIf(process.platform !== 'linux')('the embedded server, as a process', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'leaves nothing behind after %s; the data are found again',
    async (signal) => {
      const first = start();
      expect(await first.answer()).toMatchObject({ starts: 1 });
      expect(servers()).toHaveLength(1);
      await first.end(signal);
      expect(await gone()).toBe(true);
      const second = start();
      expect(await second.answer()).toMatchObject({ starts: 2 });
      await second.end('SIGTERM');
      expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['cluster', 'server.log', 'socket']);
    },
  );

  it('can be started again at once after kill -9, and after kill -9 of the server too', async () => {
    const first = start();
    await first.answer();
    await first.end('SIGKILL');
    const second = start();
    expect(await second.answer()).toMatchObject({ starts: 2 });
    process.kill(postmaster() as number, 'SIGKILL');
    await second.end('SIGKILL');
    expect(await start().answer()).toMatchObject({ starts: 3 });
  });

  it('brings the server back when it alone is killed', async () => {
    const child = start();
    const { since } = await child.answer();
    process.kill(postmaster() as number, 'SIGKILL');
    const back = async () => (await child.ask()).since;
    await expect
      .poll(back, { timeout: 20_000, interval: 200 })
      .not.toSatisfy((now) => now === undefined || now === since);
  });

  it('is started by one of several commands; the others join, and lose it with a clear error', async () => {
    const all = [start(), start(), start()];
    const answers = await Promise.all(all.map((child) => child.answer()));
    expect(new Set(answers.map((answer) => answer.since)).size).toBe(1);
    expect(servers()).toHaveLength(1);
    const { owner } = JSON.parse(readFileSync(join(dataDir, 'postgres', 'ikrar.json'), 'utf8'));
    const starter = all.find((child) => child.process.pid === owner.pid) as Child;
    const [joiner, other] = all.filter((child) => child !== starter) as [Child, Child];
    await joiner.end('SIGTERM');
    expect(await other.ask()).toHaveProperty('since');
    await starter.end('SIGTERM');
    expect(await gone()).toBe(true);
    expect(await other.ask()).toHaveProperty('error');
    expect(await start().answer()).toMatchObject({ starts: 4 });
  });

  it('takes over the lock of a dead process, also when its number is in use again', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    const lock = join(dataDir, 'postgres', 'start.lock');
    writeFileSync(lock, JSON.stringify({ pid: process.pid, started: '1', token: 'x' }));
    expect(await start().answer()).toMatchObject({ starts: 1 });
    expect(existsSync(lock)).toBe(false);
  });

  it('works where the path is too long for a socket', async () => {
    dataDir = join(top, 'a-rather-long-folder-name/'.repeat(5), 'data');
    const child = start();
    expect(await child.answer()).toMatchObject({ starts: 1 });
    const { socketDir } = JSON.parse(readFileSync(join(dataDir, 'postgres', 'ikrar.json'), 'utf8'));
    await child.end('SIGKILL');
    expect(await gone()).toBe(true);
    const next = start();
    expect(await next.answer()).toMatchObject({ starts: 2 });
    expect(existsSync(socketDir), 'the folder a killed process left').toBe(false);
  });

  it.skipIf(isRoot && !isOpen)(
    'without setpriv, the next start ends the server that a killed process left',
    async () => {
      chmodSync(top, 0o711);
      const env = { PATH: '/nonexistent' };
      const first = start({ env });
      await first.answer();
      await first.end('SIGKILL');
      expect(servers()).toHaveLength(1);
      const second = start({ env });
      expect(await second.answer()).toMatchObject({ starts: 2 });
      expect(servers()).toHaveLength(1);
    },
  );

  it('says why when the server cannot start', async () => {
    const first = start();
    await first.answer();
    await first.end('SIGTERM');
    writeFileSync(join(cluster(), 'postgresql.auto.conf'), 'nonsense = on\n');
    expect((await start().answer()).error).toMatch(/PostgreSQL did not start:[\s\S]*nonsense/);
  });

  it.skipIf(!isRoot)('as root: below a closed directory, under another user', async () => {
    chmodSync(top, 0o700);
    expect(await start().answer()).toMatchObject({ starts: 1 });
    const status = readFileSync(`/proc/${postmaster()}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t[1-9]/m);
    expect(readFileSync(join(dataDir, 'postgres', 'ikrar.json'), 'utf8')).toContain(
      encodeURIComponent(dataDir),
    );
  });

  it.skipIf(!isOpen)('as an ordinary user; another user gets a clear refusal', async () => {
    chownSync(top, nobody, nobody);
    chmodSync(top, 0o755);
    const child = start({ uid: nobody });
    expect(await child.answer()).toMatchObject({ starts: 1 });
    expect((await start({ uid: 12_345 }).answer()).error).toMatch(/belongs to another user/);
    await child.end('SIGKILL');
    expect(await gone()).toBe(true);
    expect(await start({ uid: nobody }).answer()).toMatchObject({ starts: 2 });
  });
});
