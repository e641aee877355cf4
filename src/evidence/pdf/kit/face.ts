import { REPERTOIRE, unprintable } from '../../../platform/print/index.ts';
import { bold } from '../fonts/bold.ts';
import type { FrozenFont } from '../fonts/frozen-font.ts';
import { regular } from '../fonts/regular.ts';

export type Face = 'regular' | 'bold';

export const FONTS: Readonly<Record<Face, FrozenFont>> = { regular, bold };

/** The resource name of a face in every page and form. */
export const RESOURCE: Readonly<Record<Face, string>> = { regular: 'F1', bold: 'F2' };

const HIGHEST = Math.max(...[...REPERTOIRE].map((character) => character.codePointAt(0)!));
/** By character code: advance width in thousandths, and four hexadecimal digits of the glyph, zeros where there is none. */
interface Index {
  readonly widths: Uint16Array;
  readonly codes: Uint8Array;
}

const INDEX: Readonly<Record<Face, Index>> = { regular: indexOf(regular), bold: indexOf(bold) };

function indexOf(font: FrozenFont): Index {
  const widths = new Uint16Array(HIGHEST + 1).fill(font.widths[0]!);
  const codes = new Uint8Array(4 * (HIGHEST + 1));
  [...REPERTOIRE].forEach((character, at) => {
    const glyph = font.glyphs[at]!;
    widths[character.codePointAt(0)!] = font.widths[glyph]!;
    const digits = Buffer.from(glyph.toString(16).padStart(4, '0'), 'latin1');
    if (glyph > 0) codes.set(digits, 4 * character.codePointAt(0)!);
  });
  return { widths, codes };
}

/** Width in points of `text` set in `size` points. */
export function measure(face: Face, size: number, text: string): number {
  return (unitsOf(face, text, 0, text.length) * size) / 1000;
}

/** Width of `text` from `start` to before `end`, in thousandths of the type size. */
export function unitsOf(face: Face, text: string, start: number, end: number): number {
  const { widths } = INDEX[face];
  let sum = 0;
  for (let at = start; at < end; at++) sum += widths[text.charCodeAt(at)] ?? widths[0]!;
  return sum;
}

/**
 * Writes the string as Identity-H codes, in hexadecimal without brackets, into `to` at `at`. @returns where it ends
 * A character without a glyph is a bug here: what people type is checked with `unprintable` at the border.
 */
export function setCodes(face: Face, text: string, to: Uint8Array, at: number): number {
  const { codes } = INDEX[face];
  let end = at;
  for (let from = 0; from < text.length; from++) {
    const code = 4 * text.charCodeAt(from);
    if (!codes[code])
      throw new Error(`no glyph for U+${text.codePointAt(from)!.toString(16).padStart(4, '0')}`);
    to[end++] = codes[code]!;
    to[end++] = codes[code + 1]!;
    to[end++] = codes[code + 2]!;
    to[end++] = codes[code + 3]!;
  }
  return end;
}

/** Capitals for headings; a letter whose capital has no glyph (µ, ŉ) stays as it is. */
export function capitals(text: string): string {
  const raise = (character: string) => {
    const capital = character.toUpperCase();
    return unprintable(capital).length === 0 ? capital : character;
  };
  return [...text].map(raise).join('');
}
