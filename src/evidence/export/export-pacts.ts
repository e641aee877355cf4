import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Platform } from '../../platform/platform.ts';
import { exportRange, type Range } from './export-range.ts';
import type { Done, Hired } from './pacts.worker.ts';

/** Records a thread works on at a time: bounds its memory, and how much it does again after a crash. */
const AT_ONCE = 100;
/** Ranges; fewer are written sooner than a thread is ready. */
const WORTH_THREADS = 3;

/** Makes the PDFs of the records in one range and writes them. @returns how many */
type Work = (range: Range) => Promise<number>;

/**
 * Writes the PDFs of these logs into the folder, on all cores where they are many. It can be stopped at any moment and
 * run again: what is there with the right digest is left.
 * @param progress is told after each range how many files there are
 * @throws Error as the first range that failed; what was under way ends before
 */
export async function exportPacts(
  platform: Platform,
  folder: string,
  ranges: readonly Range[],
  progress: (files: number) => void,
): Promise<number> {
  const small = [...ranges].flatMap(cut).reverse();
  const many = small.length >= WORTH_THREADS && BUILT;
  const crew = many ? threads(platform, folder) : [{ work: here(platform, folder), end: async () => 0 }];
  let files = 0;
  const toil = async ({ work }: { work: Work }) => {
    for (let range = small.pop(); range; range = small.pop()) {
      const made = await work(range).catch((error: Error) => {
        small.length = 0;
        throw error;
      });
      files += made;
      progress(files);
    }
  };
  const ends = await Promise.allSettled(crew.map(toil));
  await Promise.all(crew.map(({ end }) => end()));
  for (const one of ends) if (one.status === 'rejected') throw one.reason;
  return files;
}

function cut({ from, end, ...log }: Range): Range[] {
  const starts = Array.from({ length: Math.ceil((end - from) / AT_ONCE) }, (_, at) => from + at * AT_ONCE);
  return starts.map((start) => ({ ...log, from: start, end: Math.min(start + AT_ONCE, end) }));
}

function here(platform: Platform, folder: string): Work {
  return (range) => exportRange(platform, folder, range);
}

/** A thread is a bundle of its own beside the built program (scripts/build.mjs); from the sources there is none. */
const BUILT = !import.meta.url.endsWith('.ts');

function threads({ config, pool }: Platform, folder: string): { work: Work; end(): Promise<unknown> }[] {
  const url = pool.options.connectionString ?? '';
  return Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(new URL('./workers/pacts.js', import.meta.url), {
      workerData: { config, url, folder } satisfies Hired,
    });
    return { work: (range) => ask(worker, range), end: () => worker.terminate() };
  });
}

function ask(worker: Worker, range: Range): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a thread that writes PDFs ended with ${code}`));
    const settle = (answer: Done) => {
      worker.off('error', reject).off('exit', ended);
      if ('files' in answer) resolve(answer.files);
      else reject(Object.assign(new Error(answer.failed.message), { code: answer.failed.code }));
    };
    worker.once('message', settle).once('error', reject).once('exit', ended);
    worker.postMessage(range);
  });
}
