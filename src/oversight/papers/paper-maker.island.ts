export { toPrintable, unprintable } from '../../platform/print/index.ts';
export { docxOf, DOCX_TYPE } from './docx/docx.ts';
export { sealedPdf } from './pdf/sealed.ts';
