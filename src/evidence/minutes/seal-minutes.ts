import { createHash, randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { exec } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  commitment,
  encodeEntry,
  type MinutesRecord,
  maxPhotoBytes,
  minutesBytes,
  minutesSubject,
} from '../../verify/index.ts';
import { append, type Place, type ToSeal, verifyUrlOf } from '../append.ts';
import { jpegHeader, unprintableIn } from '../pdf/index.ts';
import { sql } from '../store.ts';

export interface SealedMinutes extends Place {
  receipt: string;
}

/**
 * Puts minutes into the log of their campaign, in the caller's transaction, with their photos, which are given in the
 * order of the record. `minutesFile` makes the document. A version of a ceremony's minutes is sealed once: the second
 * time the database refuses it.
 * @throws FormatError as `minutesBytes` does
 */
export async function sealMinutes(
  client: ClientBase,
  platform: Pick<Platform, 'config'>,
  record: MinutesRecord,
  photos: readonly Uint8Array[],
): Promise<SealedMinutes> {
  const { agency, campaign, receipt } = record;
  const sealed = toSeal(platform.config, record);
  requirePhotos(record, photos);
  if (photos.length > 0) await exec(client, sql.addMinutesPhotos, { agencyId: agency.id, receipt, photos });
  const placed = await append(client, agency.id, campaign.id, [sealed]);
  return { receipt, ...(placed.get(sealed.personId) as Place) };
}

function toSeal(config: Platform['config'], record: MinutesRecord): ToSeal {
  const bytes = minutesBytes(record);
  const [unprintable] = unprintableIn(record);
  if (unprintable) throw new Error(`no document can print ${unprintable.field}`);
  const salt = randomBytes(32);
  return {
    personId: minutesSubject(record),
    receipt: record.receipt,
    record: bytes,
    salt,
    entry: encodeEntry({ kind: 'minutes', commitment: commitment(salt, bytes) }),
    verifyUrl: verifyUrlOf(config, record.agency.id, record.receipt),
  };
}

/** What is sealed must also become a document. */
export function requirePhotos(record: MinutesRecord, photos: readonly Uint8Array[]): void {
  const given = photos.map((photo) => createHash('sha256').update(photo).digest('hex'));
  if (given.join(' ') !== record.photos.map(({ sha256 }) => sha256).join(' '))
    throw new Error('the photos are not those of the minutes');
  for (const photo of photos) {
    if (photo.length > maxPhotoBytes || jpegHeader(photo) === null)
      throw new Error('a photo is not a JPEG that minutes can hold');
  }
}
