import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { exec, many } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { FormatError, type Seal, type SealedRecord, sealKeyId } from '../verify/index.ts';
import { sealOf } from './keys.ts';
import { claimsOfPact, pactQr, signClaims } from './pact-qr.ts';
import { type OpenPact, openPact } from './pact-templates.ts';
import {
  type Prepared,
  preparePact,
  rebuildPdf,
  type SealCertificate,
  type SealedPdf,
  sealDocuments,
  WRITER_VERSION,
} from './pdf/index.ts';
import { recordDiffers, requireLogged } from './require-logged.ts';
import { sealCertificateOf } from './seals/seal-certificate.ts';
import { type StoredRecord, sql } from './store.ts';

export interface PactFile {
  readonly record: SealedRecord;
  readonly bytes: Uint8Array;
}

/** The signed PDF of one record, as `sealPacts` gives it. */
export async function pactFile(platform: Platform, stored: StoredRecord): Promise<PactFile> {
  const [{ record, pdf }] = (await sealPacts(platform, [stored])) as [SealedPact];
  return { record, bytes: pdf.bytes };
}

export interface SealedPact {
  readonly record: SealedRecord;
  readonly pdf: SealedPdf;
}

/**
 * The signed PDFs of records, in their order. What this version of the writer never sealed is sealed now, all of a
 * campaign in two calls to the institution's key, and the signature values are kept; what it did is rebuilt, to the
 * same bytes, and compared with its kept digest.
 * @throws Refusal evidence.recordDiffers where a record is not the one in the log, or changed under its signature
 */
export async function sealPacts(platform: Platform, stored: readonly StoredRecord[]): Promise<SealedPact[]> {
  const files = new Map<StoredRecord, SealedPact>();
  for (const some of byCampaign(stored))
    for (const [one, file] of await sealCampaign(platform, some)) files.set(one, file);
  return stored.map((one) => files.get(one)!);
}

function byCampaign(stored: readonly StoredRecord[]): Iterable<StoredRecord[]> {
  const campaigns = new Map<string, StoredRecord[]>();
  for (const one of stored) {
    const key = `${one.agencyId} ${one.campaignId}`;
    const some = campaigns.get(key);
    if (some) some.push(one);
    else campaigns.set(key, [one]);
  }
  return campaigns.values();
}

export interface Pact extends OpenPact {
  readonly stored: StoredRecord;
}

async function sealCampaign(
  platform: Platform,
  stored: readonly StoredRecord[],
): Promise<[StoredRecord, SealedPact][]> {
  const pacts = stored.map(opened);
  const kept = await keptOf(platform, pacts);
  const missing = pacts.filter((pact) => !kept.has(pact.stored.idx));
  const made = await sealFirst(platform, missing);
  // Of two that seal at the same moment the first one's signatures stay.
  const theirs = made ? kept : await keptOf(platform, missing);
  return pacts.map((pact) => {
    const { idx } = pact.stored;
    const pdf = made?.get(idx) ?? rebuild(pact, kept.get(idx) ?? theirs.get(idx)!);
    return [pact.stored, { record: pact.record, pdf }];
  });
}

/** A record read for its document. @throws Refusal evidence.recordDiffers where it is none any more */
export function opened(stored: StoredRecord): Pact {
  try {
    return { stored, ...openPact(stored.record) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw recordDiffers(`record ${stored.agencyId}/${stored.campaignId}/${stored.idx}: ${error.code}`);
  }
}

const Kept = z.object({
  idx: z.number(),
  signature: z.instanceof(Buffer),
  sha256: z.instanceof(Buffer),
  qrSignature: z.instanceof(Buffer).nullable(),
  pem: z.string(),
});
type Kept = z.output<typeof Kept>;

async function keptOf({ pool }: Platform, pacts: readonly Pact[]): Promise<Map<number, Kept>> {
  if (pacts.length === 0) return new Map();
  const { agencyId, campaignId } = pacts[0]!.stored;
  const idxs = pacts.map(({ stored }) => stored.idx);
  const rows = await many(
    pool,
    sql.pdfs,
    { agencyId, campaignId, idxs, writerVersion: WRITER_VERSION },
    Kept,
  );
  return new Map(rows.map((row) => [row.idx, row]));
}

/** @returns the files by place in the log; null where somebody else was quicker with one of them */
async function sealFirst(platform: Platform, pacts: readonly Pact[]): Promise<Map<number, SealedPdf> | null> {
  if (pacts.length === 0) return new Map();
  const { agencyId, campaignId } = pacts[0]!.stored;
  await requireLogged(
    platform.pool,
    pacts.map(({ stored }) => stored),
  );
  const seal = await sealOf(platform, agencyId);
  const claims = pacts.map(({ record, stored }) => claimsOfPact(record, stored, seal.keyId));
  const qrSignatures = await signClaims(seal, claims);
  const prepared = pacts.map((pact, at) => prepare(pact, claims[at]!, qrSignatures[at]!));
  const sealed = await sealDocuments(prepared, seal.signer);
  const added = await exec(platform.pool, sql.addPdfs, {
    ...{
      agencyId,
      campaignId,
      writerVersion: WRITER_VERSION,
      certificateId: seal.certificateId,
      qrSignatures,
    },
    idxs: pacts.map(({ stored }) => stored.idx),
    signatures: sealed.map(({ signature }) => signature),
    digests: sealed.map(({ sha256 }) => sha256),
  });
  return added < pacts.length ? null : new Map(pacts.map(({ stored }, at) => [stored.idx, sealed[at]!]));
}

function rebuild(pact: Pact, kept: Kept): SealedPdf {
  const { seal, keyId } = certificateOf(kept.pem);
  const prepared = prepare(pact, claimsOfPact(pact.record, pact.stored, keyId), kept.qrSignature);
  const pdf = rebuildPdf(prepared, seal, kept.signature);
  if (!pdf.sha256.equals(kept.sha256))
    throw recordDiffers('a rebuilt PDF differs from the one that was sealed');
  return pdf;
}

/** A pact laid out, with these claims in its QR code. */
export function prepare(
  { record, bytes, template, stored }: Pact,
  claims: Uint8Array,
  qrSignature: Uint8Array | null,
): Prepared {
  const { idx: index, origin, salt, verifyUrl } = stored;
  const seal: Seal = { index, origin, salt, verifyUrl };
  return preparePact(record, seal, template, { bytes, qrText: pactQr(verifyUrl, claims, qrSignature) });
}

const certificates = new Map<string, { seal: SealCertificate; keyId: string }>();

/** A kept certificate, and how QR claims name its key. */
export function certificateOf(pem: string): { seal: SealCertificate; keyId: string } {
  const known = certificates.get(pem);
  if (known) return known;
  const seal = sealCertificateOf(pem);
  const { publicKey } = new X509Certificate(seal.certificate);
  const read = { seal, keyId: sealKeyId(publicKey.export({ type: 'spki', format: 'der' })) };
  certificates.set(pem, read);
  return read;
}

/** A file name that every system takes: name, receipt. */
export function pactFileName(record: SealedRecord): string {
  const name = record.person.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${name || 'pakta'}-${record.receipt}.pdf`;
}
