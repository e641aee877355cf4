import type { VNode } from 'preact';
import type { Span } from '../checker/index.ts';
import type { Passage } from '../passage.ts';

export type ShowSpan = (span: Span) => Passage;

/** How much of the line a cell of a table has room for, on each side. */
export const IN_CELL = 40;

/** The words in question, marked, in their line. */
export function Quoted({ passage: { before, mark, after } }: { passage: Passage }): VNode {
  return (
    <bdi class="quoted" lang="id">
      {before}
      <mark>{mark}</mark>
      {after}
    </bdi>
  );
}
