import { Refusal } from '../../platform/refusal.ts';
import { readDocument } from '../checker/files/read-document.ts';
import { type CheckOptions, type CheckResult, checkDocument } from '../checker/index.ts';

/** A pasted text, or a file as bytes. */
export type Given = string | { readonly bytes: Uint8Array; readonly name: string };

/** `text` is what the offsets of `result` count in. */
export interface Checked {
  readonly text: string;
  readonly result: CheckResult;
}

/** Of a file in bytes, and of a text in UTF-16 units. */
export const GIVEN_LIMIT = 5 * 1024 * 1024;

/** @throws Refusal newsroom.check.file.* for a file that cannot be read or a text that is too long */
export function checkGiven(given: Given, options: CheckOptions): Checked {
  const text = readable(textOf(given));
  return { text, result: checkDocument(text, options) };
}

function textOf(given: Given): string {
  if (typeof given !== 'string') refuseTooLarge(given.bytes.length);
  const text = typeof given === 'string' ? given : readDocument(given.bytes, given.name);
  refuseTooLarge(text.length);
  return text;
}

function refuseTooLarge(size: number): void {
  if (size > GIVEN_LIMIT) throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: '5 MB' });
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
