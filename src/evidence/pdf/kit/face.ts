import { REPERTOIRE, unprintable } from '../../../platform/print/index.ts';
import { bold } from '../fonts/bold.ts';
import type { FrozenFont } from '../fonts/frozen-font.ts';
import { regular } from '../fonts/regular.ts';

export type Face = 'regular' | 'bold';

export const FONTS: Readonly<Record<Face, FrozenFont>> = { regular, bold };

/** The resource name of a face in every page and form. */
export const RESOURCE: Readonly<Record<Face, string>> = { regular: 'F1', bold: 'F2' };

const HIGHEST = Math.max(...[...REPERTOIRE].map((character) => character.codePointAt(0)!));
const glyphs: Readonly<Record<Face, Uint16Array>> = {
  regular: indexGlyphs(regular),
  bold: indexGlyphs(bold),
};
const codes: Readonly<Record<Face, string[]>> = { regular: hexCodes(regular), bold: hexCodes(bold) };

function indexGlyphs(font: FrozenFont): Uint16Array {
  const index = new Uint16Array(HIGHEST + 1);
  [...REPERTOIRE].forEach((character, at) => {
    index[character.codePointAt(0)!] = font.glyphs[at]!;
  });
  return index;
}

function hexCodes(font: FrozenFont): string[] {
  return font.widths.map((_, glyph) => glyph.toString(16).padStart(4, '0'));
}

/** Width in points of `text` set in `size` points. */
export function measure(face: Face, size: number, text: string): number {
  const index = glyphs[face];
  const { widths } = FONTS[face];
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += widths[index[text.charCodeAt(at)] ?? 0]!;
  return (sum * size) / 1000;
}

/**
 * The string as Identity-H codes, in hexadecimal without brackets.
 * A character without a glyph is a bug here: what people type is checked with `unprintable` at the border.
 */
export function encode(face: Face, text: string): string {
  const index = glyphs[face];
  let hex = '';
  for (let at = 0; at < text.length; at++) {
    const glyph = index[text.charCodeAt(at)] ?? 0;
    if (glyph === 0) throw new Error(`no glyph for U+${text.codePointAt(at)!.toString(16).padStart(4, '0')}`);
    hex += codes[face][glyph];
  }
  return hex;
}

/** Capitals for headings; a letter whose capital has no glyph (µ, ŉ) stays as it is. */
export function capitals(text: string): string {
  const raise = (character: string) => {
    const capital = character.toUpperCase();
    return unprintable(capital).length === 0 ? capital : character;
  };
  return [...text].map(raise).join('');
}
