import type { ClientBase } from 'pg';
import { tidyLine } from '../../campaigns/index.ts';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Photo, sql } from './photo.ts';

/**
 * Takes a photo out: its bytes are deleted, the row of who, when and why stays, and so does its digest, by which it is
 * known again. What minutes already hold of it stays there.
 * @throws Refusal photos.noReason, photos.unknown (404) where somebody else did it at the same time
 */
export async function removePhoto(
  client: ClientBase,
  agencyId: string,
  photo: Photo,
  why: string,
  by: string,
  now: Date,
): Promise<void> {
  const reason = tidyLine(why).slice(0, 500);
  if (reason === '') throw new Refusal('photos.noReason');
  const { id, ceremonyId: subject, sha256 } = photo;
  if ((await exec(client, sql.removePhoto, { agencyId, id, reason, by, now })) === 0)
    throw new Refusal('photos.unknown', 404);
  await exec(client, sql.eraseFiles, { agencyId, id });
  const data = { photo: id, sha256, reason };
  await happened(client, { agencyId, at: now, actor: by, kind: 'photo.removed', subject, data });
}
