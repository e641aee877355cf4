import { symbolicOf } from '../../ceremonies/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { instantOf, type Zone } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type MinutesContent, maxPhotos } from '../../verify/index.ts';
import { guestsOf } from '../door/guests.ts';
import { fitsPaper, isDescribed, type Photo, photoBytes, photosOf } from '../photos/photo.ts';
import { NOT_RECORDED, type Where } from './minutes.ts';

/** What the door, the plan and the album know of a ceremony, as its minutes say it. */

const MOST_GUESTS = 200;
const MOST_SYMBOLIC = 60;

/** People and groups who are of no audience here; those beyond what a record holds as one number. */
export async function guestsAt(
  client: Client,
  { agencyId, ceremonyId }: Where,
): Promise<MinutesContent['guests']> {
  const guests = (await guestsOf(client, agencyId, ceremonyId)).map(({ name, who, employer, number }) => ({
    who: line([name, who].filter(Boolean).join(', ')),
    // Who is named is one person.
    ...{ employer: line(employer), number: number ?? (name ? 1 : null) },
  }));
  if (guests.length <= MOST_GUESTS) return guests;
  const rest = guests.slice(MOST_GUESTS - 1);
  const number = rest.reduce((sum, guest) => sum + (guest.number ?? 1), 0);
  return [...guests.slice(0, MOST_GUESTS - 1), { who: 'Tamu lain', employer: null, number }];
}

export async function symbolicAt(
  client: Client,
  { agencyId, ceremonyId }: Where,
): Promise<MinutesContent['symbolic']> {
  const signed = await symbolicOf(client, agencyId, ceremonyId);
  return signed.slice(0, MOST_SYMBOLIC).map(({ name, office, standsFor }) => ({
    ...{ name, office: line(office ?? NOT_RECORDED), standsFor: line(standsFor ?? NOT_RECORDED) },
  }));
}

/** The photos that may stand in minutes: described, consented, and of a size that a document can hold. */
export async function photosToChoose(client: Client, { agencyId, ceremonyId }: Where): Promise<Photo[]> {
  const photos = await photosOf(client, agencyId, ceremonyId);
  return photos.filter((photo) => isDescribed(photo) && fitsPaper(photo));
}

/** The chosen ones in the order of the album. */
export async function photosAt(
  client: Client,
  where: Where,
  chosen: readonly string[],
  zone: Zone,
): Promise<MinutesContent['photos']> {
  const photos = await photosToChoose(client, where);
  return photos
    .filter(({ id }) => chosen.includes(id))
    .slice(0, maxPhotos)
    .map(({ sha256, caption, takenAt }) => ({
      ...{ sha256, mediaType: 'image/jpeg', caption: line(caption), takenAt: instantAt(takenAt, zone) },
    }));
}

/** The camera's own clock, taken for the clock of the place. */
function instantAt(takenAt: string | null, zone: Zone): string | null {
  if (takenAt === null || takenAt < '2000-01-02') return null;
  return instantOf(takenAt.slice(0, 10), takenAt.slice(11, 16), zone).toISOString();
}

/** The pictures themselves, in the order of the content. @throws Refusal minutes.photoGone (409) */
export async function picturesOf(
  client: Client,
  { agencyId, ceremonyId }: Where,
  photos: MinutesContent['photos'],
): Promise<Buffer[]> {
  const ids = new Map(
    (await photosOf(client, agencyId, ceremonyId)).map(({ sha256, id }) => [sha256, id] as const),
  );
  const pictures: Buffer[] = [];
  for (const { sha256 } of photos) {
    const id = ids.get(sha256);
    const bytes = id === undefined ? null : await photoBytes(client, agencyId, id);
    if (!bytes) throw new Refusal('minutes.photoGone', 409);
    pictures.push(bytes);
  }
  return pictures;
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300).trim();
}
