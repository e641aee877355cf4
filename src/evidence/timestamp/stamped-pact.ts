import { z } from 'zod';
import { exec, maybe, one } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sealOf } from '../keys.ts';
import { certificateOf, opened, type Pact, type PactFile, prepare } from '../pact-file.ts';
import { claimsOfPact, signClaims } from '../pact-qr.ts';
import { rebuildStamped, sealStamped, WRITER_VERSION } from '../pdf/index.ts';
import { recordDiffers, requireLogged } from '../require-logged.ts';
import type { StoredRecord } from '../store.ts';
import { type Stamped, stampOf, TimestampFault } from './authority.ts';
import { sql } from './store.ts';

const Kept = z.object({
  signature: z.instanceof(Buffer),
  qrSignature: z.instanceof(Buffer).nullable(),
  token: z.instanceof(Buffer),
  sha256: z.instanceof(Buffer),
  pem: z.string(),
});
type Kept = z.output<typeof Kept>;

/**
 * The PDF of a record with a time stamp over its seal (PAdES B-T): made when first asked for, the same bytes ever after.
 * @throws Refusal evidence.noTimestamps, evidence.timestampUnavailable, evidence.sealUnavailable
 */
export async function stampedPact(platform: Platform, stored: StoredRecord): Promise<PactFile> {
  const { pool } = platform;
  const { agencyId, campaignId, idx } = stored;
  const place = { agencyId, campaignId, idx, writerVersion: WRITER_VERSION };
  const pact = opened(stored);
  const kept = await maybe(pool, sql.pdfTimestamp, place, Kept);
  if (kept) return { record: pact.record, bytes: rebuild(pact, kept) };
  await exec(pool, sql.addPdfTimestamp, { ...place, ...(await sealAndStamp(platform, pact)) });
  // Of two that ask at the same moment the first one's values stay.
  return { record: pact.record, bytes: rebuild(pact, await one(pool, sql.pdfTimestamp, place, Kept)) };
}

async function sealAndStamp(platform: Platform, pact: Pact) {
  const { tsa } = platform.config;
  if (!tsa) throw new Refusal('evidence.noTimestamps', 404);
  await requireLogged(platform.pool, [pact.stored]);
  const seal = await sealOf(platform, pact.stored.agencyId);
  const claims = claimsOfPact(pact.record, pact.stored, seal.keyId);
  const [qrSignature] = await signClaims(seal, [claims]);
  let stamped: Stamped | undefined;
  const { signature, token, sha256 } = await sealStamped(
    prepare(pact, claims, qrSignature ?? null),
    seal.signer,
    async (value) => {
      stamped = await stampOf(tsa, value).catch(unavailable);
      return stamped.token;
    },
  );
  const { stamp, verified } = stamped as Stamped;
  const { certificateId } = seal;
  const when = { stampedAt: stamp.time, verified, now: platform.now() };
  return { certificateId, signature, qrSignature: qrSignature ?? null, token, sha256, ...when };
}

function unavailable(error: Error): never {
  if (!(error instanceof TimestampFault)) throw error;
  throw Object.assign(new Refusal('evidence.timestampUnavailable', 503), { cause: error });
}

function rebuild(pact: Pact, kept: Kept): Uint8Array {
  const { seal, keyId } = certificateOf(kept.pem);
  const prepared = prepare(pact, claimsOfPact(pact.record, pact.stored, keyId), kept.qrSignature);
  const { bytes, sha256 } = rebuildStamped(prepared, seal, kept.signature, kept.token);
  if (!sha256.equals(kept.sha256)) throw recordDiffers('a rebuilt PDF differs from the one that was sealed');
  return bytes;
}
