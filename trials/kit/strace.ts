import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const FAULTS = ['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'] as const;

/** Whether processes can be traced here at all. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

export interface Tracing {
  /** Lets go of the process, if it is still there. */
  end(): Promise<void>;
}

/** From now on the `when`-th call of this kind in each thread of the process meets the fault. */
export function inject(pid: number, call: string, fault: string, when: number): Promise<Tracing> {
  return attach(pid, [
    '-o',
    '/dev/null',
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:${fault}:when=${when}`,
  ]);
}

/** Counts calls of these kinds: the most that any one thread makes until it ends. */
export async function counting(pid: number, calls: readonly string[], file: string) {
  const tracing = await attach(pid, ['-o', file, '-e', `trace=${calls.join(',')}`]);
  return async (): Promise<Map<string, number>> => {
    await tracing.end();
    const threads = new Map<string, number>();
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const found = /^(?:(\d+)\s+)?(\w+)\(/.exec(line);
      if (!found) continue;
      const place = `${found[1]} ${found[2]}`;
      threads.set(place, (threads.get(place) ?? 0) + 1);
    }
    const most = new Map<string, number>();
    for (const [place, count] of threads) {
      const call = place.split(' ')[1] as string;
      most.set(call, Math.max(most.get(call) ?? 0, count));
    }
    return most;
  };
}

function attach(pid: number, options: readonly string[]): Promise<Tracing> {
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = new Promise<void>((resolve) => tracer.once('close', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    tracer.once('error', reject);
    tracer.once('close', () => reject(new Error(`strace: ${said}`)));
    tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/attached/.test(said)) resolve({ end: () => detach(tracer, closed) });
    });
  });
}

async function detach(tracer: ChildProcess, closed: Promise<void>): Promise<void> {
  tracer.kill('SIGINT');
  await closed;
}
