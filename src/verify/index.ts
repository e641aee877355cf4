export { decodeBundle, encodeBundle } from './bundle.ts';
export { base64, fromBase64 } from './bytes.ts';
export { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.ts';
export { type CaseEventRecord, caseEventBytes } from './case-event.ts';
export { type Certificate, readCertificate, readPem } from './certificate.ts';
export { requireChain } from './chain.ts';
export { attachmentNames, checkPact, type PactCheckInput, type PactReport } from './check.ts';
export { checkQr, type LoggedRecord, type QrCheckInput, type QrReport } from './check-qr.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts';
export { type Claims, claimsMessage, claimsOf, decodeClaims, encodeClaims, sealKeyId } from './claims.ts';
export { type CheckCode, checkMeanings, type ReasonCode, reasonMeanings } from './codes.ts';
export {
  type Cosignature,
  cosign,
  formatWitnessVkey,
  parseWitnessVkey,
  verifyCosignatures,
  type WitnessKey,
  witnessKey,
} from './cosignature.ts';
export { commitment, decodeEntry, type EntryKind, encodeEntry, type LogEntry } from './entry.ts';
export { isPrintable } from './fields.ts';
export { FormatError } from './format-error.ts';
export { GrowingTree } from './growing-tree.ts';
export { decodeHeadEntry, encodeHeadEntry } from './head-entry.ts';
export {
  emptyRoot,
  leafHash,
  nodeHash,
  provenOldRoot,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export {
  type MinutesContent,
  type MinutesRecord,
  maxPhotoBytes,
  maxPhotos,
  minutesBytes,
  minutesContent,
  parseMinutes,
} from './minutes.ts';
export type { MinutesFigures } from './minutes-figures.ts';
export {
  formatNote,
  type Note,
  type NoteSignature,
  parseNote,
  type Sign,
  signatureLine,
  signNote,
  verifyNote,
} from './note.ts';
export {
  clockDoubt,
  type OfflineAct,
  type OfflineSubject,
  offlineStatement,
  requireOfflineAct,
} from './offline-act.ts';
export { p256Spki, readP256 } from './p256.ts';
export {
  type PasskeyEvidence,
  type PasskeySubject,
  type PasskeyUse,
  passkeyChallenge,
  requirePasskey,
} from './passkey.ts';
export { documentDigest, readPdf, type SealedPdf } from './pdf.ts';
export {
  leastWitnesses,
  meetsQuorum,
  type Policy,
  type PolicyWitness,
  parsePolicy,
  requireWitnessed,
} from './policy.ts';
export { isQrText, parseQrText, type QrContent, qrText } from './qr-text.ts';
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
export {
  type FrameOfRecords,
  frameOfRecords,
  type PersonalBytes,
  type PersonalPart,
  personalBytes,
  type RecordFrame,
  recordParts,
  wholeRecord,
} from './record-frame.ts';
export { parseSeal, type Seal, sealBytes } from './seal.ts';
export { kindOfRecord, minutesSubject, parseSealed, sealedAt } from './sealed.ts';
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
export {
  parseTimestamp,
  requireAuthority,
  requireTimestamp,
  type Timestamp,
  timestampToken,
} from './timestamp.ts';
export { formatTlogProof, parseTlogProof, type TlogProof, verifyTlogProof } from './tlog-proof.ts';
export { formatVkey, parseVkey, type VerifierKey, verifierKey } from './vkey.ts';
