import { parentPort, workerData } from 'node:worker_threads';
import { makeRegister, type RegisterParts } from '../../law/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CheckOptions } from '../checker/index.ts';
import { type Checked, checkGiven, type Given } from './check-given.ts';

/** What the worker is given: the options with the parts of their register. */
export interface Question {
  readonly given: Given;
  readonly options: Omit<CheckOptions, 'register'> & { readonly parts?: RegisterParts };
}

/** What the worker answers; classes do not survive the way between threads. */
export type Answer =
  | { readonly checked: Checked }
  | { readonly refusal: Pick<Refusal, 'code' | 'status' | 'params'> };

// The PDF reader leaves rejected promises behind on damaged files; the one that answers is awaited below.
process.on('unhandledRejection', () => undefined);

const { given, options } = workerData as Question;
parentPort?.postMessage(await answer());

async function answer(): Promise<Answer> {
  const { parts, ...rest } = options;
  try {
    return { checked: await checkGiven(given, parts ? { ...rest, register: makeRegister(parts) } : rest) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, status, params } = error;
    return { refusal: { code, status, params } };
  }
}
