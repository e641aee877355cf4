import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type KeySource, replaceSeal } from '../seals/replace.ts';

const text = { type: 'string' } as const;
const options = {
  rsa: { type: 'boolean' },
  key: text,
  certificate: text,
  approval: text,
  pkcs11: text,
  token: text,
  label: text,
  'pin-file': text,
  remote: text,
  'token-file': text,
} as const;
type Values = ReturnType<typeof readArgs<typeof options>>['values'];

export const keysSeal: Command = {
  name: 'keys seal',
  usage:
    'AGENCY [--rsa | --key FILE | --pkcs11 MODULE --token T --label L --pin-file F | --remote URL --token-file F] [--certificate FILE] [--approval ID] [--json]',
  summary:
    'Gives an institution another seal from now on: a new key file (P-256, or RSA with 3072 bits), a key of yours, one in a PKCS#11 device or behind a seal service. This installation issues the certificate, unless you give one with those above it and their root. Earlier documents stay valid. Works while the server runs. Where there is a seal already, two people of the institution want it first: kind key.change about "seal" on its page of approvals, whose number --approval names.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(args, options, 1);
    const key = keySource(values);
    const certificatePem = values.certificate === undefined ? null : read(values.certificate);
    if (certificatePem !== null && key.kind === 'new')
      throw new UsageError('--certificate needs the key it is for');
    return withPlatform(config, async (platform) => {
      const progress = (sealed: number) => io.stderr.write(`${sealed}\n`);
      const done = await replaceSeal(
        platform,
        positionals[0] as string,
        { key, certificatePem, approval: values.approval },
        progress,
      ).catch(plainly);
      const { certificateId, certificatePem: certificate, algorithm, sealedBefore } = done;
      const answer = {
        agency: positionals[0],
        key: key.kind,
        algorithm,
        certificateId,
        certificate,
        sealedBefore,
      };
      print(io, values.json, answer, `${algorithm} ${certificateId}\n${certificate.trim()}`);
      return 0;
    });
  },
};

function plainly(error: unknown): never {
  if (error instanceof Refusal && error.code === 'access.twoPersons')
    throw new UsageError(
      'this takes two people: --approval ID of a request (key.change, about "seal") that was approved',
    );
  throw error;
}

/** The one key that the options describe. @throws UsageError */
function keySource(values: Values): KeySource {
  const kinds = (['rsa', 'key', 'pkcs11', 'remote'] as const).filter((name) => values[name] !== undefined);
  if (kinds.length > 1) throw new UsageError(`--${kinds.join(' and --')} exclude each other`);
  const need = (name: keyof typeof options) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
    return value;
  };
  const [kind] = kinds;
  const of = { pkcs11: ['token', 'label', 'pin-file'], remote: ['token-file'] } as const;
  for (const [owner, names] of Object.entries(of))
    for (const name of names)
      if (values[name] !== undefined && kind !== owner)
        throw new UsageError(`--${name} goes with --${owner}`);
  if (kind === 'key') return { kind: 'file', keyPem: read(need('key')) };
  if (kind === 'pkcs11') {
    const where = { module: resolve(need('pkcs11')), token: need('token'), label: need('label') };
    return { kind, ...where, pinFile: resolve(need('pin-file')) };
  }
  if (kind === 'remote') return { kind, url: need('remote'), tokenFile: resolve(need('token-file')) };
  return { kind: 'new', rsa: values.rsa === true };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}
