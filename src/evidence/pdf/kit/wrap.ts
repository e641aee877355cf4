import { type Face, measure, unitsOf } from './face.ts';

/**
 * Lines of `text` no wider than `width` points. Breaks at spaces; a word wider than a line is broken after
 * `/`, `-`, `_`, `.` or `@` where it has one, and otherwise between letters, so that nothing is ever clipped.
 * A line feed starts a new line.
 */
export function wrap(face: Face, size: number, text: string, width: number): string[] {
  if (text.includes('\n')) return text.split('\n').flatMap((part) => wrap(face, size, part, width));
  return wrapWords(face, size, text, width) ?? wrapPieces(face, size, text, width);
}

/** For text whose words are parted by single spaces and fit a line each, as nearly all do; otherwise null. */
function wrapWords(face: Face, size: number, text: string, width: number): string[] | null {
  const room = (width * 1000) / size;
  const space = unitsOf(face, ' ', 0, 1);
  const lines: string[] = [];
  let line = 0;
  let used = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf(' ', start);
    const end = found < 0 ? text.length : found;
    const needed = unitsOf(face, text, start, end);
    if ((start === end && text !== '') || needed > room) return null;
    if (start > line && used + space + needed > room) {
      lines.push(text.slice(line, start - 1));
      line = start;
      used = needed;
    } else used += (start > line ? space : 0) + needed;
    start = end + 1;
  }
  return [...lines, text.slice(line)];
}

function wrapPieces(face: Face, size: number, text: string, width: number): string[] {
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
