import { exec, forAll, type Log } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import { sql } from './sql.ts';

const HOUR = 3_600_000;

/** Counts each roster once an hour. Two processes that count at once write the same. */
export function startRosterSizes(platform: Platform, log: Log): { stop(): Promise<void> } {
  const round = () =>
    countRosters(platform).catch((error: Error) => log(`Rosters could not be counted: ${error.message}`));
  const first = round();
  const going = rounds(round, 10 * 60_000);
  return { stop: () => first.then(() => going.stop()) };
}

export function countRosters({ pool, now }: Pick<Platform, 'pool' | 'now'>): Promise<number> {
  const at = now();
  return forAll(() => exec(pool, sql.countRosters, { now: at, before: new Date(at.getTime() - HOUR) }));
}
