import type { Confidence, IsoDate, Register, Source } from '../../law/index.ts';
import type { Lang } from '../../platform/i18n.ts';

/** Half-open range in UTF-16 units of the input text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type FindingCode =
  | 'law-not-in-force'
  | 'law-unknown'
  | 'citation-garbled'
  | 'article-misquoted'
  | 'weekday-mismatch'
  | 'date-contradiction'
  | 'year-missing'
  | 'points-missing'
  | 'points-differ'
  | 'point-count-mismatch'
  | 'title-body-conflict'
  | 'text-duplicated'
  | 'symbolic-only'
  | 'participants-mixed-employers'
  | 'term-variant'
  | 'office-expired';

/** What was found, where, why, on what ground. The message also says what to do. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly text: string;
  readonly message: string;
  readonly sources: readonly Source[];
}

/** A finding before it is put into words. `variant` chooses the sentence of its code. */
export interface RawFinding extends Span {
  readonly code: FindingCode;
  readonly variant?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly sources?: readonly Source[];
}

export interface CitationOut extends Span {
  readonly text: string;
  /** Canonical short form, `PP 94/2021`; for a letter its number. Null where an article names no instrument. */
  readonly instrument: string | null;
  /** `Pasal 5 huruf n angka 3`. */
  readonly article: string | null;
  /** Of the register's entry; `unknown` where the register does not hold it. */
  readonly confidence: Confidence | 'unknown';
}

export interface RecordField<Value = unknown> extends Span {
  readonly value: Value;
  /** True where the value does not stand in the text but follows from it. */
  readonly derived: boolean;
}

export type DraftRecord = { readonly [Field in RecordFieldName]?: RecordField };

export const RECORD_FIELDS = [
  'publisher',
  'byline',
  'dateline',
  'institution',
  'level',
  'election',
  'titleElection',
  'datePrinted',
  'dateResolved',
  'dateNotBefore',
  'place',
  'occasion',
  'leader',
  'speakers',
  'letter',
  'skb',
  'otherBases',
  'participants',
  'count',
  'pointsAnnounced',
  'points',
  'signing',
  'witnesses',
  'closing',
  'guidance',
] as const;
export type RecordFieldName = (typeof RECORD_FIELDS)[number];

/** A pledge or pact text as pinned by a campaign. */
export interface PinnedText {
  readonly title?: string;
  readonly points: readonly string[];
  readonly closing?: string | null;
}

export interface CheckOptions {
  /** The day as of which law and offices are judged. Absent: the day that the text itself gives. */
  readonly on?: IsoDate;
  readonly pinned?: PinnedText;
  /** What law and offices are judged by; the register as shipped by default. */
  readonly register?: Register;
  /** Language of the messages; Indonesian by default. */
  readonly lang?: Lang;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly citations: readonly CitationOut[];
  readonly record: DraftRecord;
}
