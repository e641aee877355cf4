/** Fetched when a PDF is made: the fonts alone are more than all the rest. */
export { digestOf } from '../../hand-off/zip.ts';
export { sealedPdf } from '../pdf/sealed.ts';
