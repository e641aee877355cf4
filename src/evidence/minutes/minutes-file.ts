import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exec, many, maybe, one } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { FormatError, kindOfRecord, type MinutesRecord, parseMinutes } from '../../verify/index.ts';
import { sealOf } from '../keys.ts';
import { photoOf, sealDocument } from '../pdf/index.ts';
import { recordDiffers, requireLogged } from '../require-logged.ts';
import { recordByReceipt, type StoredRecord, sql } from '../store.ts';
import { prepareMinutes } from './pdf/minutes.ts';
import { requirePhotos } from './seal-minutes.ts';

const Kept = z.object({ bytes: z.instanceof(Buffer), sha256: z.instanceof(Buffer) });
type Kept = z.output<typeof Kept>;

/**
 * The sealed PDF of these minutes: made when first asked for, which takes the institution's key, the same ever after.
 * @throws Refusal evidence.noSuchReceipt, evidence.recordDiffers, evidence.sealUnavailable
 */
export async function minutesFile(
  platform: Platform,
  agencyId: string,
  receipt: string,
): Promise<Uint8Array> {
  const { pool } = platform;
  const kept = await maybe(pool, sql.minutesFile, { agencyId, receipt }, Kept);
  if (kept) return unspoiled(kept);
  const stored = await recordByReceipt(pool, agencyId, receipt);
  if (kindOfRecord(stored.record) !== 'minutes') throw new Refusal('evidence.noSuchReceipt', 404);
  await exec(pool, sql.addMinutesFile, { agencyId, receipt, ...(await sealed(platform, stored, receipt)) });
  // Of two that ask at the same moment the first one's file stays.
  return unspoiled(await one(pool, sql.minutesFile, { agencyId, receipt }, Kept));
}

/** `berita-acara-…`, as every system takes it. */
export function minutesFileName({ ceremony, receipt }: MinutesRecord): string {
  const name = ceremony.title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `berita-acara-${name ? `${name}-` : ''}${receipt}.pdf`;
}

async function sealed(platform: Platform, stored: StoredRecord, receipt: string) {
  const { agencyId, idx: index, origin, salt, verifyUrl, record } = stored;
  await requireLogged(platform.pool, [stored]);
  const minutes = read(stored);
  const photos = await photosOf(platform, agencyId, receipt);
  requireKept(minutes, photos);
  const seal = await sealOf(platform, agencyId);
  const place = { index, origin, salt, verifyUrl };
  const prepared = prepareMinutes(minutes, place, photos.map(photoOf), record);
  const { bytes, sha256 } = await sealDocument(prepared, seal.signer);
  return { certificateId: seal.certificateId, bytes, sha256, now: platform.now() };
}

function read({ record, agencyId, campaignId, idx }: StoredRecord): MinutesRecord {
  try {
    return parseMinutes(record);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw recordDiffers(`minutes ${agencyId}/${campaignId}/${idx}: ${error.code}`);
  }
}

async function photosOf({ pool }: Platform, agencyId: string, receipt: string): Promise<Buffer[]> {
  const rows = await many(
    pool,
    sql.minutesPhotos,
    { agencyId, receipt },
    z.object({ bytes: z.instanceof(Buffer) }),
  );
  return rows.map(({ bytes }) => bytes);
}

/** Attacker: whoever can write to the database and would have the key seal other pictures than were sealed before. */
function requireKept(minutes: MinutesRecord, photos: readonly Buffer[]): void {
  try {
    requirePhotos(minutes, photos);
  } catch (error) {
    throw recordDiffers((error as Error).message);
  }
}

function unspoiled({ bytes, sha256 }: Kept): Uint8Array {
  if (!createHash('sha256').update(bytes).digest().equals(sha256))
    throw recordDiffers('the kept file of minutes differs from the one that was sealed');
  return bytes;
}
