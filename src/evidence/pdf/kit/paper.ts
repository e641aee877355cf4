import type { Block } from './block.ts';
import type { Page } from './document.ts';
import type { Placed } from './flow.ts';
import { num } from './syntax.ts';

/** Part of every stored rebuild: the same version writes the same bytes for the same record, for ever. */
export const WRITER_VERSION = 2;

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
export const A4: Paper = { width: 595.28, height: 841.89, left: 71, right: 62, top: 44, bottom: 138 };

export const textWidthOf = (paper: Paper): number => paper.width - paper.left - paper.right;
export const textHeightOf = (paper: Paper): number => paper.height - paper.top - paper.bottom;

/** Operators of a page in order; a number stands for those of the document's own block of that place. */
export type Arrangement = readonly (string | number)[];

/** Where blocks stand on one page: shared ones by their form's name, and `own` ones to be filled in. */
export function arrangePage(
  paper: Paper,
  placed: readonly Placed[],
  names: ReadonlyMap<Block, string>,
  own: readonly Block[],
): Arrangement {
  return placed.flatMap(({ block, top }) => {
    const name = names.get(block);
    const left = `q 1 0 0 1 ${num(paper.left)} ${num(paper.height - paper.top - top)} cm\n`;
    return name === undefined ? [left, own.indexOf(block), 'Q\n'] : [`${left}/${name} Do\nQ\n`];
  });
}

/** The page, with what `furniture` draws around its blocks in page coordinates (origin lower left). */
export function fillPage(
  paper: Paper,
  arrangement: Arrangement,
  own: readonly Block[],
  furniture: string,
): Page {
  let operators = '';
  for (const part of arrangement) operators += typeof part === 'string' ? part : own[part]!.operators;
  return { width: paper.width, height: paper.height, operators: operators + furniture };
}

/** Both at once. */
export function setPage(
  paper: Paper,
  placed: readonly Placed[],
  names: ReadonlyMap<Block, string>,
  furniture: string,
): Page {
  const own = placed.map(({ block }) => block);
  return fillPage(paper, arrangePage(paper, placed, names, own), own, furniture);
}
