import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, pause } from '../src/platform/db/embedded/processes.ts';
import { packageRoot } from '../src/platform/root.ts';

/** The command line. */
export const PROGRAM = join(packageRoot(), 'bin/ikrar');

/** The whole built program, as a person starts it. */
export interface Program {
  readonly child: ChildProcess;
  readonly dataDir: string;
  /** Everything written to stdout and to stderr until now. */
  out(): string;
  err(): string;
  /** @returns the exit code once it has ended; null after a signal that it did not handle */
  ended: Promise<number | null>;
}

/** A server that answers. */
export interface Server extends Program {
  /** Such as http://localhost:40123, without a trailing slash. */
  readonly address: string;
  readonly port: number;
  /** Ends it by SIGTERM, checks that no database process is left, and removes the data directory. */
  stop(): Promise<void>;
  /** The same, but the data stay for another start. */
  halt(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServeOptions {
  empty?: boolean;
  dataDir?: string;
  env?: Record<string, string>;
}

/** A new place for a data directory; `removeData` takes it away. */
export function temporaryData(): string {
  return mkdtempSync(join(tmpdir(), 'ikrar-serve-'));
}

/** Starts `ikrar ARGS` and does not wait. PORT is 0 unless `env` says otherwise. */
export function run(args: readonly string[], dataDir: string, env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...programEnvironment(dataDir), ...env },
  });
  return watched(child, dataDir);
}

/** Collects what a child prints. */
export function watched(child: ChildProcess, dataDir: string): Program {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, dataDir, ended, out: () => said.out, err: () => said.err };
}

/** Runs a command to its end. */
export async function runToEnd(args: readonly string[], dataDir: string, env: Record<string, string> = {}) {
  const program = run(args, dataDir, env);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** `ikrar serve` on a port of the system's choice; resolves when /health says that it is ready. */
export async function startServer(options: ServeOptions = {}): Promise<Server> {
  const dataDir = options.dataDir ?? temporaryData();
  const program = run(['serve', '--json', ...(options.empty ? ['--empty'] : [])], dataDir, options.env);
  return serving(program);
}

/** @throws Error with what it said when it ends before it is ready */
export async function serving(program: Program): Promise<Server> {
  const { address, port } = await announced(program);
  for (let ready = false; !ready; ready = await isReady(port)) await pause(20);
  const halt = (signal: NodeJS.Signals = 'SIGTERM') => {
    program.child.kill(signal);
    return program.ended;
  };
  const stop = async () => {
    const code = await halt();
    const left = await databasesLeft(program.dataDir);
    removeData(program.dataDir);
    if (code !== 0) throw new Error(`the server ended with ${code}: ${program.err()}`);
    if (left.length > 0) throw new Error(`PostgreSQL is still running: ${left.join(', ')}`);
  };
  return { ...program, address, port, stop, halt };
}

/** Numbers of the processes that serve this data directory after a moment's patience; empty when all is well. */
export async function databasesLeft(dataDir: string): Promise<string[]> {
  await eventually(() => databases(dataDir).length === 0, 10_000);
  return databases(dataDir);
}

/** Processes whose command names the data directory, or the number in its postmaster.pid while that runs. */
export function databases(dataDir: string): string[] {
  if (process.platform !== 'linux') return [];
  const named = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/cmdline`).includes(join(dataDir, 'postgres')),
  );
  const noted = read(join(dataDir, 'postgres/cluster/postmaster.pid')).split('\n')[0] ?? '';
  const running = [...new Set([...named, noted])].filter((pid) => pid !== '' && existsSync(`/proc/${pid}`));
  return running.filter((pid) => !/^State:\s+Z/m.test(read(`/proc/${pid}/status`)));
}

export function removeData(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

async function announced(program: Program): Promise<{ address: string; port: number }> {
  let code: number | null | undefined;
  void program.ended.then((value) => {
    code = value;
  });
  await eventually(() => program.out().includes('\n') || code !== undefined, 90_000);
  const line = program.out().split('\n')[0];
  if (line) return JSON.parse(line) as { address: string; port: number };
  program.child.kill('SIGTERM');
  throw new Error(`the server did not start (${code}): ${program.err()}`);
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
  return answer?.status === 200;
}

/** Settings of whoever runs the tests do not reach the program. */
export function programEnvironment(dataDir: string): Record<string, string> {
  const ours = /^(VITEST|IKRAR_|NODE_OPTIONS$|DATABASE_URL$|DEBUG$)/;
  const rest = Object.entries(process.env).filter(([name]) => !ours.test(name)) as [string, string][];
  return { ...Object.fromEntries(rest), IKRAR_DATA: dataDir, PORT: '0' };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
