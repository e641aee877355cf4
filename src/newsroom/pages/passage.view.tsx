import type { VNode } from 'preact';
import type { Span } from '../checker/index.ts';
import type { Passage } from '../passage.ts';

export type ShowSpan = (span: Span) => Passage;

/** The words in question, marked, in their line. */
export function Quoted({ passage: { before, mark, after } }: { passage: Passage }): VNode {
  return (
    <bdi lang="id">
      {before}
      <mark>{mark}</mark>
      {after}
    </bdi>
  );
}
