import { startRosterLoads } from './agencies/index.ts';
import { startOpenFigures, startRosterSizes } from './coverage/index.ts';
import {
  logKey,
  originOf,
  type Publisher,
  startPublisher,
  startStamper,
  startWitnesses,
} from './evidence/index.ts';
import { startHooks } from './hooks/index.ts';
import type { Platform } from './platform/platform.ts';
import { startSweep } from './privacy/index.ts';
import { startReminders } from './reminders/index.ts';
import { startTally } from './tally/index.ts';

export interface Work {
  publisher: Pick<Publisher, 'soon'>;
  /** Ends it all, after what is under way; the database stays open. */
  stop(): Promise<void>;
}

/**
 * What runs by itself, whoever visits or not. Any number of processes may: what must be done once is claimed by a row
 * with an end, so that one who dies is followed by another.
 */
export async function startWork(platform: Platform, log: (line: string) => void): Promise<Work> {
  const key = logKey(platform.config, await originOf(platform.pool));
  const publisher = startPublisher(platform, key, log);
  const others = [
    startWitnesses(platform, key, log),
    startStamper(platform, log),
    startRosterLoads(platform, log),
    startTally(platform, log),
    startRosterSizes(platform, log),
    startOpenFigures(platform, log),
    startReminders(platform, log),
    startHooks(platform, log),
    startSweep(platform, log),
  ];
  return {
    publisher,
    async stop() {
      await publisher.stop();
      await Promise.all(others.map((one) => one.stop()));
    },
  };
}

/** For a server that leaves all that to workers beside it: a signature is published when one of them next looks. */
export const NO_WORK: Work = { publisher: { soon() {} }, stop: () => Promise.resolve() };
