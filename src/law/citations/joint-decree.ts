import type { Register } from '../make-register.ts';
import type { Instrument, InstrumentNumber } from '../types.ts';
import type { Head } from './heads.ts';
import { issuersIn } from './issuers.ts';

/** What is wrong with one of a decree's numbers, and where. */
export interface Garble {
  readonly kind: 'word-missing' | 'altered' | 'foreign' | 'absent' | 'wrong-issuer';
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  /** The pair that the register holds. */
  readonly expected?: InstrumentNumber;
}

export interface FoundDecree {
  readonly end: number;
  readonly instrument?: Instrument;
  readonly how: 'number' | 'title' | 'none';
  readonly printed: string;
  readonly garbles: readonly Garble[];
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  readonly number: string;
  readonly year: number | null;
  readonly gap: string;
}

const TOKEN =
  /(?:\b(?:Nomor|Nomer|No\.?)\s{0,2})?[:.]?\s{0,2}(?<![\w./-])(\d[\w.-]{0,24}(?:\/[\w.-]{1,12}){0,5})(?:\s{1,3}(?:Tahun|Thn\.?|Th\.?)\s{1,3}(\d{4}))?/gi;
const WINDOW = 1100;
const FIRST_GAP = 280;
const NEXT_GAP = 110;

/**
 * Reads a joint decree from its head: the run of numbers as pairs, or its title. `limit` is where the next citation
 * begins. Numbers are compared one by one with the register, because agencies copy the string with parts lost.
 */
export function readDecree(text: string, head: Head, limit: number, register: Register): FoundDecree {
  const decrees = register.instruments.filter(({ type }) => type === 'skb');
  const window = text.slice(head.end, Math.min(limit, head.end + WINDOW));
  const tokens = readTokens(window, head.end);
  const last = tokens.at(-1);
  if (!last) return readTitle(window, head, decrees);
  const numbered = tokens.filter((token) => token.year !== null || token.number.includes('/'));
  const instrument = closest(numbered.length > 0 ? numbered : tokens, decrees);
  const printed = text.slice(head.start, last.end);
  if (!instrument) return { end: last.end, how: 'none', printed, garbles: [] };
  return { end: last.end, instrument, how: 'number', printed, garbles: garblesOf(tokens, instrument, head) };
}

function readTokens(window: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of window.matchAll(TOKEN)) {
    const gap = window.slice(from, match.index);
    if (gap.length > (tokens.length === 0 ? FIRST_GAP : NEXT_GAP) || /[.;]\s+[A-Z]|Pasal/.test(gap)) break;
    if (tokens.length > 0 && gap.length > 14 && issuersIn(gap).length === 0) break;
    const word = /^\s{0,2}no/i.test(match[0]);
    const own = (match[1] as string).replace(/[.-]+$/, '');
    if (!word && !match[2] && !own.includes('/')) {
      if (
        /^\s*(?:Januari|Februari|Maret|April|Mei|Ju[nl]i|Agustus|September|Oktober|November|Desember)/i.test(
          window.slice(match.index + match[0].length),
        )
      )
        break;
      continue;
    }
    const end = match.index + match[0].length - (match[2] ? 0 : (match[1] as string).length - own.length);
    tokens.push({
      start: offset + match.index + leading(match[0]),
      end: offset + end,
      word,
      gap,
      ...split(own, match[2]),
    });
    from = match.index + match[0].length;
  }
  return tokens;
}

function split(own: string, year: string | undefined): { number: string; year: number | null } {
  const slashed = /^([\d-]+)\/((?:19|20)\d{2})$/.exec(own);
  if (!year && slashed) return { number: bare(slashed[1] as string), year: Number(slashed[2]) };
  return { number: bare(own), year: year ? Number(year) : null };
}

function readTitle(window: string, head: Head, decrees: readonly Instrument[]): FoundDecree {
  const title =
    /^(?:[^.;\n]{0,240}?)\bNetralitas\b(?:\s{1,2}(?:Pegawai|ASN|Aparatur|Sipil|Negara|dalam|Penyelenggaraan|Pemilihan|Umum|dan|Pemilu)\b){0,14}/i.exec(
      window,
    );
  const both = title && /Pemilihan Umum dan Pemilihan|Pembinaan/i.test(title[0]);
  const instrument = both ? decrees.find((decree) => decree.id === 'skb-netralitas-2022') : undefined;
  if (!title || !instrument) return { end: head.end, how: 'none', printed: head.text, garbles: [] };
  return {
    end: head.end + title[0].length,
    instrument,
    how: 'title',
    printed: head.text + title[0],
    garbles: [],
  };
}

function closest(tokens: readonly Token[], decrees: readonly Instrument[]): Instrument | undefined {
  const scored = decrees.map((decree) => ({
    decree,
    score: sum(tokens.map((token) => scoreOf(token, decree))),
  }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 2 ? best.decree : undefined;
}

function scoreOf(token: Token, decree: Instrument): number {
  const pair = decree.numbers.find((n) => bare(n.number) === token.number);
  if (pair) return pair.year === token.year ? 2 : 1;
  return token.number.length >= 4 && nearPair(token, decree) ? 2 : 0;
}

function garblesOf(tokens: readonly Token[], decree: Instrument, head: Head): Garble[] {
  // "Nomor" once for all the numbers is a style; missing before one of several is a loss.
  const someWord = tokens.filter((token) => token.word).length > tokens.length / 2;
  const garbles = tokens.flatMap((token) => garbleOf(token, decree, someWord));
  const held = new Set(tokens.map((token) => token.number));
  const near = new Set(garbles.map((garble) => garble.expected?.number));
  const absent = decree.numbers.filter((n) => !held.has(bare(n.number)) && !near.has(n.number));
  const last = tokens.at(-1) as Token;
  if (tokens.length > 1) {
    garbles.push(
      ...absent.map(
        (expected): Garble => ({ kind: 'absent', start: head.start, end: last.end, printed: '', expected }),
      ),
    );
  }
  return garbles;
}

function garbleOf(token: Token, decree: Instrument, someWord: boolean): Garble[] {
  const at = { start: token.start, end: token.end, printed: token.number };
  const exact = decree.numbers.find((n) => bare(n.number) === token.number);
  if (!exact) {
    const expected = nearPair(token, decree);
    return [expected ? { kind: 'altered', ...at, expected } : { kind: 'foreign', ...at }];
  }
  if (exact.year !== null && token.year !== null && exact.year !== token.year)
    return [{ kind: 'altered', ...at, expected: exact }];
  if (someWord && !token.word) return [{ kind: 'word-missing', ...at, expected: exact }];
  const named = issuersIn(token.gap);
  if (named.length === 1 && named[0] !== exact.issuer)
    return [{ kind: 'wrong-issuer', ...at, expected: exact }];
  return [];
}

function nearPair(token: Token, decree: Instrument): InstrumentNumber | undefined {
  return decree.numbers.find((n) => n.number.length >= 4 && within(bare(n.number), token.number, 2));
}

/** Levenshtein distance of at most `limit`, for short strings. */
function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return (row[b.length] as number) <= limit;
}

function bare(number: string): string {
  return number.replace(/^0+(?=[1-9]\d*$)/, '').toUpperCase();
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
