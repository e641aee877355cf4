import { randomBytes } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import type { LogKey } from '../keys.ts';
import type { Asking } from './asking.ts';
import { type WitnessPolicy, witnessPolicy } from './policy-file.ts';
import { Resting } from './resting.ts';
import { askAll } from './round.ts';

const PATIENCE_MS = 1000;

/**
 * What one process needs to ask the witnesses of this policy.
 * @throws Error where the policy is for logs of others: nobody could check our receipts by it
 */
export function asking(
  platform: Platform,
  key: LogKey,
  witnesses: WitnessPolicy,
  log: (line: string) => void,
  stop: AbortSignal,
): Asking {
  const { logs } = witnesses.policy;
  const own = key.vkey();
  if (logs.length > 0 && !logs.some((one) => one.key.name === own.name && one.key.id === own.id))
    throw new Error(`the policy of witnesses names other logs, and not this installation (${own.name})`);
  return {
    ...{ platform, key, witnesses, log, patience: { ms: PATIENCE_MS, stop } },
    holder: randomBytes(8).toString('hex'),
    ...{ leases: new Map(), confirmed: new Map(), resting: new Resting() },
  };
}

/** One round, for a command that nobody asked before. @returns how many heads a witness cosigned */
export async function askWitnesses(platform: Platform, key: LogKey): Promise<number> {
  const witnesses = witnessPolicy(platform.config);
  if (!witnesses) return 0;
  return askAll(asking(platform, key, witnesses, () => {}, new AbortController().signal));
}

/** Asks the witnesses while the process lives, beside signing and publishing, which never wait for it. */
export function startWitnesses(
  platform: Platform,
  key: LogKey,
  log: (line: string) => void,
  everyMs = 500,
): { stop(): Promise<void> } {
  const witnesses = witnessPolicy(platform.config);
  if (!witnesses) return { stop: async () => {} };
  const ending = new AbortController();
  const own = asking(platform, key, witnesses, log, ending.signal);
  const round = () =>
    askAll(own).catch((error: Error) => {
      own.leases.clear();
      log(`asking the witnesses failed, will try again: ${error.message}`);
    });
  const { stop } = rounds(round, everyMs);
  return {
    stop() {
      ending.abort();
      return stop();
    },
  };
}
