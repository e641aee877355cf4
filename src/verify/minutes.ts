import { hex, sha256 } from './bytes.ts';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';
import { checked, flag, integer, listOf, matching, oneOf, orNull, shape, words } from './fields.ts';
import { FormatError } from './format-error.ts';
import { figures, type MinutesFigures, people, requireCounts } from './minutes-figures.ts';
import { isReceipt } from './receipt.ts';
import {
  date,
  digest,
  drawing,
  identifier,
  instant,
  institutionFields,
  line,
  type SealedRecord,
} from './record.ts';

/** The minutes (berita acara) of one ceremony as they were sealed. `docs/formats/minutes.md` */
export interface MinutesRecord {
  format: 'ikrar/minutes/v1';
  kind: 'minutes';
  /** As in {@link SealedRecord}. */
  receipt: string;
  example: boolean;
  agency: SealedRecord['agency'];
  campaign: SealedRecord['campaign'];
  bases: string[];
  ceremony: {
    id: string;
    title: string;
    kind: 'apel' | 'susulan';
    version: number;
    /** Receipt of the version before. */
    replaces: string | null;
  };
  held: {
    date: string | null;
    dateStatus: 'stated' | 'derived' | 'unknown';
    dateNote: string | null;
    /** HH:MM in the zone of the institution. */
    startedAt: string | null;
    endedAt: string | null;
    place: string | null;
    sites: { name: string; place: string | null; mode: 'onsite' | 'online' }[];
  };
  /** The pledge that was read. */
  text: { id: string; version: number; digest: string; draft: boolean; title: string } | null;
  runSheet: { title: string; who: string | null }[];
  officers: {
    role: 'reader' | 'pembina' | 'perwira' | 'komandan' | 'clerk';
    name: string;
    office: string;
    employer: string | null;
  }[];
  counts: {
    asOf: string;
    total: MinutesFigures;
    byCategory: ({ category: SealedRecord['person']['category'] } & MinutesFigures)[];
    byUnit: ({ unit: string } & MinutesFigures)[];
  };
  guests: { who: string; employer: string | null; number: number | null }[];
  /** Signed in front for others: nobody's signature but their own. */
  symbolic: { name: string; office: string; standsFor: string }[];
  photos: { sha256: string; mediaType: 'image/jpeg'; caption: string; takenAt: string | null }[];
  /** Hexadecimal SHA-256 over salt ‖ bytes: the restricted list itself is elsewhere. */
  annexes: { kind: 'absent'; count: number; commitment: string }[];
  remarks: string | null;
  /** {@link minutesContent}: what each signer saw and signed. */
  content: string;
  signatures: {
    role: 'leader' | 'clerk' | 'witness';
    name: string;
    office: string;
    institution: string | null;
    /** These and `method` are all there or all missing: then this person has not signed. */
    signedAt: string | null;
    typedName: string | null;
    drawing: string | null;
    method: 'link' | 'device' | null;
    /** Absent but where somebody refused to sign, with the reason in their words. */
    objection?: { text: string; at: string };
  }[];
  /** When they were sealed, RFC 3339 in UTC with milliseconds. */
  at: string;
}

const maxMinutesBytes = 262_144;
/** So that the file stays below the largest that is checked. */
export const maxPhotos = 6;
export const maxPhotoBytes = 450_000;

/**
 * The canonical bytes that are committed to and embedded.
 * @throws FormatError as {@link parseMinutes}, {@link requireContent} and {@link requireCounts}
 */
export function minutesBytes(record: MinutesRecord): Uint8Array {
  const read = readMinutes(record, '');
  requireContent(read);
  requireCounts(read);
  const bytes = canonicalJson(read);
  if (bytes.length > maxMinutesBytes) throw new FormatError('too-large');
  return bytes;
}

/**
 * The minutes in these bytes. Strict as `parseRecord`; whether content and counts hold are checks of their own.
 * @throws FormatError
 */
export function parseMinutes(bytes: Uint8Array): MinutesRecord {
  const value = parseCanonicalJson(bytes, maxMinutesBytes) as { format?: unknown } | null;
  if (value?.format !== 'ikrar/minutes/v1') throw new FormatError('unknown-format');
  return readMinutes(value, '');
}

/** What the signers have before them: everything that does not come of signing and sealing. */
export type MinutesContent = Omit<MinutesRecord, 'at' | 'content' | 'receipt' | 'signatures'>;

/**
 * Hexadecimal SHA-256 of `ikrar/minutes-content/v1\n` and the canonical JSON of the content. The number of the version
 * and what it replaces are left out: a later version of the same facts keeps the signatures given to them.
 * @throws FormatError
 */
export function minutesContent(record: MinutesContent): string {
  const { ceremony, ...facts } = readContent(contentOf(record), '');
  const { id, title, kind } = ceremony;
  return hex(
    sha256('ikrar/minutes-content/v1\n', canonicalJson({ ...facts, ceremony: { id, title, kind } })),
  );
}

/** @throws FormatError `content-mismatch` */
export function requireContent(record: MinutesRecord): void {
  if (minutesContent(record) !== record.content) throw new FormatError('content-mismatch');
}

const clock = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 5);
const name = words(1, 200);
const receipt = checked(matching(/^/, 19), isReceipt);
const version = integer(1, 1_000_000);

const readCeremony = shape({
  id: identifier,
  title: line,
  kind: oneOf('apel', 'susulan'),
  version,
  replaces: orNull(receipt),
});

const readHeld = shape({
  date: orNull(date),
  dateStatus: oneOf('stated', 'derived', 'unknown'),
  dateNote: orNull(line),
  startedAt: orNull(clock),
  endedAt: orNull(clock),
  place: orNull(line),
  sites: listOf(0, 100, shape({ name: line, place: orNull(line), mode: oneOf('onsite', 'online') })),
});

const readCategory = oneOf('pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn');

const readCounts = shape({
  asOf: instant,
  total: shape(figures),
  byCategory: checked(listOf(0, 5, shape({ category: readCategory, ...figures })), (some) =>
    isDistinct(some.map(({ category }) => category)),
  ),
  byUnit: listOf(0, 1000, shape({ unit: line, ...figures })),
});

const signatureFields = {
  role: oneOf('leader', 'clerk', 'witness'),
  name,
  office: line,
  institution: orNull(line),
  signedAt: orNull(instant),
  typedName: orNull(name),
  drawing: orNull(drawing),
  method: orNull(oneOf('link', 'device')),
};
const readSigned = checked(shape(signatureFields), isWholeOrMissing);
const readObjection = checked(
  shape({ ...signatureFields, objection: shape({ text: words(1, 2000, 'lines'), at: instant }) }),
  (one) => one.signedAt === null && isWholeOrMissing(one),
);

function readSignature(value: unknown, field: string): MinutesRecord['signatures'][number] {
  const objects = Object.hasOwn((value ?? {}) as object, 'objection');
  return objects ? readObjection(value, field) : readSigned(value, field);
}

const contentFields = {
  format: oneOf('ikrar/minutes/v1'),
  kind: oneOf('minutes'),
  example: flag,
  ...institutionFields,
  ceremony: checked(readCeremony, ({ version, replaces }) => version > 1 || replaces === null),
  held: checked(readHeld, ({ date, dateStatus }) => (date === null) === (dateStatus === 'unknown')),
  text: orNull(shape({ id: identifier, version, digest, draft: flag, title: line })),
  runSheet: listOf(0, 60, shape({ title: line, who: orNull(line) })),
  officers: listOf(
    0,
    40,
    shape({
      role: oneOf('reader', 'pembina', 'perwira', 'komandan', 'clerk'),
      name,
      office: line,
      employer: orNull(line),
    }),
  ),
  counts: readCounts,
  guests: listOf(0, 200, shape({ who: line, employer: orNull(line), number: orNull(people) })),
  symbolic: listOf(0, 60, shape({ name, office: line, standsFor: line })),
  photos: checked(
    listOf(
      0,
      maxPhotos,
      shape({
        sha256: digest,
        mediaType: oneOf('image/jpeg'),
        caption: words(0, 300),
        takenAt: orNull(instant),
      }),
    ),
    (photos) => isDistinct(photos.map(({ sha256 }) => sha256)),
  ),
  annexes: listOf(0, 4, shape({ kind: oneOf('absent'), count: people, commitment: digest })),
  remarks: orNull(words(1, 4000, 'lines')),
};

const readContent = shape(contentFields);

const readMinutes = shape({
  ...contentFields,
  receipt,
  content: digest,
  signatures: listOf(0, 40, readSignature),
  at: instant,
});

function contentOf(record: MinutesContent): unknown {
  return Object.fromEntries(Object.keys(contentFields).map((field) => [field, Reflect.get(record, field)]));
}

function isWholeOrMissing(one: MinutesRecord['signatures'][number]): boolean {
  const missing = [one.signedAt, one.typedName, one.method].filter((part) => part === null).length;
  return missing === 0 || (missing === 3 && one.drawing === null);
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
