import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import type { LogReport } from './check.ts';
import { checkLogs } from './check-installation.ts';
import type { OtherLogs } from './contents.ts';
import { type Difference, differences } from './difference.ts';
import { ALL_LOGS } from './head-log.ts';
import type { SignatureCheck } from './signature-check.ts';

/**
 * `signatures`: how records are compared with the rows of another slice by which people count as having signed. `others`:
 * how the logs are compared that are no campaign's.
 */
export function logCheck(signatures: SignatureCheck, others: OtherLogs = {}): Command {
  return {
    name: 'log check',
    usage: '[--campaign ID] [--json]',
    summary:
      'Recomputes every log from the sealed records and compares it with entries, tiles, tree heads, signatures and the tree of all; names the first difference. Exit code 1 if there is one.',
    async run(args, io, config) {
      const { values } = readArgs(args, { campaign: { type: 'string' } }, 0);
      return withPlatform(config, async (platform) => {
        const key = logKey(config, await originOf(platform.pool));
        const told = values.json ? undefined : (report: LogReport) => io.stderr.write(`${line(report)}\n`);
        const campaignId = values.campaign ?? null;
        const logs = await checkLogs(platform, key, signatures, campaignId, told, others);
        if (values.campaign && logs.every(({ agencyId }) => agencyId === ALL_LOGS))
          throw new UsageError(`there is no signed campaign ${values.campaign}`);
        const found = logs.filter(({ difference }) => difference !== null);
        print(io, values.json, { clean: found.length === 0, logs: logs.map(plain) }, text(logs, found));
        return found.length === 0 ? 0 : 1;
      });
    },
  };
}

function plain({ agencyId, campaignId, difference, ...rest }: LogReport) {
  const { code, place } = difference ?? {};
  const [meaning, advice] = code ? differences[code] : [];
  const found = difference ? { code, ...place, meaning, advice } : null;
  return { agency: agencyId, campaign: campaignId, ...rest, difference: found };
}

function line({ origin, size, published, heads, tiles, difference }: LogReport): string {
  const counts = `${size} entries, ${published} of them under ${heads} tree heads, ${tiles} tiles`;
  return `${difference ? 'DIFFERS' : 'ok     '}  ${origin}: ${counts}`;
}

function text(logs: readonly LogReport[], found: readonly LogReport[]): string {
  if (found.length === 0) {
    const entries = logs.reduce((sum, { size }) => sum + size, 0);
    const clean = `CLEAN: ${logs.length} logs, ${entries} entries recomputed, no difference.`;
    return [clean, ...logs.flatMap(erasedLines)].join('\n');
  }
  return found.map(({ origin, difference }) => explain(origin, difference as Difference)).join('\n\n');
}

/** Not differences: somebody decided it, and the log says no less than before. */
function erasedLines({ origin, erased }: LogReport): string[] {
  return Object.entries(erased).map(
    ([decision, count]) =>
      `${count} records of ${origin} erased by decision ${decision}; their entries stand.`,
  );
}

function explain(origin: string, { code, place }: Difference): string {
  const [meaning, advice] = differences[code];
  const where = Object.entries(place).map(([name, value]) => `${name} ${value}`);
  return `DIFFERENCE ${code} in ${origin}${where.length > 0 ? `, ${where.join(', ')}` : ''}\n  ${meaning}\n  ${advice}`;
}
