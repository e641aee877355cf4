export { type PrintableChange, printedLine, toPrintable, unprintable } from './printable.ts';
export { REPERTOIRE } from './repertoire.ts';
