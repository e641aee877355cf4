import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';

const certificates = {
  certificatePem: z.string(),
  /** Between the certificate and its root, without the root. */
  chainPem: z.array(z.string()).default([]),
};

const KeyFile = z.object({ kind: z.literal('file').default('file'), keyPem: z.string(), ...certificates });
const Device = z.object({
  kind: z.literal('pkcs11'),
  module: z.string(),
  token: z.string(),
  label: z.string(),
  pinFile: z.string(),
  ...certificates,
});
const Service = z.object({
  kind: z.literal('remote'),
  url: z.string(),
  tokenFile: z.string(),
  ...certificates,
});

/** `keys/seal-AGENCY.json`: where the key of a seal is, and its certificate. `docs/operations/keys.md` */
export const SealFile = z.union([KeyFile, Device, Service]);
export type SealFile = z.output<typeof SealFile>;

/** Where a key that is not a file is found. */
export type DeviceKey = Omit<z.output<typeof Device>, 'certificatePem' | 'chainPem' | 'kind'>;
export type ServiceKey = Omit<z.output<typeof Service>, 'certificatePem' | 'chainPem' | 'kind'>;

export function sealPath({ dataDir }: Pick<Config, 'dataDir'>, agencyId: string): string {
  return join(dataDir, `keys/seal-${agencyId}.json`);
}

/** @throws Error that names the file and never quotes it */
export function readSealFile(path: string): SealFile {
  const read = SealFile.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path} is not a seal key file`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
