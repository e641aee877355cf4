export { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.ts';
export { type CheckCode, checkMeanings, type ReasonCode, reasonMeanings } from './codes.ts';
export { commitment, decodeEntry, type EntryKind, encodeEntry, type LogEntry } from './entry.ts';
export { isPrintable } from './fields.ts';
export { FormatError } from './format-error.ts';
export { formatReceipt, isReceipt, parseReceipt, receiptBytes } from './receipt.ts';
export { maxRecordBytes, parseRecord, recordBytes, type SealedRecord } from './record.ts';
export { parseSeal, type Seal, sealBytes } from './seal.ts';
export { type PledgeText, textDigest } from './text.ts';
