export { checkDocument } from './check-document.ts';
export { DOCUMENT_LIMIT, readDocument } from './files/read-document.ts';
export { lineFinder } from './text/lines.ts';
export {
  type CheckOptions,
  type CheckResult,
  type CitationOut,
  type DraftRecord,
  type Finding,
  type FindingCode,
  type PinnedText,
  RECORD_FIELDS,
  type RecordField,
  type RecordFieldName,
  type Span,
} from './types.ts';
