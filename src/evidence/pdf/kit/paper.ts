import type { Block } from './block.ts';
import type { Page } from './document.ts';
import type { Placed } from './flow.ts';
import { num } from './syntax.ts';

/** Part of every stored rebuild: the same version writes the same bytes for the same record, for ever. */
export const WRITER_VERSION = 1;

/** A page and its text area, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A4 upright with margins for binding. */
export const A4: Paper = { width: 595.28, height: 841.89, left: 71, right: 62, top: 44, bottom: 126 };

export const textWidthOf = (paper: Paper): number => paper.width - paper.left - paper.right;
export const textHeightOf = (paper: Paper): number => paper.height - paper.top - paper.bottom;

/**
 * One page: placed blocks, shared ones by their form's name, and what `furniture` draws in page coordinates
 * (origin lower left) around them.
 */
export function setPage(
  paper: Paper,
  placed: readonly Placed[],
  names: ReadonlyMap<Block, string>,
  furniture: string,
): Page {
  const operators = placed.map(({ block, top }) => {
    const name = names.get(block);
    const marks = name === undefined ? block.operators : `/${name} Do\n`;
    return `q 1 0 0 1 ${num(paper.left)} ${num(paper.height - paper.top - top)} cm\n${marks}Q\n`;
  });
  return { width: paper.width, height: paper.height, operators: operators.join('') + furniture };
}
