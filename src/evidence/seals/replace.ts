import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { useApproval } from '../../access/index.ts';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import { exec, many, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { ownerFile, replaceOwnerFile } from '../../platform/files-owner.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { issueSeal } from '../certificates.ts';
import { certificateIdOf, rootOf, sealName, sealOf, sealYears, trustedRoots } from '../keys.ts';
import { minutesFile } from '../minutes/index.ts';
import { sealPacts } from '../pact-file.ts';
import { type SealCertificate, WRITER_VERSION } from '../pdf/index.ts';
import { StoredRecord, sql } from '../store.ts';
import { tried } from './checked-signer.ts';
import { SealFault } from './fault.ts';
import { type GivenCertificate, givenCertificate } from './given-certificate.ts';
import { certificatePemOf, keyOf } from './open-seal.ts';
import { devicePublicKey } from './pkcs11/public-key.ts';
import { remotePublicKey } from './remote.ts';
import { pemBlocks, sealCertificateOf } from './seal-certificate.ts';
import { type DeviceKey, type SealFile, type ServiceKey, sealPath } from './seal-file.ts';

/** Where the key of the new seal is. */
export type KeySource =
  | { kind: 'new'; rsa: boolean }
  | { kind: 'file'; keyPem: string }
  | ({ kind: 'pkcs11' } & DeviceKey)
  | ({ kind: 'remote' } & ServiceKey);

export interface NewSeal {
  key: KeySource;
  /** PEM of another authority: the seal's certificate, those above it, the root. Else our own root issues one. */
  certificatePem: string | null;
  /** The request that two people of the institution wanted; a first seal and those of examples need none. */
  approval?: string | undefined;
}

export interface ReplacedSeal {
  certificateId: string;
  certificatePem: string;
  algorithm: SealCertificate['algorithm'];
  /** Documents that the seal before still had to make. */
  sealedBefore: number;
}

/**
 * From now on the institution seals with another key. The seals before stay known, and what they sealed stays valid.
 * Nothing is changed before the new key has signed something that its certificate verifies.
 * @throws SealFault @throws Refusal agencies.unknown, access.twoPersons (409)
 */
export async function replaceSeal(
  platform: Platform,
  agencyId: string,
  wanted: NewSeal,
  progress: (sealed: number) => void = () => {},
): Promise<ReplacedSeal> {
  const { config, now } = platform;
  const agency = await agencyOn(platform.pool, agencyId, null);
  if (!wanted.approval && needsTwo(platform, agency)) throw new Refusal('access.twoPersons', 409);
  const source = withKey(wanted.key);
  const publicKey = await publicKeyOf(source);
  const given =
    wanted.certificatePem !== null
      ? givenCertificate(wanted.certificatePem, publicKey, await trustedRoots(config, now()), now())
      : null;
  const { certificatePem, chainPem } = given ?? (await issued(platform, agency, publicKey));
  const file: SealFile = { ...source, certificatePem, chainPem };
  const seal = sealCertificateOf(certificatePemOf(file));
  await tryOut(file, seal);
  const sealedBefore = given ? await sealRemaining(platform, agencyId, seal, progress) : 0;
  await putInPlace(platform, agencyId, file, seal, { given, approval: wanted.approval });
  const { algorithm } = seal;
  return {
    certificateId: certificateIdOf(seal),
    certificatePem: certificatePemOf(file),
    algorithm,
    sealedBefore,
  };
}

/** Binds who keeps to it: whoever may run commands here could change the file by hand, which no trail would show. */
function needsTwo({ config }: Platform, agency: Agency): boolean {
  return !agency.isExample && existsSync(sealPath(config, agency.id));
}

type HeldKey = Exclude<KeySource, { kind: 'new' }>;

function withKey(source: KeySource): HeldKey {
  if (source.kind !== 'new') return source;
  const { privateKey } = source.rsa
    ? generateKeyPairSync('rsa', { modulusLength: 3072 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return { kind: 'file', keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

async function publicKeyOf(source: HeldKey): Promise<KeyObject> {
  if (source.kind === 'pkcs11') return devicePublicKey(source);
  if (source.kind === 'remote') return remotePublicKey(source);
  return createPublicKey(createPrivateKey(source.keyPem));
}

/**
 * Our root says from when on it vouches for the institution's seal, whatever key that has: back to its first seal, so
 * that who signed before and asks for the document only now gets one that was valid when they signed.
 */
async function issued(platform: Platform, agency: Agency, publicKey: KeyObject) {
  const { pool, config, now } = platform;
  const known = await many(pool, sql.certificates, { agencyId: agency.id }, z.object({ pem: z.string() }));
  const begins = known.map(({ pem }) => new X509Certificate(pem).validFromDate.getTime());
  const years = sealYears(agency, now());
  const certificatePem = await issueSeal({
    agencyName: sealName(agency),
    root: await rootOf(config, now()),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    serial: randomBytes(16),
    notBefore: new Date(Math.min(years.notBefore.getTime(), ...begins)),
    notAfter: years.notAfter,
  });
  return { certificatePem, chainPem: [] };
}

/** Also shows that whoever gave the public key has the private one. */
async function tryOut(file: SealFile, seal: SealCertificate): Promise<void> {
  const message = randomBytes(64);
  const digest = createHash('sha256').update(message).digest();
  const signDigests = keyOf(file, seal);
  await tried(seal, signDigests, [{ message, digest }]).finally(() => signDigests.close?.());
}

/** A certificate that another authority issued today cannot seal what was signed yesterday: the old one does it now. */
async function sealRemaining(
  platform: Platform,
  agencyId: string,
  next: SealCertificate,
  progress: (sealed: number) => void,
): Promise<number> {
  if (!existsSync(sealPath(platform.config, agencyId))) return 0;
  const now = new X509Certificate((await sealOf(platform, agencyId)).signer.certificate);
  if (new X509Certificate(next.certificate).validFromDate <= now.validFromDate) return 0;
  for (let sealed = await sealMinutesLeft(platform, agencyId); ; ) {
    const asked = { agencyId, writerVersion: WRITER_VERSION, limit: 500 };
    const stored = await many(platform.pool, sql.unsealed, asked, StoredRecord);
    await sealPacts(platform, stored).catch(leftOver);
    sealed += stored.length;
    if (stored.length === 0) return sealed;
    progress(sealed);
  }
}

/** One by one: a campaign has a few. */
async function sealMinutesLeft(platform: Platform, agencyId: string): Promise<number> {
  const left = await many(
    platform.pool,
    sql.unsealedMinutes,
    { agencyId },
    z.object({ receipt: z.string() }),
  );
  for (const { receipt } of left) await minutesFile(platform, agencyId, receipt).catch(leftOver);
  return left.length;
}

function leftOver(error: Error): never {
  const why = error.cause instanceof Error ? error.cause.message : error.message;
  throw new SealFault(
    `what was signed before this certificate begins can be sealed only with the present key, and that failed: ${why}. A certificate of this installation's own root (without --certificate) can seal it.`,
  );
}

/**
 * Crash point: the event is written first. A crash between leaves a line in the trail for a change that did not
 * come about, never a change without its line; the command is then run again.
 */
async function putInPlace(
  { pool, config, now }: Platform,
  agencyId: string,
  file: SealFile,
  seal: SealCertificate,
  { given, approval }: { given: GivenCertificate | null; approval: string | undefined },
): Promise<void> {
  const id = certificateIdOf(seal);
  const at = now();
  const { validFromDate, validToDate, issuer } = new X509Certificate(seal.certificate);
  if (given?.newRoot) keepAuthority(config.dataDir, given.newRoot);
  await transaction(pool, async (client) => {
    const asked = { agencyId, kind: 'key.change', subject: 'seal', by: 'system:cli' } as const;
    if (approval) await useApproval(client, { ...asked, id: approval }, at);
    await exec(client, sql.addCertificate, { agencyId, id, pem: certificatePemOf(file), now: at });
    const data = {
      keyHeldIn: file.kind,
      algorithm: seal.algorithm,
      certificateIssuer: issuer.replaceAll('\n', ', '),
      validFrom: validFromDate.toISOString(),
      validTo: validToDate.toISOString(),
    };
    await happened(client, { agencyId, at, actor: 'system', kind: 'seal.replaced', subject: id, data });
  });
  replaceOwnerFile(sealPath(config, agencyId), JSON.stringify(file));
}

function keepAuthority(dataDir: string, pem: string): void {
  const digest = createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  ownerFile(join(dataDir, `keys/authority-${digest.slice(0, 16)}.pem`), () => `${pemBlocks(pem)[0]}\n`);
}
