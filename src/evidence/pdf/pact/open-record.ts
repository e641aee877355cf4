import {
  type FrameOfRecords,
  type PersonalPart,
  parseRecord,
  type RecordFrame,
  type SealedRecord,
} from '../../../verify/index.ts';

/** A record and the canonical bytes it was read from. */
export interface OpenRecord {
  readonly record: SealedRecord;
  readonly bytes: Uint8Array;
}

/**
 * The record in these bytes, with the frame's own objects where the bytes begin and end as the frame says: only what
 * is personal is read then. It was checked when it was sealed, and its bytes are in the log; here it is not again.
 * @returns null where the frame is another's
 */
export function openInFrame(bytes: Buffer, frame: RecordFrame, shared: FrameOfRecords): OpenRecord | null {
  const { head, tail } = frame;
  const end = bytes.length - tail.length;
  const cut = bytes.indexOf(HEAD_BEGINS);
  if (cut < 0 || end < cut + head.length) return null;
  if (bytes.compare(tail, 0, tail.length, end) !== 0) return null;
  if (bytes.compare(head, 0, head.length, cut, cut + head.length) !== 0) return null;
  const person = bytes.toString('utf8', cut + head.length, end);
  const part = partIn(`${bytes.toString('utf8', 0, cut)},"person":${person}}`);
  return part && { record: { ...shared, ...part }, bytes };
}

/** Null where it is no JSON: the strict reader says so then, without the words that an error of the parser quotes. */
function partIn(text: string): PersonalPart | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What follows the act. Inside a string its quotation marks would stand behind backslashes. */
const HEAD_BEGINS = Buffer.from(',"agency":{');

/** @throws FormatError */
export function openRecord(bytes: Uint8Array): OpenRecord {
  return { record: parseRecord(bytes), bytes };
}
