import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agency, agencyOn } from '../agencies/index.ts';
import { exec } from '../platform/db/index.ts';
import { ownerFile } from '../platform/files-owner.ts';
import type { Platform } from '../platform/platform.ts';
import { formatVkey, type Note, type VerifierKey, verifierKey } from '../verify/index.ts';
import { type KeyAndCertificate, makeRoot, makeSeal } from './certificates.ts';
import { fileSigner, type SealSigner } from './pdf/index.ts';
import { sql } from './store.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;
const DAY = YEAR / 365;
/** The examples are set in 2023 and 2024, and their seals must have been valid then. */
const EXAMPLES_BEGIN = new Date('2022-01-01T00:00:00Z');

/** The key that signs tree heads, under the installation's name and under each log's own. */
export interface LogKey {
  /** The verifier key of the installation, or of one log (its name is then the log's origin). */
  vkey(origin?: string): VerifierKey;
  /** Both lines of a signed tree head; Ed25519 is the same over both names. */
  sign(origin: string, text: string): Note['signatures'];
}

/** The log key in `keys/log.pem` of the data directory, made where it is absent. */
export function logKey(config: Platform['config'], installation: string): LogKey {
  const pem = ownerFile(join(config.dataDir, 'keys/log.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const key = createPrivateKey(pem);
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  const vkey = (origin = installation) => verifierKey(origin, raw);
  return {
    vkey,
    sign(origin, text) {
      const signature = sign(null, Buffer.from(text, 'utf8'), key);
      return [vkey(origin), vkey()].map(({ name, id }) => ({ name, id, signature }));
    },
  };
}

/** As `ikrar keys log` prints it. */
export function vkeyLine(key: LogKey, origin?: string): string {
  return formatVkey(key.vkey(origin));
}

/** The root of all seals of this installation: key and certificate in `keys/root.json`, made where absent. */
export async function rootOf(config: Platform['config'], now: Date): Promise<KeyAndCertificate> {
  return held(join(config.dataDir, 'keys/root.json'), () =>
    makeRoot({
      name: `Akar segel Ikrar ${randomBytes(4).toString('hex')}`,
      notBefore: EXAMPLES_BEGIN,
      notAfter: new Date(now.getTime() + YEAR * 30),
      serial: randomBytes(16),
    }),
  );
}

export interface AgencySeal {
  signer: SealSigner;
  certificateId: string;
}

const seals = new Map<string, Promise<AgencySeal>>();

/** The seal of one institution: key in `keys/seal-AGENCY.json`; the certificate is public and kept in the database. */
export function sealOf(platform: Platform, agencyId: string): Promise<AgencySeal> {
  const known = seals.get(`${platform.config.dataDir} ${agencyId}`);
  if (known) return known;
  const made = makeSealOf(platform, agencyId);
  seals.set(`${platform.config.dataDir} ${agencyId}`, made);
  made.catch(() => seals.delete(`${platform.config.dataDir} ${agencyId}`));
  return made;
}

async function makeSealOf(platform: Platform, agencyId: string): Promise<AgencySeal> {
  const { pool, config, now } = platform;
  const agency = await agencyOn(pool, agencyId, null);
  const root = await rootOf(config, now());
  const pair = await held(join(config.dataDir, `keys/seal-${agencyId}.json`), () =>
    newSeal(agency, root, now()),
  );
  const signer = fileSigner(pair.keyPem, pair.certificatePem);
  const certificateId = createHash('sha256').update(signer.certificate).digest('hex');
  await exec(pool, sql.addCertificate, { agencyId, id: certificateId, pem: pair.certificatePem, now: now() });
  return { signer, certificateId };
}

function newSeal(agency: Agency, root: KeyAndCertificate, now: Date): Promise<KeyAndCertificate> {
  return makeSeal({
    agencyName: agency.isExample ? `CONTOH ${agency.name}` : agency.name,
    root,
    notBefore: agency.isExample ? EXAMPLES_BEGIN : new Date(now.getTime() - DAY),
    notAfter: new Date(now.getTime() + YEAR * 10),
    serial: randomBytes(16),
  });
}

async function held(path: string, make: () => Promise<KeyAndCertificate>): Promise<KeyAndCertificate> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const made = JSON.stringify(await make());
  return JSON.parse(ownerFile(path, () => made));
}
