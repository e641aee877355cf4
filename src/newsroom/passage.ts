import { lineFinder, type Span } from './checker/index.ts';

/** Words of a text with what stands around them in their line. `line` counts from 1. */
export interface Passage {
  readonly line: number;
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

const AROUND = 110;
const LONGEST = 320;

/** Shows spans of this text, with `around` units of their line on each side. What is long is cut, and the cut is shown. */
export function passagesOf(text: string, around = AROUND): (span: Span) => Passage {
  const find = lineFinder(text);
  return ({ start, end }) => {
    const { line, start: lineStart } = find(start);
    const from = Math.max(lineStart, start - around);
    const rest = text.slice(end, end + around);
    const lineEnd = rest.indexOf('\n');
    return {
      line: line + 1,
      before: `${from > lineStart ? '…' : ''}${calm(text.slice(from, start)).trimStart()}`,
      mark: cut(calm(text.slice(start, Math.min(end, start + 4 * LONGEST))), end - start > 4 * LONGEST),
      after:
        lineEnd >= 0
          ? calm(rest.slice(0, lineEnd)).trimEnd()
          : calm(rest) + (end + around < text.length ? '…' : ''),
    };
  };
}

function cut(words: string, isCut: boolean): string {
  return words.length > LONGEST || isCut ? `${words.slice(0, LONGEST).toWellFormed()}…` : words;
}

/** White space as single blanks; marks that turn the direction of writing are gone, so that nothing reads otherwise. */
function calm(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .toWellFormed();
}
