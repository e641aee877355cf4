/** How sure a statement of law is. `recalled`: general knowledge, not seen in a source; check before relying on it. */
export type Confidence = 'verified' | 'inferred' | 'recalled' | 'conflict';

/** Where a statement was seen. A recalled statement names where it is to be checked, and its note says so. */
export interface Source {
  readonly url: string;
  readonly note: string;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: what is not known is not filled in. */
export type PartialDate = string;
/** `YYYY-MM-DD`. */
export type IsoDate = string;

export interface DatedFact {
  readonly date: PartialDate;
  readonly confidence: Confidence;
}

export type InstrumentType =
  | 'uu'
  | 'perppu'
  | 'pp'
  | 'perpres'
  | 'keppres'
  | 'inpres'
  | 'permen'
  | 'kepmen'
  | 'perbkn'
  | 'pkpu'
  | 'perbawaslu'
  | 'perda'
  | 'skb'
  | 'se'
  | 'mk';

/**
 * One number under which one body issued an instrument. A joint decree has several; they are never one string.
 * `year` is null where the number carries no "Tahun".
 */
export interface InstrumentNumber {
  readonly issuer: string;
  readonly number: string;
  readonly year: number | null;
}

export type Status = 'in-force' | 'amended' | 'revoked' | 'superseded' | 'unknown';

export interface Instrument {
  readonly id: string;
  readonly type: InstrumentType;
  /** Canonical short form: `UU 5/2014`, `SKB 2/2022`. Unique. */
  readonly name: string;
  readonly numbers: readonly InstrumentNumber[];
  /** Only as known; null where no title was seen. */
  readonly title: string | null;
  /** Other names people write, as `UU Pemilu`. */
  readonly nicknames?: readonly string[];
  readonly signed?: DatedFact;
  readonly inForceFrom?: DatedFact;
  /** The first day on which it is no longer in force. */
  readonly inForceUntil?: DatedFact;
  readonly status: Status;
  readonly revokedBy?: string;
  readonly replaces?: readonly string[];
  readonly amends?: readonly string[];
  readonly touchedBy?: readonly string[];
  /** Number of the last Pasal, where known; lets a reader refuse a Pasal that cannot exist. */
  readonly lastPasal?: { readonly number: number; readonly confidence: Confidence };
  readonly note?: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}

/** An article down to the number: Pasal 5 huruf n angka 3. All parts are strings without brackets. */
export interface ArticleRef {
  readonly pasal: string;
  readonly ayat?: string;
  readonly huruf?: string;
  readonly angka?: string;
}

export type Subject =
  | 'pns'
  | 'asn'
  | 'pppk'
  | 'non-asn'
  | 'state-official'
  | 'official'
  | 'village-head'
  | 'tni-polri'
  | 'campaign-executor'
  | 'candidate'
  | 'spouse'
  | 'ppk'
  | 'anyone';

export interface Article {
  readonly instrument: string;
  readonly ref: ArticleRef;
  /** In our own words; never the official text. */
  readonly gist: { readonly id: string; readonly en: string };
  readonly about: readonly Subject[];
  /** Lower-case Indonesian words and stems that a true account of this article would use. */
  readonly keywords: readonly string[];
  /** The same act under its other number, as a prohibition and its sanction. */
  readonly mapsTo?: readonly ArticleRef[];
  readonly note?: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}

/** A public body with its life; `until` is the first day on which it is gone. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly from?: DatedFact;
  readonly until?: DatedFact;
  readonly succeededBy?: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}
