import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Command, print, readArgs, UsageError } from '../platform/command.ts';
import { hasInstallation, withPlatform } from '../platform/opened.ts';
import { checkPact, FormatError, parsePolicy } from '../verify/index.ts';
import { checkHere } from './check-here.ts';
import { pactsExport } from './export/pacts-command.ts';
import { logKey } from './keys.ts';
import { keysCommands } from './keys-commands/index.ts';
import { logExport } from './log/export-command.ts';
import { originOf } from './origin.ts';
import { publishAll } from './publish.ts';
import { reportLines } from './report-lines.ts';
import { pactsArchive } from './timestamp/archive-command.ts';
import { askWitnesses } from './witness/start.ts';

const verify: Command = {
  name: 'verify',
  usage:
    'FILE [--proof FILE] [--root FILE] [--log-key VKEY] [--policy FILE] [--timestamp-root FILE] [--json]',
  summary:
    'Checks a sealed pact, check by check: against this installation, or with --root and --log-key, or where there is no installation, against those alone.',
  async run(args, io, config) {
    const options = {
      proof: { type: 'string' },
      root: { type: 'string' },
      'log-key': { type: 'string' },
      policy: { type: 'string' },
      'timestamp-root': { type: 'string' },
    } as const;
    const { values, positionals } = readArgs(args, options, 1);
    const pdf = await read(positionals[0] as string);
    const proof = values.proof ? await text(values.proof) : undefined;
    const policy = values.policy ? await policyText(values.policy) : undefined;
    const stampRoot = values['timestamp-root'] ? [await text(values['timestamp-root'])] : undefined;
    const alone = values.root || values['log-key'] || !hasInstallation(config);
    const report = alone
      ? await checkPact({
          pdf,
          roots: values.root ? [await text(values.root)] : [],
          logKeys: values['log-key'] ? [values['log-key']] : [],
          ...(stampRoot ? { timestampRoots: stampRoot } : {}),
          ...(proof ? { proof } : {}),
          ...(policy === undefined ? {} : { policy }),
        })
      : await withPlatform(config, async (platform) => {
          const key = logKey(config, await originOf(platform.pool));
          // Without a running server nobody else publishes what was signed last; a log that cannot be shows below.
          await publishAll(platform, key, randomBytes(8).toString('hex')).catch(() => 0);
          await askWitnesses(platform, key).catch(() => 0);
          return checkHere(platform, key, pdf, proof, policy, stampRoot);
        });
    print(io, values.json, { verdict: report.verdict, checks: report.checks }, reportLines(report));
    return report.verdict === 'valid' ? 0 : 1;
  },
};

export const evidenceCommands: readonly Command[] = [
  ...keysCommands,
  verify,
  pactsExport,
  pactsArchive,
  logExport,
];

async function text(path: string): Promise<string> {
  return (await read(path)).toString('utf8');
}

async function policyText(path: string): Promise<string> {
  const found = await text(path);
  try {
    parsePolicy(found);
    return found;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new UsageError(`${path}: line ${error.params.line ?? '0'} is not as C2SP tlog-policy has it`);
  }
}

function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: Error) => {
    throw new UsageError(`cannot read ${path}: ${error.message}`);
  });
}
