import { type Face, measure } from './face.ts';

/**
 * Lines of `text` no wider than `width` points. Breaks at spaces; a word wider than a line is broken after
 * `/`, `-`, `_`, `.` or `@` where it has one, and otherwise between letters, so that nothing is ever clipped.
 * A line feed starts a new line.
 */
export function wrap(face: Face, size: number, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(face, size, paragraph, width));
}

function wrapParagraph(face: Face, size: number, text: string, width: number): string[] {
  if (!/^ | $| {2}/.test(text) && measure(face, size, text) <= width) return [text];
  const space = measure(face, size, ' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    for (const piece of pieces(face, size, word, width)) {
      const glue = line === '' || piece.glued ? 0 : space;
      const needed = measure(face, size, piece.text);
      if (line !== '' && used + glue + needed > width) {
        lines.push(line);
        line = piece.text;
        used = needed;
      } else {
        line += (glue === 0 ? '' : ' ') + piece.text;
        used += glue + needed;
      }
    }
  }
  return [...lines, line];
}

interface Piece {
  readonly text: string;
  readonly glued: boolean;
}

function pieces(face: Face, size: number, word: string, width: number): Piece[] {
  if (measure(face, size, word) <= width) return [{ text: word, glued: false }];
  const parts = word.match(/[^/_.@-]*[/_.@-]|[^/_.@-]+/g) ?? [word];
  const short = parts.flatMap((part) => (measure(face, size, part) <= width ? [part] : [...part]));
  return short.map((text, at) => ({ text, glued: at > 0 }));
}

/** The largest size of `sizes` (descending) at which `text` fits one line of `width`; the last if none does. */
export function fitSize(face: Face, sizes: readonly number[], text: string, width: number): number {
  return sizes.find((size) => measure(face, size, text) <= width) ?? sizes.at(-1)!;
}

/** As `wrap`, with lines as even as the same number of lines allows: for headings, so that no word stands alone. */
export function wrapEvenly(face: Face, size: number, text: string, width: number): string[] {
  const lines = wrap(face, size, text, width);
  if (lines.length === 1 || text.includes('\n')) return lines;
  let [narrow, wide] = [width / lines.length, width];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (wrap(face, size, text, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return wrap(face, size, text, wide);
}
