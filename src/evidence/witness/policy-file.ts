import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { FormatError, formatWitnessVkey, type Policy, parsePolicy } from '../../verify/index.ts';

/** Which witnesses this installation asks, and how many of them make a head good enough for a receipt. */
export interface WitnessPolicy {
  /** The file as it stands. */
  text: string;
  policy: Policy;
  /** The vkeys of its witnesses, in its order. */
  vkeys: readonly string[];
}

const read = new WeakMap<Config, WitnessPolicy | null>();

/**
 * The policy in `witnesses.policy` of the data directory or in IKRAR_WITNESSES, read once in a process; null where
 * there is none. @throws Error that names the file and the line
 */
export function witnessPolicy(config: Config): WitnessPolicy | null {
  const known = read.get(config);
  if (known !== undefined) return known;
  const found = readPolicy(config.witnesses ?? join(config.dataDir, 'witnesses.policy'), config.witnesses);
  read.set(config, found);
  return found;
}

function readPolicy(path: string, demanded: string | undefined): WitnessPolicy | null {
  if (demanded === undefined && !existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    const policy = parsePolicy(text);
    for (const { name, url } of policy.witnesses)
      if (url !== null && !isAddress(url)) throw new Error(`${path}: the address of ${name} is not a URL`);
    return { text, policy, vkeys: policy.witnesses.map(({ key }) => formatWitnessVkey(key)) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const line = error.params.line ?? '0';
    const where = line === '0' ? 'there is no quorum line' : `line ${line} cannot be read`;
    throw new Error(`${path}: ${where} (C2SP tlog-policy)`);
  }
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
