import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkPact } from '../../src/verify/index.ts';
import { openMaker, storedPact, wholeFile } from './pacts.ts';
import type { Bench } from './report.ts';

/** What one thread made. */
interface Share {
  files: number;
  bytes: number;
  /** Files that were read back by the checker and found whole, or not. */
  checked: number;
  faults: number;
}

export interface Million {
  files: number;
  gigabytes: number;
  checked: number;
  threads: number;
  wallSeconds: number;
  /** Of all threads, starting them included. */
  cpuSeconds: number;
  /** The most memory that the whole process held. */
  peakMegabytes: number;
}

const BATCH = 25;
/** One in so many files is read back; the time that takes is not counted as making. */
const EVERY = 10_000;

/** Makes so many different files, a thread on each core. Each is whole in memory once, hashed, and let go. */
export async function makeMillion(bench: Bench, files: number): Promise<Million> {
  const began = performance.now();
  const before = process.cpuUsage();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  const threads = availableParallelism();
  const each = Math.ceil(files / threads);
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, at) => share(bench, at * each, Math.min(files, (at + 1) * each))),
  );
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const sum = (of: (one: Share) => number) => shares.reduce((total, one) => total + of(one), 0);
  if (sum((one) => one.faults) > 0) throw new Error('a file was not whole');
  return {
    files: sum((one) => one.files),
    gigabytes: sum((one) => one.bytes) / 1e9,
    checked: sum((one) => one.checked),
    threads,
    wallSeconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: peak / 2 ** 20,
  };
}

function share(bench: Bench, from: number, end: number): Promise<Share> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      argv: process.argv.slice(2),
      workerData: { from, end },
    });
    worker.on('error', reject);
    worker.on('message', (said: Share | number) => {
      if (typeof said === 'number') bench.say(`${from} to ${end}: ${said} made`);
      else resolve(said);
    });
  });
}

/** A thread's part; nothing in the main thread. */
export const isShare = !isMainThread;

export async function makeShare(): Promise<void> {
  const { from, end } = workerData as { from: number; end: number };
  const maker = await openMaker();
  const share: Share = { files: 0, bytes: 0, checked: 0, faults: 0 };
  for (let at = from; at < end; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, end - at) }, (_, one) => storedPact(at + one));
    for (const [one, { pdf }] of (await maker.seal(batch)).entries()) {
      const file = wholeFile(pdf);
      share.files += 1;
      share.bytes += file.length;
      if ((at + one) % EVERY !== 0) continue;
      share.checked += 1;
      const report = await checkPact({ pdf: file, roots: [maker.keys.root.certificatePem], logKeys: [] });
      const failed = report.checks.some(({ verdict }) => verdict === 'fail');
      const same = createHash('sha256').update(file).digest().equals(pdf.sha256);
      if (failed || !same) share.faults += 1;
    }
    if ((at - from) % 50_000 === 0) parentPort?.postMessage(share.files);
  }
  parentPort?.postMessage(share);
}
