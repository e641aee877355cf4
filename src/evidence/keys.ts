import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Agency, agencyOn } from '../agencies/index.ts';
import { exec } from '../platform/db/index.ts';
import { ownerFile } from '../platform/files-owner.ts';
import type { Platform } from '../platform/platform.ts';
import { formatVkey, type Note, sealKeyId, type VerifierKey, verifierKey } from '../verify/index.ts';
import { type KeyAndCertificate, makeRoot, makeSeal } from './certificates.ts';
import type { SealCertificate, SealSigner } from './pdf/index.ts';
import { certificatePemOf, openSeal } from './seals/open-seal.ts';
import { readSealFile, sealPath } from './seals/seal-file.ts';
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

/** Roots of other authorities, whose certificates some seal here has or had: `keys/authority-….pem`. */
const AUTHORITY = /^authority-[0-9a-f]{16}\.pem$/;

/** Everything a seal of this installation may lead to: its own root first, then those of other authorities. */
export async function trustedRoots(config: Platform['config'], now: Date): Promise<string[]> {
  const own = (await rootOf(config, now)).certificatePem;
  const folder = join(config.dataDir, 'keys');
  const others = readdirSync(folder).filter((name) => AUTHORITY.test(name));
  return [own, ...others.sort().map((name) => readFileSync(join(folder, name), 'utf8'))];
}

export interface AgencySeal {
  signer: SealSigner;
  certificateId: string;
  /** SubjectPublicKeyInfo, DER. */
  spki: Uint8Array;
  /** Eight hexadecimal digits, as the QR claims name the key. */
  keyId: string;
  /** Only such a seal signs QR claims: r and s of `rawEcdsa` are 64 bytes. */
  isP256: boolean;
  /** Lets go of a device, when the seal is replaced. */
  close(): Promise<void>;
}

const seals = new Map<string, { stamp: string; seal: Promise<AgencySeal> }>();

/**
 * The seal of one institution: `keys/seal-AGENCY.json` says where its key is; the certificate is public and kept in
 * the database. A replaced file counts from the next call on. Touches no device: a token that is away stops nobody
 * from signing, only from getting a document sealed.
 */
export function sealOf(platform: Platform, agencyId: string): Promise<AgencySeal> {
  const path = sealPath(platform.config, agencyId);
  const stamp = stampOf(path);
  const known = seals.get(path);
  // A file that was there and is gone is a fault of the disk, never a reason to make another key.
  if (known && (known.stamp === stamp || stamp === ABSENT)) return known.seal;
  void known?.seal.then(({ close }) => close()).catch(() => {});
  const seal = loadSeal(platform, agencyId, path);
  const held = { stamp, seal };
  seals.set(path, held);
  seal.catch(() => seals.get(path) === held && seals.delete(path));
  return seal;
}

const ABSENT = 'absent';

function stampOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : ABSENT;
}

async function loadSeal(platform: Platform, agencyId: string, path: string): Promise<AgencySeal> {
  const { pool, config, now } = platform;
  if (!existsSync(path)) {
    const made = await newSeal(await agencyOn(pool, agencyId, null), await rootOf(config, now()), now());
    ownerFile(path, () => JSON.stringify(made));
  }
  const file = readSealFile(path);
  const { signer, close } = openSeal(file);
  const certificateId = certificateIdOf(signer);
  await exec(pool, sql.addCertificate, {
    agencyId,
    id: certificateId,
    pem: certificatePemOf(file),
    now: now(),
  });
  const { publicKey } = new X509Certificate(signer.certificate);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const isP256 = signer.algorithm === 'ecdsa-p256-sha256';
  return { signer, certificateId, spki, keyId: sealKeyId(spki), isP256, close };
}

function newSeal(agency: Agency, root: KeyAndCertificate, now: Date): Promise<KeyAndCertificate> {
  return makeSeal({ agencyName: sealName(agency), root, serial: randomBytes(16), ...sealYears(agency, now) });
}

/** The name in the certificate of an institution's seal. */
export function sealName(agency: Agency): string {
  return agency.isExample ? `CONTOH ${agency.name}` : agency.name;
}

/** From when to when a first seal holds. */
export function sealYears(agency: Agency, now: Date): { notBefore: Date; notAfter: Date } {
  const notBefore = agency.isExample ? EXAMPLES_BEGIN : new Date(now.getTime() - DAY);
  return { notBefore, notAfter: new Date(now.getTime() + YEAR * 10) };
}

/** SHA-256 over the certificate and its chain, as they are embedded in a document. */
export function certificateIdOf({ certificate, chain }: SealCertificate): string {
  return createHash('sha256')
    .update(Buffer.concat([certificate, ...chain]))
    .digest('hex');
}

async function held(path: string, make: () => Promise<KeyAndCertificate>): Promise<KeyAndCertificate> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const made = JSON.stringify(await make());
  return JSON.parse(ownerFile(path, () => made));
}
