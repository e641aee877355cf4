import { fromUtf8, sameBytes, utf8 } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** What canonical JSON may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const deepest = 16;

/**
 * RFC 8785, narrowed so that nothing is left to a library: well-formed strings in Unicode NFC, safe integers
 * (never -0), booleans, null, arrays and plain objects. Keys stand in order of their UTF-16 code units.
 * @throws FormatError `not-encodable` | `not-nfc` | `too-deep`
 */
export function canonicalJson(value: unknown): Uint8Array {
  return utf8(canonicalText(value));
}

/** The same before it is written as UTF-8. @throws FormatError as {@link canonicalJson} */
export function canonicalText(value: unknown): string {
  return write(value, 0);
}

/**
 * The value of bytes that are canonical already; any other spelling of the same value is refused, so a record
 * has one digest.
 * @throws FormatError `too-large` | `not-utf8` | `not-json` | `not-canonical` and those of {@link canonicalJson}
 */
export function parseCanonicalJson(bytes: Uint8Array, maxBytes = 1_048_576): Json {
  if (bytes.length > maxBytes) throw new FormatError('too-large');
  const value = parse(fromUtf8(bytes));
  if (!sameBytes(canonicalJson(value), bytes)) throw new FormatError('not-canonical');
  return value;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new FormatError('not-json');
  }
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new FormatError('too-deep');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeInteger(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth);
  throw new FormatError('not-encodable');
}

function writeObject(object: object, depth: number): string {
  // `<` on strings compares UTF-16 code units, which is the order of RFC 8785 §3.2.3.
  const members = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, value]) => `${writeString(key)}:${write(value, depth + 1)}`).join(',')}}`;
}

/** Printable ASCII but quotation mark and backslash: is in NFC, and stands for itself. */
const PLAIN = /^[ !#-[\]-~]*$/;

function writeString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed() || text.normalize('NFC') !== text) throw new FormatError('not-nfc');
  return JSON.stringify(text);
}

function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new FormatError('not-encodable');
  return String(value);
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  const plain = prototype === Object.prototype || prototype === null;
  return plain && Object.getOwnPropertySymbols(object).length === 0;
}
