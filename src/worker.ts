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
import { startCaseClocks, startCaseLog, startKeeping } from './oversight/index.ts';
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
  const running: { stop(): unknown }[] = [];
  const started = <Job extends { stop(): unknown }>(job: Job): Job => {
    running.push(job);
    return job;
  };
  const stop = async () => {
    // The publisher first: its last round is what the others would still read.
    await running.shift()?.stop();
    await Promise.all(running.map((job) => job.stop()));
  };
  try {
    const publisher = started(startPublisher(platform, key, log));
    started(startWitnesses(platform, key, log));
    started(startStamper(platform, log));
    started(startRosterLoads(platform, log));
    started(startTally(platform, log));
    started(startRosterSizes(platform, log));
    started(startOpenFigures(platform, log));
    started(startReminders(platform, log));
    started(startHooks(platform, log));
    started(startSweep(platform, log));
    started(startCaseLog(platform, log));
    started(startKeeping(platform, log));
    started(startCaseClocks(platform, log));
    return { publisher, stop };
  } catch (error) {
    // What was started before would keep the process alive.
    await stop();
    throw error;
  }
}

/** For a server that leaves all that to workers beside it: a signature is published when one of them next looks. */
export const NO_WORK: Work = { publisher: { soon() {} }, stop: () => Promise.resolve() };
