export { type PrintableChange, toPrintable, unprintable } from './printable.ts';
export { REPERTOIRE } from './repertoire.ts';
