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
export type { Contents, FileNote, IdentityText, MessageText, ReportText } from './contents.ts';
export { FILE_PART, type FileKey, fileKey, MAX_FILE, openPart, sealPart } from './file.ts';
export { pad, unpad } from './pad.ts';
