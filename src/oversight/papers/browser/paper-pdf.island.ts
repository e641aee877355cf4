/** Fetched when a PDF is made: the fonts alone are more than all the rest. */
export { digestOf } from '../digest.ts';
export { sealedPdf } from '../pdf/sealed.ts';
