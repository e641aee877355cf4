import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ReporterKeys, reporterKeys } from '../seal/index.ts';
import { nodeSlowHash } from '../slow-hash.ts';
import { type Box, boxOf } from './find.ts';
import { type Opened, openBox } from './open.ts';

/** Each takes 19 MiB while it runs. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

export interface PlainBox extends Box {
  reporter: ReporterKeys;
  /** Null: nobody has this code. */
  opened: Opened | null;
}

/**
 * Without script: opened in this process's memory, for this answer. Nothing of it is written down, and the keys go with it.
 * @throws Refusal mailbox.busy (503)
 */
export async function openPlain(platform: Platform, bits: Uint8Array): Promise<PlainBox> {
  const reporter = await inTurn(() => reporterKeys(bits, nodeSlowHash));
  const box = await boxOf(platform, reporter.lookup);
  return { ...box, reporter, opened: await openBox(box, reporter.pair) };
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('mailbox.busy', 503);
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
