import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';
import {
  checked,
  type Field,
  flag,
  integer,
  listOf,
  matching,
  oneOf,
  orNull,
  shape,
  words,
} from './fields.ts';
import { FormatError } from './format-error.ts';
import type { OfflineAct } from './offline-act.ts';
import { isReceipt } from './receipt.ts';
import type { PledgeText } from './text.ts';

/** What was sealed when one person signed: the only source of the PDF and of the log entry. `docs/formats/record.md` */
export interface SealedRecord {
  format: 'ikrar/record/v1';
  kind: 'pact';
  /** 16 Crockford base32 characters, 80 bits, as XXXX-XXXX-XXXX-XXXX. */
  receipt: string;
  /** An invented example: printed on the document. */
  example: boolean;
  agency: {
    id: string;
    name: string;
    letterhead: string[];
    zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  };
  campaign: { id: string; title: string; election: string; circular: string | null };
  /** Legal bases, as printed lines. */
  bases: string[];
  /** `digest` is {@link PledgeText}'s `textDigest`, in hexadecimal. */
  text: { id: string; version: number; digest: string; draft: boolean } & PledgeText;
  person: {
    name: string;
    idKind: 'nip' | 'ni-pppk' | 'local';
    /** 18 digits for `nip` and `ni-pppk`; the agency's own number, possibly empty, for `local`. */
    idNumber: string;
    category: 'pns' | 'cpns' | 'pppk' | 'pppk-pw' | 'non-asn';
    rank: string | null;
    post: string | null;
    unit: string;
    employer: string;
  };
  act: {
    role: 'individual';
    method: ActMethod;
    /** What the law makes of it; `certified` only by a certified provider's own signature, `scanned` for wet ink. */
    strength: 'uncertified' | 'certified' | 'scanned';
    typedName: string;
    /** Strokes `M x y L x y …`, integers 0..1000 by 0..300, at most 4096 characters. */
    drawing: string | null;
    ceremony: { id: string; title: string; date: string | null } | null;
    place: string | null;
    /** RFC 3339 in UTC with milliseconds, `2024-09-18T01:02:03.004Z`. */
    at: string;
    /** What the method left behind, of the kind of the same name; absent for `link`, `slip` and `tablet`. */
    evidence?: ActEvidence;
    /** Kept on a device without network until `at`; only with `link`, `slip` (no `device`) and `tablet` (with one). */
    offline?: OfflineAct;
  };
}

export type ActMethod = 'link' | 'slip' | 'tablet' | ActEvidence['kind'];

/** What can be checked again later, without the people and machines that were there. Binary values in base64url. */
export type ActEvidence =
  | {
      kind: 'passkey';
      credentialId: string;
      /** SubjectPublicKeyInfo, DER; P-256. */
      publicKey: string;
      /** Part of the challenge, 16 random bytes. */
      nonce: string;
      authenticatorData: string;
      clientData: string;
      signature: string;
    }
  | { kind: 'code'; channel: 'email'; sentAt: string }
  | {
      kind: 'bsre';
      api: 'v1' | 'v2';
      /** Host of the signing service. */
      service: string;
      /** A stand-in or test service: then nothing is certified. */
      trial: boolean;
      /** SHA-256 of the signed file as the service returned it, in hexadecimal. */
      documentSha256: string;
    }
  | {
      kind: 'ink';
      /** SHA-256 of the scan as it is kept, in hexadecimal. */
      scanSha256: string;
      mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
      recordedAt: string;
      /** When a second person compared scan, name and text. */
      confirmedAt: string;
    };

/** What the law makes of an act with this evidence, or with none. */
export function strengthOf(evidence?: ActEvidence): SealedRecord['act']['strength'] {
  if (evidence?.kind === 'bsre') return evidence.trial ? 'uncertified' : 'certified';
  return evidence?.kind === 'ink' ? 'scanned' : 'uncertified';
}

/** No record may be larger than this many bytes. */
export const maxRecordBytes = 131_072;

/** The canonical bytes that are committed to, embedded and digested. @throws FormatError as {@link parseRecord} */
export function recordBytes(record: SealedRecord): Uint8Array {
  const bytes = canonicalJson(readRecord(record, ''));
  if (bytes.length > maxRecordBytes) throw new FormatError('too-large');
  return bytes;
}

/**
 * The record in these bytes. Strict: canonical JSON, no unknown or missing field, every limit of the format. It does
 * not compare the text with its digest: that is a check of its own.
 * @throws FormatError
 */
export function parseRecord(bytes: Uint8Array): SealedRecord {
  const value = parseCanonicalJson(bytes, maxRecordBytes) as { format?: unknown } | null;
  if (value?.format !== 'ikrar/record/v1') throw new FormatError('unknown-format');
  return readRecord(value, '');
}

export const identifier = matching(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 100);
export const line = words(1, 300);
const passage = words(1, 4000, 'lines');
export const date = checked(matching(/^\d{4}-\d\d-\d\d$/, 10), (day) => isInstant(`${day}T00:00:00.000Z`));

const base64url = (most: number) => matching(/^[A-Za-z0-9_-]+$/, most);
export const instant = checked(matching(/Z$/, 24), isInstant);
export const digest = matching(/^[0-9a-f]{64}$/, 64);

const readEvidence = {
  passkey: shape({
    kind: oneOf('passkey'),
    credentialId: base64url(1400),
    publicKey: base64url(200),
    nonce: base64url(64),
    authenticatorData: base64url(1400),
    clientData: base64url(2800),
    signature: base64url(110),
  }),
  code: shape({ kind: oneOf('code'), channel: oneOf('email'), sentAt: instant }),
  bsre: shape({
    kind: oneOf('bsre'),
    api: oneOf('v1', 'v2'),
    service: matching(/^[a-z0-9.:[\]-]+$/, 260),
    trial: flag,
    documentSha256: digest,
  }),
  ink: shape({
    kind: oneOf('ink'),
    scanSha256: digest,
    mediaType: oneOf('application/pdf', 'image/jpeg', 'image/png'),
    recordedAt: instant,
    confirmedAt: instant,
  }),
};

export const drawing = checked(matching(/^M[ 0-9LM]*$/, 4096), isDrawing);

const actFields = {
  role: oneOf('individual'),
  method: oneOf('link', 'slip', 'tablet', 'passkey', 'code', 'bsre', 'ink'),
  strength: oneOf('uncertified', 'certified', 'scanned'),
  typedName: words(1, 200),
  drawing: orNull(drawing),
  ceremony: orNull(shape({ id: identifier, title: line, date: orNull(date) })),
  place: orNull(line),
  at: instant,
};

const plainFields = { ...actFields, strength: oneOf('uncertified') };
const readPlainAct = shape(plainFields);

const readOffline = shape({
  at: instant,
  sentAt: instant,
  seq: integer(1, 1_000_000),
  device: orNull(identifier),
  publicKey: base64url(200),
  enrolled: flag,
  signature: matching(/^[A-Za-z0-9_-]{86}$/, 86),
});
const readHeldAct = checked(
  shape({ ...plainFields, method: oneOf('link', 'slip', 'tablet'), offline: readOffline }),
  ({ method, offline: { device, enrolled } }) =>
    (method === 'tablet') === (device !== null) && (device !== null || !enrolled),
);

/** The method decides the strength and whether evidence stands beside it; none stands beside what a device had kept. */
function readAct(value: unknown, field: string): SealedRecord['act'] {
  const { method, offline } = (value ?? {}) as { method?: unknown; offline?: unknown };
  if (offline !== undefined) return readHeldAct(value, field);
  if (typeof method !== 'string' || !Object.hasOwn(readEvidence, method)) {
    return readPlainAct(value, field);
  }
  const evidence: Field<ActEvidence> = readEvidence[method as ActEvidence['kind']];
  return checked(shape({ ...actFields, evidence }), strengthFits)(value, field);
}

function strengthFits({ strength, evidence }: { strength: string; evidence: ActEvidence }): boolean {
  return strength === strengthOf(evidence);
}

const readPerson = shape({
  name: words(1, 200),
  idKind: oneOf('nip', 'ni-pppk', 'local'),
  idNumber: words(0, 40),
  category: oneOf('pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'),
  rank: orNull(words(1, 100)),
  post: orNull(line),
  unit: line,
  employer: line,
});

const readText = shape({
  id: identifier,
  version: integer(1, 1_000_000),
  digest: matching(/^[0-9a-f]{64}$/, 64),
  draft: flag,
  title: line,
  opener: words(0, 4000, 'lines'),
  points: listOf(1, 50, passage),
  closing: words(0, 4000, 'lines'),
  language: oneOf('id', 'en'),
});

/** Whose record it is, and of what: the same in every kind. */
export const institutionFields = {
  agency: shape({
    id: identifier,
    name: line,
    letterhead: listOf(0, 10, line),
    zone: oneOf('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
  }),
  campaign: shape({ id: identifier, title: line, election: line, circular: orNull(line) }),
  bases: listOf(0, 30, words(1, 1000)),
};

/** What everybody who signs one text of one campaign has in common; `record-frame.ts` splits the bytes there. */
const frameFields = {
  format: oneOf('ikrar/record/v1'),
  kind: oneOf('pact'),
  example: flag,
  ...institutionFields,
  text: readText,
};

const personalFields = {
  receipt: checked(matching(/^/, 19), isReceipt),
  person: checked(readPerson, hasNumberOfItsKind),
  act: readAct,
};

export const readFrame = shape(frameFields);
export const readPersonal = shape(personalFields);
const readRecord = shape({ ...frameFields, ...personalFields });

function hasNumberOfItsKind(person: { idKind: string; idNumber: string }): boolean {
  return person.idKind === 'local' || /^\d{18}$/.test(person.idNumber);
}

/** `M x y` begins a stroke, `L x y` continues it. */
function isDrawing(strokes: string): boolean {
  const parts = strokes.split(' ');
  if (parts.length % 3 !== 0 || parts[0] !== 'M') return false;
  return parts.every((part, i) =>
    i % 3 === 0 ? part === 'M' || part === 'L' : isWithin(part, [1000, 300][(i % 3) - 1]),
  );
}

function isWithin(number: string, most = 0): boolean {
  return /^(0|[1-9]\d{0,3})$/.test(number) && Number(number) <= most;
}

/** A real instant from 2000 to 2199, in the one spelling with milliseconds. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return /^2[01]\d\d-/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}
