import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import type { Platform } from '../../platform/platform.ts';
import { FormatError, parseReceipt } from '../../verify/index.ts';
import { agencyOfReceipt } from '../check-here.ts';
import { logKey } from '../keys.ts';
import { everyLog, logsOf } from '../logs.ts';
import { originOf } from '../origin.ts';
import { recordByReceipt, type StoredRecord } from '../store.ts';
import { witnessPolicy } from '../witness/policy-file.ts';
import type { CheckedLog } from './check.ts';
import { type Exported, exportLog } from './export.ts';

export const logExport: Command = {
  name: 'log export',
  usage: 'DIR [--campaign ID] [--receipt NUMBER] [--json]',
  summary:
    'Writes every log (or that of a campaign) as plain files into a folder of its own under DIR, with its keys; with --receipt also the proof and entry of that record.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(
      args,
      { campaign: { type: 'string' }, receipt: { type: 'string' } },
      1,
    );
    const into = positionals[0] as string;
    return withPlatform(config, async (platform) => {
      const logs = await chosen(platform, values.campaign);
      const record = values.receipt === undefined ? null : await recordOf(platform, values.receipt);
      if (record && !logs.some((log) => holds(log, record)))
        throw new UsageError(`${values.receipt} is not a receipt of ${values.campaign}`);
      const key = logKey(config, await originOf(platform.pool));
      const exported: Exported[] = [];
      for (const log of logs) {
        const receipt = record && holds(log, record) ? record : undefined;
        const done = await exportLog(platform, key, witnessPolicy(config), log, into, receipt);
        if (!done) io.stderr.write(`${log.origin}: no tree head yet, nothing written\n`);
        else exported.push(done);
      }
      const lines = exported.map(
        ({ origin, folder, size, files }) => `${origin}: ${size} entries, ${files} files → ${folder}`,
      );
      print(io, values.json, { logs: exported }, lines.join('\n'));
      return 0;
    });
  },
};

/** Every log with the tree of all, or the one of a campaign. @throws UsageError */
async function chosen({ pool }: Platform, campaignId?: string): Promise<CheckedLog[]> {
  if (campaignId === undefined) return everyLog(pool, null);
  const own = await logsOf(pool, campaignId);
  if (own.length === 0) throw new UsageError(`there is no signed campaign ${campaignId}`);
  return own;
}

function holds(log: CheckedLog, { agencyId, campaignId }: StoredRecord): boolean {
  return log.agencyId === agencyId && log.campaignId === campaignId;
}

/** @throws UsageError for a number that is none, or that nothing here has */
async function recordOf(platform: Platform, typed: string): Promise<StoredRecord> {
  const receipt = canonical(typed);
  const agencyId = await agencyOfReceipt(platform, receipt);
  if (!agencyId) throw new UsageError(`there is no record with the receipt ${receipt}`);
  return recordByReceipt(platform.pool, agencyId, receipt);
}

function canonical(typed: string): string {
  try {
    return parseReceipt(typed);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${typed} is not a receipt number`);
    throw error;
  }
}
