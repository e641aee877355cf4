import { mkdir } from 'node:fs/promises';
import { type Command, type Io, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { type Log, logsOf } from '../logs.ts';
import { exportPacts } from './export-pacts.ts';
import type { Range } from './export-range.ts';

export const pactsExport: Command = {
  name: 'pacts export',
  usage: 'DIR [--campaign ID] [--limit N] [--json]',
  summary:
    'Writes the signed PDFs as files into DIR, all campaigns or one, on all cores; run again, it goes on where it stopped.',
  async run(args, io, config) {
    const options = { campaign: { type: 'string' }, limit: { type: 'string' } } as const;
    const { values, positionals } = readArgs(args, options, 1);
    if (!/^\d{1,9}$/.test(values.limit ?? '0')) throw new UsageError('--limit takes a number');
    const folder = positionals[0] as string;
    return withPlatform(config, async (platform) => {
      const logs = await logsOf(platform.pool, values.campaign ?? null);
      if (values.campaign && logs.length === 0)
        throw new UsageError(`there is no signed campaign ${values.campaign}`);
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: Error) => {
        throw new UsageError(`cannot write into ${folder}: ${error.message}`);
      });
      const ranges = firstOf(
        logs,
        values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit),
      );
      const total = ranges.reduce((sum, { from, end }) => sum + end - from, 0);
      const files = await exportPacts(platform, folder, ranges, progressOn(io, total)).catch((error) => {
        throw explained(error, folder);
      });
      print(io, values.json, { folder, files }, `${files} PDF → ${folder}`);
      return 0;
    });
  },
};

/** The first `most` records of these logs, one log after the other. */
function firstOf(logs: readonly Log[], most: number): Range[] {
  let left = most;
  return logs.map(({ agencyId, campaignId, size }) => {
    const end = Math.min(size, left);
    left -= end;
    return { agencyId, campaignId, from: 0, end };
  });
}

const SAY_EVERY_MS = 2000;

function progressOn(io: Io, total: number): (files: number) => void {
  const began = performance.now();
  let said = began;
  return (files) => {
    const now = performance.now();
    if (now - said < SAY_EVERY_MS) return;
    said = now;
    const rate = Math.round((files * 1000) / (now - began));
    io.stderr.write(`${files} of ${total} PDF, ${rate} a second\n`);
  };
}

/** What a disk refuses is not a bug: it is said without a stack, with what to do. */
function explained(error: NodeJS.ErrnoException, folder: string): Error {
  const again = 'The files written so far are whole; the same command goes on from there.';
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new UsageError(`no room left on the disk of ${folder}: make room and run it again. ${again}`);
  const refused = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'EISDIR', 'EMFILE'].includes(
    error.code ?? '',
  );
  return refused ? new UsageError(`cannot write into ${folder}: ${error.message}. ${again}`) : error;
}
