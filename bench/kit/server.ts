import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../../src/platform/config.ts';
import { packageRoot } from '../../src/platform/root.ts';
import { ORIGIN } from './load.ts';
import type { Bench } from './report.ts';

/**
 * A server in a process of its own, as `ikrar serve` starts it, on the database that is running already. Options of
 * Node are handed down: `node --cpu-prof scripts/aside.mjs bench sign` profiles the server too.
 */
export interface Server {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** So many servers on the one database, as behind a proxy. */
export function startServers(config: Config, bench: Bench, count: number): Promise<Server[]> {
  return Promise.all(Array.from({ length: count }, () => startServer(config, bench)));
}

export async function startServer(config: Config, bench: Bench): Promise<Server> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(packageRoot(), 'bin/ikrar'), 'serve', '--empty', '--json'],
    {
      env: { ...process.env, IKRAR_DATA: config.dataDir, PORT: '0', IKRAR_URL: ORIGIN },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  if (!child.stdout || !child.stderr) throw new Error('the server has no output');
  createInterface({ input: child.stderr }).on('line', (line) => bench.say(`server: ${line}`));
  const said = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    said.once('line', (line) => resolve(Number(JSON.parse(line).port)));
    ended.then(() => reject(new Error('the server ended before it was ready')), reject);
  });
  bench.say(`server ready on port ${port}, process ${child.pid}`);
  const stop = async () => {
    child.kill('SIGTERM');
    child.disconnect();
    await ended;
  };
  return { port, pid: child.pid ?? 0, stop };
}
