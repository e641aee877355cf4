import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../platform/refusal.ts';
import type { CheckOptions } from '../checker/index.ts';
import { type Checked, checkGiven, type Given } from './check-given.ts';

/** What the worker answers; classes do not survive the way between threads. */
export type Answer =
  | { readonly checked: Checked }
  | { readonly refusal: Pick<Refusal, 'code' | 'status' | 'params'> };

const { given, options } = workerData as { given: Given; options: CheckOptions };
parentPort?.postMessage(answer());

function answer(): Answer {
  try {
    return { checked: checkGiven(given, options) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, status, params } = error;
    return { refusal: { code, status, params } };
  }
}
