import { view } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** PDF objects (ISO 32000 §7.3) as far as a document of this format uses them. */
export type PdfValue =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'word'; word: string }
  | { kind: 'ref'; number: number }
  | { kind: 'string'; bytes: Uint8Array; start: number; end: number }
  | { kind: 'array'; items: PdfValue[] }
  | PdfDict;

export interface PdfDict {
  kind: 'dict';
  entries: Map<string, PdfValue>;
}

/** Attackers may nest or overlap objects: one budget of bytes pays for all reading of a file. */
export interface Budget {
  left: number;
}

const deepest = 24;
/** What one value costs beyond its bytes: a hostile array of millions is refused long before it is read. */
const valueCost = 100;
const space = classOf('\0\t\n\f\r ');
/** White space and delimiters: what ends a word. */
const ending = classOf('\0\t\n\f\r ()<>[]{}/%');

/** Reads objects forward from `at`. Every read is paid from the budget. @throws FormatError */
export class PdfReader {
  readonly #text: Buffer;
  readonly #budget: Budget;
  at: number;

  constructor(bytes: Uint8Array, at: number, budget: Budget) {
    this.#text = view(bytes);
    this.#budget = budget;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw new FormatError('too-deep');
    this.#pay(valueCost);
    this.skipSpace();
    const start = this.at;
    const first = this.#char(0);
    if (first === '/') return { kind: 'name', name: this.#name() };
    if (first === '(') return { kind: 'string', bytes: this.#literal(), start, end: this.at };
    if (first === '[') return { kind: 'array', items: this.#items(depth) };
    if (first === '<' && this.#char(1) === '<') return this.#dict(depth);
    if (first === '<') return { kind: 'string', bytes: this.#hexadecimal(), start, end: this.at };
    return this.#numberRefOrWord();
  }

  /** Consumes exactly this text. */
  expect(text: string): void {
    const found = this.#text.toString('latin1', this.at, this.at + text.length);
    if (found !== text) throw this.broken();
    this.#advance(text.length);
  }

  /** Whether this text comes next; it is consumed if so. */
  accept(text: string): boolean {
    const found = this.#text.toString('latin1', this.at, this.at + text.length) === text;
    if (found) this.#advance(text.length);
    return found;
  }

  skipSpace(): void {
    const start = this.at;
    let end = start;
    while (space[this.#text[end] ?? 255] === 1) end += 1;
    this.#advance(end - start);
  }

  /** A run of regular characters; possibly empty. */
  word(): string {
    const start = this.at;
    let end = start;
    while (end < this.#text.length && ending[this.#text[end] ?? 0] === 0) end += 1;
    if (end - start > 128) throw this.broken();
    this.#advance(end - start);
    return this.#text.toString('latin1', start, end);
  }

  broken(): FormatError {
    return new FormatError('pdf-structure', { at: String(this.at) });
  }

  /** Escapes (`#2F`) are kept as they stand. */
  #name(): string {
    this.#advance(1);
    const name = this.word();
    if (name === '') throw this.broken();
    return name;
  }

  #dict(depth: number): PdfDict {
    this.expect('<<');
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); !this.accept('>>'); this.skipSpace()) {
      if (this.#char(0) !== '/') throw this.broken();
      const key = this.#name();
      // A key has one spelling and stands once, so that no other reader sees another dictionary.
      if (entries.has(key) || key.includes('#')) throw this.broken();
      entries.set(key, this.value(depth + 1));
    }
    return { kind: 'dict', entries };
  }

  #items(depth: number): PdfValue[] {
    this.expect('[');
    const items: PdfValue[] = [];
    for (this.skipSpace(); !this.accept(']'); this.skipSpace()) items.push(this.value(depth + 1));
    return items;
  }

  #numberRefOrWord(): PdfValue {
    const word = this.word();
    if (word === '') throw this.broken();
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'word', word };
    const after = this.at;
    const ref = /^\d{1,7} 0 R$/.exec(`${word}${this.#text.toString('latin1', after, after + 4)}`);
    if (ref === null) return { kind: 'number', value: Number(word) };
    this.#advance(4);
    return { kind: 'ref', number: Number(word) };
  }

  /** `<…>`: only pairs of lower-case digits are decoded; any other content gives no bytes. */
  #hexadecimal(): Uint8Array {
    const end = this.#text.indexOf('>', this.at);
    if (end < 0) throw this.broken();
    const digits = this.#text.toString('latin1', this.at + 1, end);
    this.#advance(end + 1 - this.at);
    return /^(?:[0-9a-f]{2})*$/.test(digits) ? Buffer.from(digits, 'hex') : new Uint8Array();
  }

  /** `(…)` with balanced brackets. Escapes are passed over but kept: no string that is compared here has one. */
  #literal(): Uint8Array {
    const start = this.at + 1;
    let end = this.at;
    let open = 0;
    do {
      const byte = this.#text[end];
      if (byte === undefined) throw this.broken();
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      end += byte === 0x5c ? 2 : 1;
    } while (open > 0);
    this.#advance(end - this.at);
    return this.#text.subarray(start, end - 1);
  }

  #char(ahead: number): string {
    const byte = this.#text[this.at + ahead];
    return byte === undefined ? '' : String.fromCharCode(byte);
  }

  #advance(bytes: number): void {
    this.#pay(bytes);
    this.at += bytes;
  }

  #pay(cost: number): void {
    this.#budget.left -= cost;
    if (this.#budget.left < 0) throw new FormatError('pdf-too-complex');
  }
}

function classOf(members: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const member of members) table[member.charCodeAt(0)] = 1;
  return table;
}
