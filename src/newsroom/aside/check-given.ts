import { Refusal } from '../../platform/refusal.ts';
import { readDocument } from '../checker/files/read-document.ts';
import { type CheckOptions, type CheckResult, checkDocument } from '../checker/index.ts';

/** A pasted text, or a file as bytes; `limit` in bytes, {@link GIVEN_LIMIT} where absent. */
export type Given = string | { readonly bytes: Uint8Array; readonly name: string; readonly limit?: number };

/** `text` is what the offsets of `result` count in. */
export interface Checked {
  readonly text: string;
  readonly result: CheckResult;
}

/** Of a file in bytes, and of a text in UTF-16 units. */
export const GIVEN_LIMIT = 5 * 1024 * 1024;

/** @throws Refusal newsroom.check.file.* for a file that cannot be read or a text that is too long */
export async function checkGiven(given: Given, options: CheckOptions): Promise<Checked> {
  const text = readable(await textOf(given));
  return { text, result: checkDocument(text, options) };
}

async function textOf(given: Given): Promise<string> {
  if (typeof given !== 'string') refuseTooLarge(given.bytes.length, given.limit);
  const text = typeof given === 'string' ? given : await readDocument(given.bytes, given.name);
  refuseTooLarge(text.length);
  return text;
}

function refuseTooLarge(size: number, limit = GIVEN_LIMIT): void {
  if (size <= limit) return;
  throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: `${limit / 1024 / 1024} MB` });
}

/**
 * Without what could make a page or a record read otherwise than the text: controls, halves of characters, characters
 * that Unicode has not given out, and marks that turn the direction of writing.
 */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Co}\p{Cn}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
