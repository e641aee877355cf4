export { fileSigner, type SealCertificate, type SealSigner, signAll, type ToSign } from './cms/signer.ts';
export { type Block, fields, hanging, type ParagraphStyle, paragraph, together } from './kit/block.ts';
export { type DocumentBody, type Page, type Prepared, prepareDocument } from './kit/document.ts';
export { type Face, measure } from './kit/face.ts';
export { flow, heightOf, type Placed } from './kit/flow.ts';
export { footedPages, gapped, PLAIN_PAPER, plainFoot } from './kit/footed.ts';
export { closeDocument } from './kit/frame.ts';
export {
  filledBox,
  rule,
  strokedBox,
  type TextStyle,
  textAt,
  textCentred,
  textRight,
  textWidth,
} from './kit/ink.ts';
export { type JpegHeader, jpegHeader, type Photo, photoOf } from './kit/jpeg.ts';
export { A4, type Paper, setPage, textHeightOf, textWidthOf, WRITER_VERSION } from './kit/paper.ts';
export { qrMark } from './kit/qr.ts';
export { compileSeries, photoName, type Series, type SeriesPlan } from './kit/series.ts';
export { drawing } from './kit/strokes.ts';
export { type Column, type TableStyle, table } from './kit/table.ts';
export { fitSize, wrap } from './kit/wrap.ts';
export { type OpenRecord, openInFrame, openRecord } from './pact/open-record.ts';
export { type PactParts, preparePact } from './pact/pact.ts';
export { compilePact, type PactTemplate } from './pact/template.ts';
export { type UnprintableField, unprintableIn } from './pact/unprintable-record.ts';
export { isDark, type QrCode, qrCode } from './qr/encode.ts';
export { sealDigest, sealReserve } from './seal-digest.ts';
export { rebuildPdf, type SealedPdf, sealDocument, sealDocuments } from './seal-document.ts';
export { rebuildStamped, type StampedPdf, sealStamped } from './seal-stamped.ts';
