export { decodeBundle, encodeBundle } from './bundle.ts';
export { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.ts';
export { type Certificate, readCertificate, readPem } from './certificate.ts';
export { attachmentNames, checkPact, type PactCheckInput, type PactReport } from './check.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts';
export { type CheckCode, checkMeanings, type ReasonCode, reasonMeanings } from './codes.ts';
export { commitment, decodeEntry, type EntryKind, encodeEntry, type LogEntry } from './entry.ts';
export { isPrintable } from './fields.ts';
export { FormatError } from './format-error.ts';
export {
  emptyRoot,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export { formatNote, type Note, parseNote, type Sign, signNote, verifyNote } from './note.ts';
export { documentDigest, readPdf, type SealedPdf } from './pdf.ts';
export { formatReceipt, isReceipt, parseReceipt, receiptBytes } from './receipt.ts';
export {
  type ActEvidence,
  type ActMethod,
  maxRecordBytes,
  parseRecord,
  recordBytes,
  type SealedRecord,
  strengthOf,
} from './record.ts';
export { parseSeal, type Seal, sealBytes } from './seal.ts';
export type { Check } from './steps.ts';
export { type PledgeText, textDigest } from './text.ts';
export {
  entriesPath,
  parseTilePath,
  type TilePlace,
  tilePath,
  tilesOf,
  tileWidth,
  widthAt,
} from './tile-path.ts';
export {
  consistencyProof,
  type Growth,
  growTiles,
  inclusionProof,
  type ReadTile,
  rootFromTiles,
  type Tile,
} from './tiles.ts';
export { formatTlogProof, parseTlogProof, type TlogProof, verifyTlogProof } from './tlog-proof.ts';
export { formatVkey, parseVkey, type VerifierKey, verifierKey } from './vkey.ts';
