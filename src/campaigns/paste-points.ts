import { tidyLine, tidyLines } from './tidy.ts';

const NUMBERED = /^\(?(\d{1,2})[.)]\s*(?=\S)/;

/**
 * The points of a pasted text. Numbered (1., 2) or (3), counting up from 1): each number begins a point, lines between
 * belong to the point above, and the numbers go, for the paper counts by itself. Not numbered: one point a paragraph
 * where blank lines part them, else one a line.
 */
export function pastedPoints(pasted: string): string[] {
  const text = tidyLines(pasted);
  if (text === '') return [];
  const lines = text.split('\n').filter((line) => line !== '');
  const numbered = byNumber(lines);
  if (numbered) return numbered;
  const parts = text.includes('\n\n') ? text.split('\n\n') : lines;
  return parts.map(tidyLine);
}

/** The same points as a form shows them again: {@link pastedPoints} reads back what this wrote. */
export function writtenPoints(points: readonly string[]): string {
  return points.map((point, index) => `${index + 1}. ${tidyLine(point)}`).join('\n\n');
}

function byNumber(lines: readonly string[]): string[] | null {
  const points: string[] = [];
  for (const line of lines) {
    const number = Number(NUMBERED.exec(line)?.[1] ?? 0);
    if (number === points.length + 1) points.push(line.replace(NUMBERED, ''));
    else if (points.length === 0) return null;
    else points.push(`${points.pop()} ${line}`);
  }
  return points.map(tidyLine);
}
