/** Fetched when a DOCX is made. */
export { DOCX_TYPE, docxOf } from '../docx/docx.ts';
