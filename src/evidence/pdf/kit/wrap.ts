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
