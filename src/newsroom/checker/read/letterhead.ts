import { linesOf } from '../text/lines.ts';
import type { Prepared } from '../text/prepare.ts';
import type { RecordField } from '../types.ts';

const HEAD =
  /^(?:PEMERINTAH|DINAS|BADAN|SEKRETARIAT|INSPEKTORAT|KECAMATAN|KELURAHAN|KEMENTERIAN|SATUAN|RUMAH SAKIT|BUPATI|GUBERNUR|WALI ?KOTA)\b[A-Z ,.&-]*$/;
const SMALL = new Set(['DAN', 'DI', 'PADA']);

/** The office named in the capitals at the top of a letter: the narrower line first, then the wider one. */
export function readLetterhead(doc: Prepared): RecordField<string> | undefined {
  const lines = linesOf(doc.clean.slice(0, 600))
    .map(({ start, end }) => ({ start, end, text: doc.clean.slice(start, end).trim() }))
    .filter(({ text }) => text !== '')
    .slice(0, 4)
    .filter(({ text }) => HEAD.test(text));
  const [wide, narrow] = lines;
  if (!wide) return undefined;
  const last = narrow ?? wide;
  const value = [narrow, wide].flatMap((line) => (line ? [titleCase(line.text)] : [])).join(', ');
  return { value, start: wide.start, end: last.end, derived: false };
}

function titleCase(capitals: string): string {
  return capitals
    .split(/\s+/)
    .map((word) => (SMALL.has(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}
