import { view } from './bytes.ts';
import type { EntryKind } from './entry.ts';
import { type MinutesRecord, parseMinutes } from './minutes.ts';
import { parseRecord, type SealedRecord } from './record.ts';

/** A record of whichever kind these bytes are. @throws FormatError as either parser */
export function parseSealed(bytes: Uint8Array): SealedRecord | MinutesRecord {
  return kindOfRecord(bytes) === 'minutes' ? parseMinutes(bytes) : parseRecord(bytes);
}

/** When it was signed, and of minutes when they were sealed. */
export function sealedAt(record: SealedRecord | MinutesRecord): string {
  return record.kind === 'minutes' ? record.at : record.act.at;
}

/** How the log names the minutes of a ceremony, where a pact has its person. */
export function minutesSubject({ ceremony }: { ceremony: { id: string; version: number } }): string {
  return `minutes:${ceremony.id}:${ceremony.version}`;
}

/** The kind that a record says it is. Inside a string of it the quotation marks would stand behind backslashes. */
export function kindOfRecord(bytes: Uint8Array): EntryKind {
  return view(bytes).includes('"format":"ikrar/minutes/v1"') ? 'minutes' : 'pact';
}
