import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtChild } from '../kit/child.ts';

interface Worker {
  process: ChildProcess;
  lines: Interface;
}

/** Worker processes whose clocks are told to them. */
export class Workers {
  readonly #url: string;
  readonly #dataDir: string;
  readonly #all: Worker[] = [];
  #program = '';

  constructor(url: string, dataDir: string) {
    this.#url = url;
    this.#dataDir = dataDir;
  }

  async start(count: number): Promise<void> {
    const folder = join(process.cwd(), 'node_modules/.cache', `ikrar-clock-worker.${process.pid}`);
    this.#program = await builtChild('clock-worker', folder);
    for (let i = 0; i < count; i += 1) this.#all.push(await this.#born());
  }

  /** A round at this instant of its clock, to its end. */
  async round(which: number, at: Date): Promise<void> {
    const { process: child, lines } = this.#of(which);
    const answer = once(lines, 'line');
    child.stdin?.write(`${at.toISOString()}\n`);
    const [told] = await answer;
    if (told === 'failed') throw new Error('a round failed with nobody in its way');
  }

  /** A round during which something happens; how it ends is not asked. */
  async during(which: number, at: Date, ms: number, what: () => Promise<void>): Promise<void> {
    const { process: child, lines } = this.#of(which);
    const answer = once(lines, 'line');
    child.stdin?.write(`${at.toISOString()}\n`);
    await sleep(ms);
    await what();
    await answer;
  }

  /** Killed so many milliseconds into a round; another takes its place. */
  async killed(which: number, at: Date, ms: number): Promise<void> {
    const { process: child } = this.#of(which);
    child.stdin?.write(`${at.toISOString()}\n`);
    await sleep(ms);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    this.#all[which] = await this.#born();
  }

  async end(): Promise<void> {
    for (const { process: child } of this.#all) child.kill('SIGKILL');
    if (this.#program) rmSync(dirname(this.#program), { recursive: true, force: true });
  }

  #of(which: number): Worker {
    return this.#all[which] as Worker;
  }

  async #born(): Promise<Worker> {
    const child = spawn(process.execPath, [this.#program, this.#url, this.#dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin?.on('error', () => {});
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    await once(lines, 'line');
    return { process: child, lines };
  }
}
