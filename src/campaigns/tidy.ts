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

/** The code point (`U+202E`) that makes a tidied text unsealable, or null. */
export function unprintable(text: string): string | null {
  const found = [...text].find((char) => char !== '\n' && char !== ' ' && !isPrintable(char));
  return found ? `U+${(found.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` : null;
}

function unseen(text: string): string {
  return text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').normalize('NFC');
}
