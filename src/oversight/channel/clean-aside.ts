import { Worker } from 'node:worker_threads';
import { attach, StripError } from './attached.ts';
import type { Clean, Dirty } from './clean.worker.ts';
import type { Attached } from './sealed-report.ts';

/** All of one form may unpack to so much together. */
const MOST_UNPACKED = 60_000_000;
const AT_ONCE = 2;
const MOST_WAITING = 20;
const TIME_LIMIT = 10_000;
const MEMORY_MB = 512;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The files of a form that came without script, cleaned in a thread of their own, which ends when it takes too long.
 * Attacker: a PDF of a few kilobytes that is the work of hours, ten small bombs in one form.
 * @throws StripError damaged, too-large: not taken, unless as they are
 */
export async function attachAside(
  given: readonly File[],
  original: boolean,
  timeLimit = TIME_LIMIT,
): Promise<Attached[]> {
  const files = await Promise.all(
    given.map(async (file) => ({
      ...{ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type },
    })),
  );
  if (original) return files.map(({ bytes, ...file }, index) => attach(bytes, file, index + 1, true));
  if (files.length === 0) return [];
  const most = Math.floor(MOST_UNPACKED / files.length);
  const cleaned = await inTurn(() => inThread({ files, most }, timeLimit));
  if (!cleaned) throw new StripError('damaged');
  return cleaned;
}

async function inThread(dirty: Dirty, timeLimit: number): Promise<Clean> {
  const worker = new Worker(ENTRY, {
    workerData: dirty,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Clean>((resolve, reject) => {
      timer = setTimeout(() => reject(new StripError('too-large')), timeLimit);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new StripError('too-large') : error),
      );
      worker.once('exit', (code) => reject(new Error(`the thread that cleans files ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** @throws StripError too-large where many wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new StripError('too-large');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** A bundle of its own beside the built program (scripts/build.mjs); the file beside this one in the sources. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('./clean.worker.ts', import.meta.url)
  : new URL('./workers/clean.js', import.meta.url);
