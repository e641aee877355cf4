import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  checkPact,
  checkQr,
  FormatError,
  isQrText,
  type PactReport,
  type QrReport,
} from '../../verify/index.ts';
import { reportLines } from '../report-lines.ts';

/** The checker as one file without anything of an installation: it believes only what it is given. */

const usage = `Usage: node ikrar-verify.mjs FILE.pdf [--proof FILE] [--root FILE] [--seal FILE] [--log-key VKEY] [--policy FILE] [--json]
       node ikrar-verify.mjs QR-TEXT [--seal FILE] [--root FILE] [--json]

Checks a sealed pact, or the text of the QR code on one, check by check. It trusts nothing but what it is given:
--root FILE     root certificates of seals, PEM
--seal FILE     a seal's certificate, PEM; for codes, which carry none, and to take no other institution's for a pact
--log-key VKEY  a log's key, or a file of such keys
--timestamp-root FILE  root certificates of time-stamping authorities, PEM
--proof FILE    the document's .tlog-proof
--policy FILE   a tlog-policy: the witnesses that must have signed
All but --proof and --policy may be given several times. Ends with 0 if every check passed, 1 if one failed or could
not be made, 2 if something given cannot be read.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (given === null) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const report = await check(given);
    const { verdict, checks } = report;
    const out = given.json ? JSON.stringify({ verdict, checks }) : reportLines(report);
    process.stdout.write(`${out}\n`);
    return verdict === 'valid' ? 0 : 1;
  } catch (error) {
    process.stderr.write(`ikrar-verify: ${(error as Error).message}\n`);
    return 2;
  }
}

type Given = NonNullable<ReturnType<typeof readArgs>>;

async function check(given: Given): Promise<PactReport | QrReport> {
  const roots = await Promise.all(given.root.map(text));
  const seals = await Promise.all(given.seal.map(text));
  if (isQrText(given.subject)) return checkQr({ text: given.subject, seals, roots });
  const logKeys = (await Promise.all(given['log-key'].map(keysOf))).flat();
  return checkPact({
    ...{ pdf: await readFile(given.subject), roots, logKeys },
    ...(seals.length > 0 && { seals }),
    timestampRoots: await Promise.all(given['timestamp-root'].map(text)),
    ...(given.proof !== undefined && { proof: await text(given.proof) }),
    ...(given.policy !== undefined && { policy: await text(given.policy) }),
  });
}

async function keysOf(given: string): Promise<string[]> {
  if (/^[^+\s]+\+[0-9a-f]{8}\+\S+$/.test(given)) return [given];
  const keys = (await text(given)).split('\n').filter((line) => line.trim() !== '');
  if (keys.length === 0) throw new FormatError('bad-key');
  return keys.map((line) => line.trim());
}

function text(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

function readArgs(args: string[]) {
  const many = { type: 'string', multiple: true } as const;
  const one = { type: 'string' } as const;
  const options = {
    ...{ proof: one, policy: one, root: many, seal: many, 'log-key': many, 'timestamp-root': many },
    json: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [subject, ...others] = positionals;
    if (subject === undefined || others.length > 0) return null;
    return { json: false, root: [], seal: [], 'log-key': [], 'timestamp-root': [], ...values, subject };
  } catch {
    return null;
  }
}
