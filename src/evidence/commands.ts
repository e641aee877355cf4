import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, print, readArgs, UsageError } from '../platform/command.ts';
import { hasInstallation, withPlatform } from '../platform/opened.ts';
import type { Platform } from '../platform/platform.ts';
import { type Check, checkMeanings, checkPact, type PactReport, reasonMeanings } from '../verify/index.ts';
import { checkHere } from './check-here.ts';
import { eachRecord } from './each-record.ts';
import { logKey, rootOf, vkeyLine } from './keys.ts';
import { logsOf } from './logs.ts';
import { originOf } from './origin.ts';
import { pactFile, pactFileName } from './pact-file.ts';
import { publishAll } from './publish.ts';

const keysRoot: Command = {
  name: 'keys root',
  usage: '[--json]',
  summary: 'Prints the root certificate of the seals as PEM.',
  async run(args, io, config) {
    const { values } = readArgs(args, {}, 0);
    const pem = (await rootOf(config, new Date())).certificatePem.trim();
    print(io, values.json, { certificate: pem }, pem);
    return 0;
  },
};

const keysLog: Command = {
  name: 'keys log',
  usage: '[--campaign ID] [--json]',
  summary:
    "Prints the log's verifier key as a C2SP vkey; with --campaign under the name of that campaign's log.",
  async run(args, io, config) {
    const { values } = readArgs(args, { campaign: { type: 'string' } }, 0);
    return withPlatform(config, quiet, async ({ pool }) => {
      const installation = await originOf(pool);
      const [chosen] = values.campaign ? await logsOf(pool, values.campaign) : [];
      if (values.campaign && !chosen) throw new UsageError(`there is no signed campaign ${values.campaign}`);
      const origin = chosen?.origin ?? installation;
      const vkey = vkeyLine(logKey(config, installation), origin);
      print(io, values.json, { vkey, origin }, vkey);
      return 0;
    });
  },
};

const verify: Command = {
  name: 'verify',
  usage: 'FILE [--proof FILE] [--root FILE] [--log-key VKEY] [--json]',
  summary:
    'Checks a sealed pact, check by check: against this installation, or with --root and --log-key, or where there is no installation, against those alone.',
  async run(args, io, config) {
    const options = {
      proof: { type: 'string' },
      root: { type: 'string' },
      'log-key': { type: 'string' },
    } as const;
    const { values, positionals } = readArgs(args, options, 1);
    const pdf = await read(positionals[0] as string);
    const proof = values.proof ? await text(values.proof) : undefined;
    const alone = values.root || values['log-key'] || !hasInstallation(config);
    const report = alone
      ? await checkPact({
          pdf,
          roots: values.root ? [await text(values.root)] : [],
          logKeys: values['log-key'] ? [values['log-key']] : [],
          ...(proof ? { proof } : {}),
        })
      : await withPlatform(config, quiet, async (platform) => {
          const key = logKey(config, await originOf(platform.pool));
          // Without a running server nobody else publishes what was signed last; a log that cannot be shows below.
          await publishAll(platform, key, randomBytes(8).toString('hex')).catch(() => 0);
          return checkHere(platform, key, pdf, proof);
        });
    print(io, values.json, { verdict: report.verdict, checks: report.checks }, lines(report));
    return report.verdict === 'valid' ? 0 : 1;
  },
};

const pactsExport: Command = {
  name: 'pacts export',
  usage: 'DIR [--campaign ID] [--limit N] [--json]',
  summary: 'Writes the signed PDFs as files into DIR, all campaigns or one.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(
      args,
      { campaign: { type: 'string' }, limit: { type: 'string' } },
      1,
    );
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
    if (!/^\d{1,9}$/.test(values.limit ?? '0')) throw new UsageError('--limit takes a number');
    const folder = positionals[0] as string;
    return withPlatform(config, quiet, async (platform) => {
      const campaigns = await logsOf(platform.pool, values.campaign ?? null);
      if (values.campaign && campaigns.length === 0)
        throw new UsageError(`there is no signed campaign ${values.campaign}`);
      await mkdir(folder, { recursive: true });
      const files = await exportInto(platform, folder, campaigns, limit, io.stderr);
      print(io, values.json, { folder, files }, `${files} PDF → ${folder}`);
      return 0;
    });
  },
};

export const evidenceCommands: readonly Command[] = [keysRoot, keysLog, verify, pactsExport];

async function exportInto(
  platform: Platform,
  folder: string,
  campaigns: readonly { agencyId: string; campaignId: string }[],
  limit: number,
  progress: { write(text: string): unknown },
): Promise<number> {
  let files = 0;
  for (const { agencyId, campaignId } of campaigns) {
    for await (const stored of eachRecord(platform, agencyId, campaignId)) {
      if (files >= limit) return files;
      const { bytes, record } = await pactFile(platform, stored);
      await writeFile(join(folder, pactFileName(record)), bytes);
      files += 1;
      if (files % 1000 === 0) progress.write(`${files}\n`);
    }
  }
  return files;
}

const WORDS = { pass: 'ok  ', fail: 'FAIL', unknown: '??  ' } as const;

function lines({ verdict, checks }: PactReport): string {
  return [...checks.map(line), '', verdict.toUpperCase()].join('\n');
}

function line({ code, verdict, reason }: Check): string {
  const why = reason ? `\n       ${reason}: ${reasonMeanings[reason]}` : '';
  return `${WORDS[verdict]}  ${code}: ${checkMeanings[code]}${why}`;
}

async function text(path: string): Promise<string> {
  return (await read(path)).toString('utf8');
}

function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: Error) => {
    throw new UsageError(`cannot read ${path}: ${error.message}`);
  });
}

function quiet(): void {}
