import { BY_INDEX, transaction } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { LogKey } from '../keys.ts';
import { everyLog } from '../logs.ts';
import { checkLog, type LogCheck, type LogReport } from './check.ts';
import type { OtherLogs } from './contents.ts';
import type { SignatureCheck } from './signature-check.ts';

/**
 * Checks every log of this installation, or the one of a campaign, and the tree of all, as they stood at one moment:
 * a server may go on writing meanwhile. `told` hears of each log when it is done.
 */
export function checkLogs(
  platform: Pick<Platform, 'pool'>,
  key: LogKey,
  signatures: SignatureCheck,
  campaignId: string | null = null,
  told: (report: LogReport) => void = () => {},
  others: OtherLogs = {},
): Promise<LogReport[]> {
  return transaction(
    platform.pool,
    (client) => checkEach({ client, key, signatures, others }, campaignId, told),
    {
      mode: `isolation level repeatable read read only${BY_INDEX}`,
      attempts: 1,
    },
  );
}

/** The same on a client that reads one moment of the database. */
export async function checkEach(
  check: LogCheck,
  campaignId: string | null,
  told: (report: LogReport) => void,
): Promise<LogReport[]> {
  const reports: LogReport[] = [];
  for (const log of await everyLog(check.client, campaignId)) {
    const report = await checkLog(check, log);
    told(report);
    reports.push(report);
  }
  return reports;
}
