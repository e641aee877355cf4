import type { Span } from '../types.ts';

export interface Word extends Span {
  readonly text: string;
}

const TOKEN = /[\p{L}\d]+(?:['&/-][\p{L}\d]+|\.[\p{L}\d]+)*\.?|[(),:;"]/gu;
const DOTTED = /^(?:Prov|Kab|Kec|Kel|Drs?|Dra|Ir|H|Hj|Prof|dr|[A-Z]|[A-Z][a-z]{0,3}\.[A-Z][A-Za-z.]{0,6})\.$/;

/** Words and marks from `at` on, at most `units` far and never over a line break. A closing full stop is no part of a word. */
export function wordsFrom(text: string, at: number, units = 360): Word[] {
  const window = text.slice(at, at + units).split('\n', 1)[0] as string;
  const words: Word[] = [];
  for (const match of window.matchAll(TOKEN)) {
    const gap = window.slice(words.length === 0 ? 0 : (words.at(-1) as Word).end - at, match.index);
    if (/[^\s]/.test(gap)) break;
    const full = match[0];
    const ends = full.endsWith('.') && !DOTTED.test(full);
    const word = ends ? full.slice(0, -1) : full;
    words.push({ text: word, start: at + match.index, end: at + match.index + word.length });
    if (ends) break;
  }
  return words;
}

export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{Lu}\d]/u.test(word.text);
}

/** What lies between the words without brackets, with single spaces: `Dinas Perhubungan (Dishub) Kota` loses `(Dishub)`. */
export function joinWords(words: readonly Word[]): string {
  return words
    .map((word) => word.text)
    .join(' ')
    .replace(/\s+([,.;])/g, '$1');
}

/** Where a bracket with at most four words ends, as `(BKPSDM)`; undefined where it is no such bracket. */
export function skipBracket(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.text !== '(') return undefined;
  const close = words.findIndex((word, i) => i > at && word.text === ')');
  return close > at && close - at <= 5 ? close + 1 : undefined;
}
