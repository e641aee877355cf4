import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../platform/config.ts';
import { openPool } from '../../platform/db/index.ts';
import { workAsApplication } from '../../platform/opened.ts';
import { createPlatform } from '../../platform/platform.ts';
import { exportRange, type Range } from './export-range.ts';

/** What a thread is started with. */
export interface Hired {
  readonly config: Config;
  /** Connection string of the database that runs already. */
  readonly url: string;
  readonly folder: string;
}

/** What it answers to each range. Errors lose their class and code on the way between threads. */
export type Done =
  | { readonly files: number }
  | { readonly failed: { code: string | undefined; message: string } };

const { config, url, folder } = workerData as Hired;
const quiet = () => undefined;
const pool = await openPool(url, quiet);
await workAsApplication(pool, pool, quiet);
const platform = createPlatform(pool, config, () => new Date());

parentPort?.on('message', async (range: Range) => parentPort?.postMessage(await done(range)));

async function done(range: Range): Promise<Done> {
  try {
    return { files: await exportRange(platform, folder, range) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { failed: { code, message } };
  }
}
