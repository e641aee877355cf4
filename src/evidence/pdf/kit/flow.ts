import type { Block } from './block.ts';

/** A block and the distance of its top from the top of the text area, in points. */
export interface Placed {
  readonly block: Block;
  readonly top: number;
}

/**
 * Blocks from top to bottom over pages whose text area is `height` points. Blocks that must stay together move
 * together; a run too tall for one page is parted where it must be.
 */
export function flow(blocks: readonly Block[], height: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let used = 0;
  const place = (block: Block) => {
    const page = pages.at(-1)!;
    const top = page.length === 0 ? 0 : used + block.gap;
    page.push({ block, top });
    used = top + block.height;
  };
  const turn = (next: Block) => {
    pages.push([]);
    used = 0;
    if (next.heading) place(next.heading);
  };
  for (const run of runs(blocks)) {
    const tall = heightOf(run);
    const fresh = pages.at(-1)!.length === 0;
    if (!fresh && used + tall > height && tall <= height) turn(run[0]!);
    for (const block of run) {
      const empty = pages.at(-1)!.length === 0;
      if (!empty && used + block.gap + block.height > height) turn(block);
      place(block);
    }
  }
  return pages;
}

/** Height of `blocks` one under the other, gaps included. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.gap + block.height, 0);
}

function runs(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  let open = false;
  for (const block of blocks) {
    if (open) found.at(-1)!.push(block);
    else found.push([block]);
    open = block.keep === true;
  }
  return found;
}
