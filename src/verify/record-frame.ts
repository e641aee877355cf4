import { sha256, utf8 } from './bytes.ts';
import { canonicalText } from './canonical-json.ts';
import { FormatError } from './format-error.ts';
import { maxRecordBytes, readFrame, readPersonal, type SealedRecord } from './record.ts';

/** What is one's own in a record; everything else is the same for all who sign one text of one campaign. */
export type PersonalPart = Pick<SealedRecord, 'act' | 'person' | 'receipt'>;
export type FrameOfRecords = Omit<SealedRecord, keyof PersonalPart>;

/**
 * The bytes that records of one frame share. Canonical JSON orders the fields, so they stand in two runs: `head`
 * between the act and the person, `tail` behind the receipt.
 */
export interface RecordFrame {
  /** SHA-256 of both runs: where they are kept. Nothing is signed or proven with it. */
  id: Uint8Array;
  head: Uint8Array;
  tail: Uint8Array;
}

/** The other bytes of one record; `head` of the frame belongs at `cut`, `tail` at the end. */
export interface PersonalBytes {
  bytes: Uint8Array;
  cut: number;
}

/** Checked and written once, for many records. @throws FormatError as `recordBytes` does */
export function frameOfRecords(record: FrameOfRecords): RecordFrame {
  const { format, kind, example, agency, campaign, bases, text } = record;
  const { text: read, ...before } = readFrame({ format, kind, example, agency, campaign, bases, text }, '');
  const head = utf8(`,${members(before)},"person":`);
  const tail = utf8(`,${members({ text: read })}}`);
  return { id: sha256(head, tail), head, tail };
}

/** @throws FormatError as `recordBytes` does */
export function personalBytes({ act, person, receipt }: PersonalPart): PersonalBytes {
  const read = readPersonal({ act, person, receipt }, '');
  const before = `{${members({ act: read.act })}`;
  const behind = `${canonicalText(read.person)},${members({ receipt: read.receipt })}`;
  const cut = Buffer.byteLength(before);
  return { bytes: utf8(before + behind), cut };
}

/** The very bytes of `recordBytes` for the same record. @throws FormatError `too-large` */
export function wholeRecord(frame: RecordFrame, personal: PersonalBytes): Uint8Array {
  return Buffer.concat(recordParts(frame, personal));
}

/** The same, in parts that need not be copied. @throws FormatError `too-large` */
export function recordParts({ head, tail }: RecordFrame, { bytes, cut }: PersonalBytes): Uint8Array[] {
  if (head.length + tail.length + bytes.length > maxRecordBytes) throw new FormatError('too-large');
  return [bytes.subarray(0, cut), head, bytes.subarray(cut), tail];
}

/** An object's members in canonical order, without its braces. */
function members(value: object): string {
  return canonicalText(value).slice(1, -1);
}
