import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { tidyLine } from '../../campaigns/index.ts';
import { exec, one } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { asMoment, type Jpeg, pictureOf, readJpeg, withMetadata } from '../../platform/pictures/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { FILE_LIMIT, MOST_PHOTOS, sql } from './photo.ts';

export interface NewPhoto {
  agencyId: string;
  ceremonyId: string;
  bytes: Uint8Array;
  /** What the page read of the camera's clock before it made the picture smaller; '' where it did not. */
  takenAt: string;
  /** Why place and camera data are kept; null: they are removed. */
  keptReason: string | null;
  /** account:ID */
  by: string;
}

/**
 * Keeps the picture without anything else that the file says. The same picture again, by whoever, is the photo that is
 * there already.
 * @returns its id
 * @throws Refusal photos.missing, photos.tooLarge, photos.kind, photos.noKeptReason, photos.tooMany (409),
 * photos.removedBefore (409), pictures.*
 */
export async function addPhoto(client: ClientBase, photo: NewPhoto, now: Date): Promise<string> {
  const { agencyId, ceremonyId, by } = photo;
  const jpeg = readPhoto(photo.bytes);
  const keptReason = photo.keptReason === null ? null : reasonOf(photo.keptReason);
  const picture = Buffer.from(pictureOf(jpeg));
  const sha256 = createHash('sha256').update(picture).digest();
  const { width, height, orientation, components } = jpeg;
  const id = newId(now);
  const row = { agencyId, id, ceremonyId, sha256, width, height, orientation, components };
  const takenAt = jpeg.takenAt ?? asMoment(photo.takenAt);
  await refuseTooMany(client, photo);
  if ((await exec(client, sql.addPhoto, { ...row, takenAt, keptReason, by, now })) === 0)
    return sameAsBefore(client, { agencyId, ceremonyId, sha256 });
  await exec(client, sql.addFile, { agencyId, id, part: 'picture', bytes: picture });
  if (keptReason !== null) {
    const bytes = Buffer.from(withMetadata(jpeg));
    await exec(client, sql.addFile, { agencyId, id, part: 'original', bytes });
  }
  const data = { photo: id, sha256: sha256.toString('hex'), keptReason };
  await happened(client, { agencyId, at: now, actor: by, kind: 'photo.added', subject: ceremonyId, data });
  return id;
}

/** Judged by content alone: name and announced type are the sender's word. */
function readPhoto(bytes: Uint8Array): Jpeg {
  if (bytes.length === 0) throw new Refusal('photos.missing');
  if (bytes.length > FILE_LIMIT) throw new Refusal('photos.tooLarge');
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Refusal('photos.kind');
  return readJpeg(bytes);
}

function reasonOf(text: string): string {
  const reason = tidyLine(text).slice(0, 500);
  if (reason === '') throw new Refusal('photos.noKeptReason');
  return reason;
}

async function refuseTooMany(client: ClientBase, { agencyId, ceremonyId }: NewPhoto): Promise<void> {
  const Count = z.object({ number: z.number() });
  const { number } = await one(client, sql.photoCount, { agencyId, ceremonyId }, Count);
  if (number >= MOST_PHOTOS) throw new Refusal('photos.tooMany', 409, { limit: MOST_PHOTOS });
}

const Same = z.object({ id: z.string(), removedReason: z.string().nullable() });

/** What somebody asked to be taken out does not come back by being sent again. */
async function sameAsBefore(client: ClientBase, picture: Record<string, unknown>): Promise<string> {
  const { id, removedReason } = await one(client, sql.sameAsThis, picture, Same);
  if (removedReason !== null) throw new Refusal('photos.removedBefore', 409, { reason: removedReason });
  return id;
}
