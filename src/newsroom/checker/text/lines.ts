import type { Span } from '../types.ts';

/** Lines without their breaks, blank ones included, in order. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    lines.push({ start, end: at });
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The line of an offset, from 0, and where it starts; one pass over the text, asked in any order. */
export function lineFinder(text: string): (offset: number) => { line: number; start: number } {
  const starts = linesOf(text).map((line) => line.start);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, start: starts[low] as number };
  };
}
