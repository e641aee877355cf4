import { z } from 'zod';
import { type Client, many, maybe, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { maxPhotoBytes } from '../../verify/index.ts';
import sqlText from './photos.sql';

export const sql = queries(sqlText);

/** Why a picture of people may be kept: they were asked, the rule for public events, or nobody can be recognised. */
export const CONSENTS = ['agreed', 'public-event', 'nobody-seen'] as const;
export type Consent = (typeof CONSENTS)[number];

export const FILE_LIMIT = 12 * 1024 * 1024;
/** Of one ceremony, removed ones counted too. */
export const MOST_PHOTOS = 100;

const Row = z.object({
  id: z.string(),
  ceremonyId: z.string(),
  /** Of the picture as it is kept and shown, hexadecimal */
  sha256: z.string(),
  width: z.number(),
  height: z.number(),
  /** Which side is up, 1 to 8 (Exif): whoever draws the picture without a browser turns it. */
  orientation: z.number(),
  components: z.number(),
  /** Bytes of the picture; 0 after a removal. */
  size: z.number(),
  /** The camera's own clock, 'YYYY-MM-DDTHH:MM:SS' without a zone: a claim. */
  takenAt: z.string().nullable(),
  keptReason: z.string().nullable(),
  addedBy: z.string(),
  addedByName: z.string(),
  addedAt: z.date(),
  /** '' where nobody wrote one */
  caption: z.string(),
  consent: z.enum(CONSENTS).nullable(),
  consentNote: z.string(),
  position: z.number().nullable(),
  wordsSeq: z.number(),
});
const Removal = z.object({ removedReason: z.string(), removedAt: z.date(), removedByName: z.string() });
const Any = Row.extend({
  removedReason: z.string().nullable(),
  removedAt: z.date().nullable(),
  removedByName: z.string(),
});

export type Photo = z.output<typeof Row>;
export type RemovedPhoto = Photo & z.output<typeof Removal>;

/** The photos of a ceremony in their order, without those that were removed. */
export async function photosOf(client: Client, agencyId: string, ceremonyId: string): Promise<Photo[]> {
  return (await allPhotos(client, agencyId, ceremonyId)).kept;
}

export async function allPhotos(
  client: Client,
  agencyId: string,
  ceremonyId: string,
): Promise<{ kept: Photo[]; removed: RemovedPhoto[] }> {
  const rows = await many(client, sql.photos, { agencyId, ceremonyId, id: null }, Any);
  const removed = rows.filter((row) => Removal.safeParse(row).success) as RemovedPhoto[];
  return { kept: rows.filter(({ removedReason }) => removedReason === null), removed };
}

/** @throws Refusal photos.unknown (404), also for one that was removed */
export async function photoOf(
  client: Client,
  agencyId: string,
  ceremonyId: string,
  id: string,
): Promise<Photo> {
  const row = await maybe(client, sql.photos, { agencyId, ceremonyId, id }, Any);
  if (!row || row.removedReason !== null) throw new Refusal('photos.unknown', 404);
  return row;
}

/** Larger ones, which come from browsers without script, do not fit into a document. */
export function fitsPaper({ size }: Photo): boolean {
  return size <= maxPhotoBytes;
}

/** Whether it says enough to stand in minutes: what it shows, and why its people may be shown. */
export function isDescribed({ caption, consent }: Photo): boolean {
  return caption !== '' && consent !== null;
}

const File = z.object({ bytes: z.instanceof(Buffer) });

/**
 * A JPEG of 8 bits with one or three components, baseline or progressive: `picture` says nothing but the picture (and
 * which side is up); `original` stands only where camera data were kept on purpose. Null after a removal.
 */
export async function photoBytes(
  client: Client,
  agencyId: string,
  id: string,
  part: 'picture' | 'original' = 'picture',
): Promise<Buffer | null> {
  return (await maybe(client, sql.photoFile, { agencyId, id, part }, File))?.bytes ?? null;
}
