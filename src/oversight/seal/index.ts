export { type Bound, type KeyPair, keyPairFrom, newKeyPair, openSealed, sealTo } from './box.ts';
export {
  concat,
  fromText,
  fromUtf8,
  randomBytes,
  SealError,
  type SealFault,
  toText,
  uint32,
  utf8,
} from './bytes.ts';
export { type CaseKeys, newCaseKeys, openCaseKeys, type Receiver, sealCaseKeys } from './case-keys.ts';
export { aloud, type CodeRead, newCode, newReturnCode, RECOVERY, RETURN_CODE, readCode } from './code.ts';
export type { Contents, FileNote, IdentityText, MessageText, ReportText } from './contents.ts';
export { contentsIn } from './contents.ts';
export { FILE_PART, type FileKey, fileKey, MAX_FILE, openPart, sealPart } from './file.ts';
export { pad, unpad } from './pad.ts';
export { newRandomId, RANDOM_ID } from './random-id.ts';
export {
  chainWords,
  nextStatement,
  type Recipient,
  type RecipientRole,
  recipientsOf,
  type SignedStatement,
  type Statement,
  signStatement,
  statementOf,
} from './recipients.ts';
export { lookupHash, type ReporterKeys, reporterKeys } from './reporter-keys.ts';
export { type Cost, type Slow, slowHash } from './slow.ts';
export { isSigned, keyWords, newSeed, type StaffKey, signBytes, staffKey } from './staff-key.ts';
export {
  isLongEnough,
  type Owner,
  openEscrow,
  openWrap,
  type Way,
  type Wrap,
  type WrapParams,
  wrapByEscrow,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByWords,
} from './wrap.ts';
