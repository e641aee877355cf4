import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pause } from '../src/platform/db/embedded/processes.ts';
import {
  databases,
  databasesLeft,
  PROGRAM,
  type Program,
  programEnvironment,
  removeData,
  run,
  runToEnd,
  type Server,
  serving,
  startServer,
  temporaryData,
  watched,
} from './server.ts';

const ROOT = join(import.meta.dirname, '..');
let dataDir: string;
const started: Program[] = [];
beforeEach(() => {
  dataDir = temporaryData();
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.child.kill('SIGTERM');
    await program.ended;
  }
  expect(await databasesLeft(dataDir)).toEqual([]);
  removeData(dataDir);
});

async function start(): Promise<Server> {
  const server = await startServer({ empty: true, dataDir });
  started.push(server);
  return server;
}

/** What a start leaves in DATA/postgres while it runs: the lock of starting, the record of running. */
function traces(): string[] {
  return readdirSync(join(dataDir, 'postgres')).filter((name) => /lock|ikrar\.json/.test(name));
}

describe.skipIf(process.platform !== 'linux')('the program as a process', () => {
  it('finds its data again, and serves commands beside it and without it', async () => {
    const first = await start();
    expect((await claim(first)).status).toBe(303);
    const key = await (await fetch(`${first.address}/kunci/log.vkey`)).text();
    expect((await runToEnd(['keys', 'log'], dataDir)).out.trim()).toBe(key.trim());
    expect((await fetch(`${first.address}/health`)).status).toBe(200);
    expect(await first.halt('SIGTERM')).toBe(0);
    expect(await databasesLeft(dataDir)).toEqual([]);
    expect(traces()).toEqual([]);
    expect((await runToEnd(['keys', 'log'], dataDir)).out.trim()).toBe(key.trim());
    const second = await start();
    expect((await claim(second)).status, 'claimed before').toBe(409);
    expect(await (await fetch(`${second.address}/kunci/log.vkey`)).text()).toBe(key);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('leaves nothing after %s and starts again', async (signal) => {
    const first = await start();
    expect(databases(dataDir).length).toBeGreaterThan(0);
    expect(traces()).toEqual(['ikrar.json']);
    expect(await first.halt(signal)).toBe(signal === 'SIGKILL' ? null : 0);
    expect(first.err(), 'says nothing of its own end').not.toMatch(/connection|error|fault/i);
    expect(await databasesLeft(dataDir)).toEqual([]);
    if (signal !== 'SIGKILL') expect(traces()).toEqual([]);
    const second = await start();
    expect(await second.halt('SIGTERM')).toBe(0);
    expect(traces()).toEqual([]);
  });

  it.each([
    ['the process that started it', 'SIGKILL', launcher],
    ['npm start', 'SIGKILL', npmStart],
    ['npm start', 'SIGTERM', npmStart],
  ] as const)('ends with %s after %s', async (_, signal, command) => {
    const env = programEnvironment(dataDir);
    const parent = watched(
      spawn(...command(), { stdio: ['ignore', 'pipe', 'pipe'], env, cwd: ROOT }),
      dataDir,
    );
    const server = await serving(parent);
    parent.child.kill(signal);
    await parent.ended;
    expect(await databasesLeft(dataDir)).toEqual([]);
    await expect(fetch(`${server.address}/health`)).rejects.toThrow();
    expect(traces()).toEqual([]);
    await start();
  });

  it('says that it is starting, then that it is ready', async () => {
    const port = await freePort();
    const program = run(['serve', '--empty', '--json'], dataDir, { PORT: String(port) });
    started.push(program);
    const seen: string[] = [];
    for (let last = ''; last !== '{"ready":true}'; await pause(10)) {
      if (program.child.exitCode !== null) throw new Error(program.err());
      last = await fetch(`http://127.0.0.1:${port}/health`).then(
        (answer) => answer.text(),
        () => '',
      );
      if (last && seen.at(-1) !== last) seen.push(last);
    }
    expect(seen).toEqual(['{"ready":false,"why":"starting"}', '{"ready":true}']);
    expect((await serving(program)).port).toBe(port);
  });

  it('refuses a port in use clearly, and starts no database for it', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { code, err, out } = await runToEnd(['serve', '--empty'], dataDir, { PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(new RegExp(`^ikrar serve: .*${port}.*in use.*PORT`));
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });
});

describe('what is typed wrong', () => {
  it.each([
    [{ PORT: 'tiga ribu' }, /PORT: must be a number/],
    [{ PORT: '70000' }, /PORT: must be a number/],
    [{ IKRAR_URL: 'ikrar.go.id/path' }, /IKRAR_URL: must be an origin/],
    [{ DATABASE_URL: 'mysql://secret@x' }, /DATABASE_URL: must start with postgresql/],
  ])('%o is refused with its name', async (env, said) => {
    const { code, err } = await runToEnd(['serve'], dataDir, env as Record<string, string>);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/secret|\n {4}at /);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('a data directory that is a file is refused with its path', async () => {
    const file = join(dataDir, 'berkas');
    writeFileSync(file, 'bukan direktori');
    const { code, err } = await runToEnd(['serve', '--empty'], file);
    expect(code).toBe(1);
    expect(err).toMatch(/^ikrar serve: .*berkas\/postgres cannot be used \(ENOTDIR\)/);
    expect(err).not.toContain('\n    at ');
  });

  it('has help for every command, and codes for what it does not know', async () => {
    const overview = await runToEnd(['--help'], dataDir);
    expect(overview.code).toBe(0);
    const names = [...overview.out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(
      (found) => found[1] as string,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'serve',
        'example load',
        'roster check',
        'verify',
        'law check',
        'keys root',
        'keys log',
        'pacts export',
        'backup',
        'restore',
      ]),
    );
    const helps = names.map(async (name) => ({
      name,
      ...(await runToEnd([...name.split(' '), '--help'], dataDir)),
    }));
    for (const { name, code, out, err } of await Promise.all(helps)) {
      expect([name, code, err]).toEqual([name, 0, '']);
      expect(out).toMatch(new RegExp(`^ikrar ${name}.*\n\n.+`));
    }
    expect(await runToEnd([], dataDir)).toMatchObject({ code: 0, out: overview.out });
    const unknown = await runToEnd(['terbang'], dataDir);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('unknown command: terbang');
    expect(await runToEnd(['serve', '--terbang'], dataDir)).toMatchObject({ code: 2, out: '' });
    expect(await runToEnd(['verify'], dataDir)).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(dataDir), 'no command of these made anything').toEqual([]);
  });
});

function claim({ address }: Server): Promise<Response> {
  const body = new URLSearchParams({
    ...{ name: 'Pemerintah Kabupaten Contoh', level: 'kabupaten', zone: 'Asia/Jakarta' },
    ...{ personName: 'Petugas Contoh', username: 'petugas', password: 'kata-sandi-contoh' },
  });
  return fetch(`${address}/klaim`, {
    method: 'POST',
    body,
    headers: { origin: address },
    redirect: 'manual',
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const SERVE = ['serve', '--empty', '--json'];

/** The system's older Node, through which bin/ikrar starts the pinned one; without such a Node, one that does the same. */
function launcher(): [string, string[]] {
  const old = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((path) => !path.includes('node_modules') && existsSync(path) && isOld(path));
  if (old) return [old, [PROGRAM, ...SERVE]];
  const code = `require('node:child_process').fork(${JSON.stringify(PROGRAM)}, ${JSON.stringify(SERVE)})`;
  return [process.execPath, ['-e', code]];
}

function npmStart(): [string, string[]] {
  return ['npm', ['start', '--silent', '--', ...SERVE.slice(1)]];
}

function isOld(node: string): boolean {
  const [major = 0, minor = 0] = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    .stdout.split('.')
    .map(Number);
  return major < 22 || (major === 22 && minor < 18);
}
