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

/** In any case, with spaces, hyphens, commas or dots between; of a word its first four letters do. */
export function readCode(text: string, kind: Kind = RETURN_CODE): CodeRead {
  const typed = wordsIn(text);
  const places: number[] = [];
  for (const [at, word] of typed.entries()) {
    const place = placeOf(word);
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

function placeOf(word: string): number {
  return WORDS.findIndex((one) => one === word || (word.length === 4 && one.startsWith(word)));
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

function nearest(word: string): string[] {
  const far = WORDS.map((one) => ({ one, slips: slipsBetween(word.slice(0, 12), one) }));
  const close = far.filter(({ slips }) => slips <= 3).sort((a, b) => a.slips - b.slips);
  return close
    .filter(({ slips }) => slips === close[0]?.slips)
    .slice(0, 3)
    .map(({ one }) => one);
}

/** Letters changed, left out, put in, or two neighbours swapped (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = least;
    }
  }
  return at(a.length, b.length);
}
