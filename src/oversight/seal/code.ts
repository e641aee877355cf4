import { sha256 } from '@noble/hashes/sha2.js';
import { concat, randomBytes, utf8 } from './bytes.ts';
import { WORDS } from './words.ts';

/**
 * Secrets as words. Each word is 10 bits; the last one checks the others (the first 10 bits of SHA-256 over the kind and
 * the bits), so that a slip is told without asking anybody whether such a code exists.
 */
interface Kind {
  format: 'ikrar/return-code/v1' | 'ikrar/recovery-words/v1';
  words: number;
}

/** 80 random bits: the reporter's only way back to their report. */
export const RETURN_CODE: Kind = { format: 'ikrar/return-code/v1', words: 9 };
/** 110 random bits: a staff key's way back. */
export const RECOVERY: Kind = { format: 'ikrar/recovery-words/v1', words: 12 };

export type CodeRead =
  /** Whole bytes, the last filled with zero bits. */
  | { bits: Uint8Array }
  /** `at` from 0; the nearest words first, at most three. */
  | { wrongWord: string; at: number; suggestions: string[] }
  | { wrongCount: number; expected: number }
  /** Every word is of the list, yet they are not these or not in this order. */
  | { wrongOrder: true };

export function newCode(kind: Kind): string {
  const bytes = randomBytes(Math.ceil(((kind.words - 1) * 10) / 8));
  return codeOf(kind, bytes);
}

export function newReturnCode(): string {
  return newCode(RETURN_CODE);
}

/** In any case, with anything between the words that is no letter. */
export function readCode(text: string, kind: Kind = RETURN_CODE): CodeRead {
  const typed = wordsIn(text);
  const places: number[] = [];
  for (const [at, word] of typed.entries()) {
    const place = WORDS.indexOf(word);
    if (place === -1) return { wrongWord: word, at, suggestions: nearest(word) };
    places.push(place);
  }
  if (places.length !== kind.words) return { wrongCount: places.length, expected: kind.words };
  const bits = bytesOf(places.slice(0, -1));
  return places.at(-1) === checkOf(kind, bits) ? { bits } : { wrongOrder: true };
}

/** The words of these bits, which is what reads back as them. */
export function codeOf(kind: Kind, bytes: Uint8Array): string {
  const places = placesOf(bytes, kind.words - 1);
  return [...places, checkOf(kind, bytesOf(places))].map((place) => WORDS[place]).join(' ');
}

/** The first bits of a hash as words: for two people who compare aloud. */
export function aloud(hash: Uint8Array, words = 6): string {
  return placesOf(hash, words)
    .map((place) => WORDS[place])
    .join(' ');
}

function wordsIn(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

function checkOf({ format }: Kind, bits: Uint8Array): number {
  return placesOf(sha256(concat(utf8(`${format}\n`), bits)), 1)[0] as number;
}

function placesOf(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, n) => {
    const [byte, shift] = [(n * 10) >> 3, 14 - ((n * 10) & 7)];
    const three = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
    return (three >> shift) & 1023;
  });
}

function bytesOf(places: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((places.length * 10) / 8));
  for (const [n, place] of places.entries())
    for (let bit = 0; bit < 10; bit++)
      if ((place >> (9 - bit)) & 1) {
        const at = n * 10 + bit;
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (128 >> (at & 7));
      }
  return bytes;
}

/** The word that begins like this where four letters of it were typed; else those that fewest slips lead to. */
function nearest(typed: string): string[] {
  const begun = typed.length >= 4 ? WORDS.filter((one) => one.startsWith(typed.slice(0, 4))) : [];
  const alike = WORDS.filter(({ length }) => Math.abs(length - typed.length) <= 3);
  const far = alike.map((one) => ({ one, slips: slipsBetween(typed, one) }));
  const least = Math.min(3, ...far.map(({ slips }) => slips));
  const close = far.filter(({ slips }) => slips === least).map(({ one }) => one);
  return [...new Set(least === 1 ? [...close, ...begun] : [...begun, ...close])].slice(0, 3);
}

/** Room for the table below: words are short, and a server is asked too, so nothing is made anew for each. */
const WIDE = 16;
const table = new Uint8Array(WIDE * WIDE).map((_, at) => (at < WIDE ? at : at % WIDE === 0 ? at / WIDE : 0));

/** Letters changed, left out, put in, or two neighbours swapped (optimal string alignment); of the first 15 letters. */
export function slipsBetween(a: string, b: string): number {
  const [rows, columns] = [Math.min(a.length, WIDE - 1), Math.min(b.length, WIDE - 1)];
  const cell = (i: number, j: number) => table[i * WIDE + j] as number;
  for (let i = 1; i <= rows; i++)
    for (let j = 1; j <= columns; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(cell(i - 1, j), cell(i, j - 1), same ? 99 : cell(i - 1, j - 1)) + 1;
      if (same) least = Math.min(least, cell(i - 1, j - 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table[i * WIDE + j] = swapped ? Math.min(least, cell(i - 2, j - 2) + 1) : least;
    }
  return cell(rows, columns);
}
