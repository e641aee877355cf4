import { parentPort, workerData } from 'node:worker_threads';
import { attach, StripError } from './attached.ts';
import type { Attached } from './sealed-report.ts';

/** What the thread is given: files of one form, and to how many bytes each may unpack. */
export interface Dirty {
  readonly files: readonly { bytes: Uint8Array; name: string; type: string }[];
  readonly most: number;
}

/** Null where one cannot be cleaned; classes of errors do not survive the way between threads. */
export type Clean = Attached[] | null;

parentPort?.postMessage(clean(workerData as Dirty));

function clean({ files, most }: Dirty): Clean {
  try {
    return files.map(({ bytes, ...file }, index) => attach(bytes, file, index + 1, false, most));
  } catch (error) {
    if (error instanceof StripError) return null;
    throw error;
  }
}
