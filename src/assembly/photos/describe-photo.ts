import type { ClientBase } from 'pg';
import { tidyLine, unprintable } from '../../campaigns/index.ts';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { CONSENTS, type Consent, type Photo, sql } from './photo.ts';

/** As typed; `seq` is that of the words the form showed. */
export interface PhotoWords {
  caption: string;
  consent: string;
  consentNote: string;
  position: string;
}

export const CAPTION_LIMIT = 200;

/**
 * Says what a photo shows and why its people may be shown: a new row each time.
 * @throws Refusal photos.longCaption, photos.unprintable, photos.badPosition, photos.saidMeanwhile (409)
 */
export async function describePhoto(
  client: ClientBase,
  agencyId: string,
  photo: Photo,
  words: PhotoWords & { seq: number; by: string },
  now: Date,
): Promise<void> {
  const caption = line(words.caption, 'photos.longCaption');
  const consentNote = line(words.consentNote, 'photos.longNote');
  const position = positionOf(words.position);
  const consent: Consent | null = CONSENTS.find((one) => one === words.consent) ?? null;
  const { seq, by } = words;
  const row = { agencyId, id: photo.id, seq: seq + 1, caption, consent, consentNote, position, by, now };
  if (seq !== photo.wordsSeq || (await exec(client, sql.describe, row)) === 0)
    throw new Refusal('photos.saidMeanwhile', 409);
  const data = { photo: photo.id, caption, consent, consentNote, position };
  const subject = photo.ceremonyId;
  await happened(client, { agencyId, at: now, actor: by, kind: 'photo.described', subject, data });
}

/** What the minutes are to print must be printable. */
function line(text: string, tooLong: 'photos.longCaption' | 'photos.longNote'): string {
  const tidy = tidyLine(text);
  if (tidy.length > CAPTION_LIMIT) throw new Refusal(tooLong, 422, { limit: CAPTION_LIMIT });
  const character = unprintable(tidy);
  if (character) throw new Refusal('photos.unprintable', 422, { character });
  return tidy;
}

function positionOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (!/^[1-9]\d{0,2}$/.test(typed)) throw new Refusal('photos.badPosition');
  return Number(typed);
}
