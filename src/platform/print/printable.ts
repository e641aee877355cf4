import { REPERTOIRE } from './repertoire.ts';

/** One replacement made by `toPrintable`: UTF-16 offset in the composed input, what was there, what is there now. */
export interface PrintableChange {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/, ''],
  [/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/, ' '],
  [/\r\n|[\r\u0085\u2028\u2029]/, '\n'],
  [/[\u02BC\u02B9\u02C8\u2032\u201B\uFF07]/, '’'],
  [/[\u02BB\u02BD]/, '‘'],
  [/[\u2033\u201F\uFF02]/, '”'],
  [/[\u2010\u2011\u2043\uFE63\uFF0D]/, '-'],
  [/\u2012/, '–'],
  [/\u2015/, '—'],
  [/[\u2023\u25AA\u25CF\u25E6\uF0A7\uF0B7]/, '•'],
  [/\u2024/, '.'],
  [/\uFB01/, 'fi'],
  [/\uFB02/, 'fl'],
];
const ANY = new RegExp(REPLACEMENTS.map(([pattern]) => pattern.source).join('|'), 'gu');

/**
 * `text` in composed form (NFC) with look-alikes replaced by characters that documents can print: typographic
 * primes and modifier apostrophes, exotic spaces and hyphens, Word's private bullets; invisible marks go.
 * The changes are listed for the person to see. What is still in `unprintable(result)` must be refused.
 */
export function toPrintable(text: string): { text: string; changes: PrintableChange[] } {
  const changes: PrintableChange[] = [];
  const replaced = text.normalize('NFC').replace(ANY, (from, at: number) => {
    const to = REPLACEMENTS.find(([pattern]) => pattern.test(from))![1];
    changes.push({ at, from, to });
    return to;
  });
  return { text: replaced, changes };
}

/** Most texts hold nothing else, and are then not looked at letter by letter. */
const BASIC = /^[\n\x20-\x7e]*$/;
const CAN_PRINT = new Set(REPERTOIRE);

/** The characters of `text` that no document can print, each once, in order. Line breaks are printable. */
export function unprintable(text: string): string[] {
  if (BASIC.test(text)) return [];
  return [...new Set([...text].filter((character) => character !== '\n' && !CAN_PRINT.has(character)))];
}

/** One line as our fonts can set it: what no document can print stands as a question mark. For words typed elsewhere. */
export function printedLine(text: string): string {
  const { text: composed } = toPrintable(text.replace(/\s+/g, ' '));
  const missing = new Set(unprintable(composed));
  return [...composed].map((character) => (missing.has(character) ? '?' : character)).join('');
}
