import { createHash, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { exec, maybe, one } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { parseRecord, type Seal, type SealedRecord } from '../verify/index.ts';
import { sealOf } from './keys.ts';
import {
  assemblePdf,
  compilePact,
  type PactTemplate,
  type Prepared,
  preparePact,
  type SealCertificate,
  sealDocument,
  WRITER_VERSION,
} from './pdf/index.ts';
import { templateKey } from './pdf/pact/template.ts';
import { type StoredRecord, sql } from './store.ts';

export interface PactFile {
  bytes: Uint8Array;
  record: SealedRecord;
}

const Stored = z.object({
  writerVersion: z.number(),
  signature: z.instanceof(Buffer),
  sha256: z.instanceof(Buffer),
  pem: z.string(),
});

/**
 * The signed PDF of a record. The first call seals it and keeps the signature value; every later one rebuilds the
 * same bytes and compares them with the kept digest.
 * @throws Error where the rebuilt file differs: a template changed under a record
 */
export async function pactFile(platform: Platform, stored: StoredRecord): Promise<PactFile> {
  const { agencyId, campaignId, idx } = stored;
  const { record, prepared } = prepare(stored);
  const kept = await maybe(platform.pool, sql.pdf, { agencyId, campaignId, idx }, Stored);
  if (kept) return { bytes: rebuild(prepared, kept), record };
  const seal = await sealOf(platform, agencyId);
  const { bytes, signature } = await sealDocument(prepared, seal.signer);
  await exec(platform.pool, sql.addPdf, {
    agencyId,
    campaignId,
    idx,
    writerVersion: WRITER_VERSION,
    certificateId: seal.certificateId,
    signature,
    sha256: sha256(bytes),
  });
  // Of two that seal at the same moment the first one's signature stays.
  const first = await one(platform.pool, sql.pdf, { agencyId, campaignId, idx }, Stored);
  return { bytes: rebuild(prepared, first), record };
}

function prepare(stored: StoredRecord): { record: SealedRecord; prepared: Prepared } {
  const record = parseRecord(stored.record);
  const seal: Seal = {
    index: stored.idx,
    origin: stored.origin,
    salt: stored.salt,
    verifyUrl: stored.verifyUrl,
  };
  return { record, prepared: preparePact(record, seal, templateOf(record)) };
}

const templates = new Map<string, PactTemplate>();

/** The static part of a campaign's pact, compiled once; a few campaigns are signed at a time. */
function templateOf(record: SealedRecord): PactTemplate {
  const key = templateKey(record);
  const known = templates.get(key);
  if (known) return known;
  if (templates.size >= 32) templates.clear();
  const compiled = compilePact(record);
  templates.set(key, compiled);
  return compiled;
}

function rebuild(prepared: Prepared, kept: z.output<typeof Stored>): Uint8Array {
  const bytes = assemblePdf(prepared, certificateOf(kept.pem), kept.signature);
  if (!sha256(bytes).equals(kept.sha256))
    throw new Error('a rebuilt PDF differs from the one that was sealed');
  return bytes;
}

const certificates = new Map<string, SealCertificate>();

function certificateOf(pem: string): SealCertificate {
  const known = certificates.get(pem);
  if (known) return known;
  const parsed = new X509Certificate(pem);
  const algorithm = parsed.publicKey.asymmetricKeyType === 'rsa' ? 'rsa-pkcs1-sha256' : 'ecdsa-p256-sha256';
  const certificate: SealCertificate = { certificate: parsed.raw, chain: [], algorithm };
  certificates.set(pem, certificate);
  return certificate;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
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
