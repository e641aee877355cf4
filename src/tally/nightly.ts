import { forAgency, forAll, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { rounds } from '../platform/rounds.ts';
import { claimDue, differenceLine, keepComparison, recount } from './recount.ts';

const HOUR = 3_600_000;

/**
 * Compares every opened campaign with its facts once a day, one after the other, and logs where they differ; what to do
 * about it is for people. Several processes share the work by leases; one that died leaves its campaign to the next.
 */
export function startTally(platform: Platform, log: (line: string) => void): { stop(): Promise<void> } {
  let ended = false;
  const round = async () => {
    try {
      while (!ended && (await compareOne(platform, log)));
    } catch (error) {
      log(`The counts of coverage could not be compared: ${error instanceof Error ? error.message : error}`);
    }
  };
  const running = rounds(round, HOUR);
  return {
    stop() {
      ended = true;
      return running.stop();
    },
  };
}

/** @returns false where no campaign is due */
export async function compareOne(
  { pool, now }: Pick<Platform, 'pool' | 'now'>,
  log: (line: string) => void,
): Promise<boolean> {
  const at = now().getTime();
  const times = { now: new Date(at), before: new Date(at - 20 * HOUR), until: new Date(at + HOUR) };
  const due = await forAll(() => transaction(pool, (client) => claimDue(client, times)));
  if (!due) return false;
  const { agencyId, campaignId } = due;
  await forAgency(agencyId, async () => {
    const differences = await recount(pool, agencyId, campaignId);
    await transaction(pool, (client) => keepComparison(client, due, differences.length, now()));
    for (const difference of differences.slice(0, 5))
      log(`Coverage of ${agencyId} / ${campaignId}: ${differenceLine(difference)}`);
    if (differences.length > 0)
      log(`Coverage of ${agencyId} / ${campaignId} is off; "ikrar tally check --repair" counts it anew.`);
  });
  return true;
}
