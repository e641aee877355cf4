import { concat, sha256, utf8 } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** What a log entry commits to. The kinds not listed are reserved. */
export type EntryKind = 'pact' | 'minutes' | 'case-event';

export interface LogEntry {
  kind: EntryKind;
  /** 32 bytes. */
  commitment: Uint8Array;
}

const kindBytes: Record<EntryKind, number> = { pact: 0x01, minutes: 0x02, 'case-event': 0x04 };
const prefix = utf8('ikrar');
const version = 0x01;
const entryLength = 39;

/**
 * SHA-256(`ikrar/commitment/v1\n` ‖ salt ‖ record bytes). The salt is 32 random bytes, one for each record:
 * an 18-digit NIP can be guessed, so an unsalted digest in a public log would give the person away.
 * The record's bytes may come in several parts, one behind the other.
 * @throws FormatError `bad-digest` if the salt does not have 32 bytes
 */
export function commitment(salt: Uint8Array, ...record: Uint8Array[]): Uint8Array {
  if (salt.length !== 32) throw new FormatError('bad-digest');
  return sha256('ikrar/commitment/v1\n', salt, ...record);
}

/** 39 bytes: ASCII `ikrar` ‖ 0x01 ‖ kind ‖ commitment. `docs/formats/entry.md`. */
export function encodeEntry(entry: LogEntry): Uint8Array {
  if (entry.commitment.length !== 32) throw new FormatError('bad-digest');
  return concat(prefix, Uint8Array.of(version, kindBytes[entry.kind]), entry.commitment);
}

/** @throws FormatError `bad-entry` */
export function decodeEntry(bytes: Uint8Array): LogEntry {
  const known = bytes.length === entryLength && prefix.every((byte, i) => byte === bytes[i]);
  if (!known || bytes[5] !== version) throw new FormatError('bad-entry');
  return { kind: kindOf(bytes[6]), commitment: bytes.slice(7) };
}

function kindOf(byte: number | undefined): EntryKind {
  if (byte === kindBytes.pact) return 'pact';
  if (byte === kindBytes.minutes) return 'minutes';
  if (byte === kindBytes['case-event']) return 'case-event';
  throw new FormatError('bad-entry');
}
