import type { Block } from './block.ts';
import type { Page } from './document.ts';
import { flow } from './flow.ts';
import { textAt, textRight } from './ink.ts';
import { A4, type Paper, setPage, textHeightOf } from './paper.ts';

/** A4 with room for two lines at its foot: for papers without QR code and receipt. */
export const PLAIN_PAPER: Paper = { ...A4, bottom: 62 };

/** Blocks on as many pages as they need, each with the foot that `foot` draws for its number, from 1, of so many. */
export function footedPages(
  paper: Paper,
  blocks: readonly Block[],
  foot: (page: number, pages: number) => string,
): Page[] {
  const pages = flow(blocks, textHeightOf(paper));
  return pages.map((placed, at) => setPage(paper, placed, new Map(), foot(at + 1, pages.length)));
}

/** The foot of {@link PLAIN_PAPER} or of one like it: words on the left, the number of the page above them on the right. */
export function plainFoot(words: string, number: string, paper = PLAIN_PAPER): string {
  const style = { face: 'regular', size: 7.8, tone: 0.25 } as const;
  const { left, width, right } = paper;
  return textAt(left, 36, style, words) + textRight(width - right, 47, style, number);
}

/** The same blocks with another gap before them. */
export function gapped([first, ...rest]: Block[], gap: number): Block[] {
  return first ? [{ ...first, gap }, ...rest] : [];
}
