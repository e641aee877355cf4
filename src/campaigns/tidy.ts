import { unprintable as cannotPrint, toPrintable } from '../platform/print/index.ts';
import { isPrintable } from '../verify/index.ts';

/**
 * One line as a form or a word processor gives it, made sealable where that changes no word: NFC, any white space as
 * one blank, soft hyphens, zero-width blanks and byte order marks gone. What could make a page read differently from
 * its record (bidirectional marks, controls) stays, so that the check refuses it.
 */
export function tidyLine(text: string): string {
  return unseen(text).replace(/\s+/g, ' ').trim();
}

/** The same for a passage; its line breaks stay, two at most in a row. */
export function tidyLines(text: string): string {
  const lines = unseen(text)
    .replace(/\r\n?|\f/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The code point (`U+202E`) that makes a tidied text unsealable, or that no document of ours can print; or null. */
export function unprintable(text: string): string | null {
  const hidden = [...text].find((char) => char !== '\n' && char !== ' ' && !isPrintable(char));
  const found = hidden ?? cannotPrint(text)[0];
  return found ? `U+${(found.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` : null;
}

/** Look-alikes become what documents can print; a text that hides its direction is left as it is, to be refused. */
function unseen(text: string): string {
  const seen = text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').normalize('NFC');
  return /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(seen) ? seen : toPrintable(seen).text;
}
