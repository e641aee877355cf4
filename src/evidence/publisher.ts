import { randomBytes } from 'node:crypto';
import { forAll } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { LogKey } from './keys.ts';
import { type Publishing, publishBoth, publishLogs } from './publish.ts';

/** Between two rounds: many batches of signatures then share one tree head and its disk writes. */
const BREATH_MS = 250;
/** Between two recordings in the tree of all: it grows by one entry a log and recording, and by no more. */
const HEADS_MS = 2000;

/**
 * Keeps the logs published while the process lives. `soon` asks for a round at once; rounds never overlap.
 * A round that fails is logged and tried again: signatures stay recorded, only their tree head is late.
 */
export function startPublisher(platform: Platform, key: LogKey, log: (line: string) => void, everyMs = 1000) {
  const holder = randomBytes(8).toString('hex');
  const publishing: Publishing = { platform, key, holder, leases: new Map() };
  let running: Promise<unknown> | undefined;
  let next: NodeJS.Timeout | undefined;
  let ended = 0;
  let headsAt = 0;
  let stopped = false;
  let wanted = false;
  const publish = () => {
    if (Date.now() < headsAt + HEADS_MS) return publishLogs(publishing);
    headsAt = Date.now();
    return publishBoth(publishing);
  };
  const soon = () => {
    wanted = Boolean(running);
    if (stopped || running) return;
    next ??= setTimeout(round, Math.max(0, ended + BREATH_MS - Date.now()));
  };
  const round = () => {
    next = undefined;
    if (stopped || running) return;
    // Also when a request asked for it, which itself may reach one institution only.
    running = forAll(publish)
      .catch((error: Error) => {
        publishing.leases.clear();
        log(`publishing the log failed, will try again: ${error.message}`);
      })
      .finally(() => {
        running = undefined;
        ended = Date.now();
        if (wanted) soon();
      });
  };
  const timer = setInterval(round, everyMs);
  return {
    soon,
    async stop(): Promise<void> {
      clearInterval(timer);
      if (next) clearTimeout(next);
      if (next) round();
      stopped = true;
      await running;
    },
  };
}
export type Publisher = ReturnType<typeof startPublisher>;
