import { z } from 'zod';
import { forAgency, forAll, many } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rounds } from '../../../platform/rounds.ts';
import { sql, writeBatch } from './batch.ts';

const EVERY_MS = 10 * 60_000;
/** In which day and hour belong: Western Indonesian time, which has no summer time. */
const OFFSET_MS = 7 * 3_600_000;
/** Where nothing else is set: an hour at which nobody who works on cases does so. */
const HOUR = 2;

/** Writes each institution's batch of the day once its hour has come; a server that was away writes it when it is back. */
export function startCaseLog(platform: Platform, log: (line: string) => void): { stop(): Promise<void> } {
  const round = () =>
    logCases(platform).catch((error: unknown) =>
      log(`Log of oversight: ${error instanceof Error ? error.message : String(error)}`),
    );
  return rounds(round, EVERY_MS);
}

/** @returns how many institutions' batches were written */
export async function logCases(platform: Platform): Promise<number> {
  const now = platform.now();
  const local = new Date(now.getTime() + OFFSET_MS);
  if (local.getUTCHours() < (platform.config.caseLogHour ?? HOUR)) return 0;
  const day = local.toISOString().slice(0, 10);
  const due = await forAll(() => many(platform.pool, sql.due, { day }, z.object({ id: z.string() })));
  let written = 0;
  const failed: string[] = [];
  for (const { id } of due) {
    // One institution that cannot be written keeps none of the others back.
    const batch = await forAgency(id, () => writeBatch(platform, id, day, now)).catch((error: Error) => {
      failed.push(`${id}: ${error.message}`);
      return null;
    });
    if (batch) written += 1;
  }
  if (failed.length > 0) throw new Error(failed.join('; '));
  return written;
}
