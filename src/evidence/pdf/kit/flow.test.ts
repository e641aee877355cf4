import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './block.ts';
import { flow } from './flow.ts';
import { table } from './table.ts';

const block = (height: number, more: Partial<Block> = {}): Block => ({
  height,
  gap: 10,
  operators: '',
  ...more,
});

describe('flow', () => {
  it('drops the gap at the head of a page and turns when full', () => {
    const [first, second] = flow([block(40), block(40), block(40)], 100);
    expect(first!.map(({ top }) => top)).toEqual([0, 50]);
    expect(second!.map(({ top }) => top)).toEqual([0]);
  });

  it('moves what must stay together as one', () => {
    const pages = flow([block(60), block(20, { keep: true }), block(20)], 100);
    expect(pages.map((page) => page.length)).toEqual([1, 2]);
  });

  it('places every block once, in order, inside the page when it can', () => {
    const heights = fc.array(fc.record({ height: fc.integer({ min: 1, max: 90 }), keep: fc.boolean() }));
    fc.assert(
      fc.property(heights, (list) => {
        const blocks = list.map(({ height, keep }) => block(height, { keep }));
        const placed = flow(blocks, 100).flat();
        expect(placed.map((each) => each.block)).toEqual(blocks);
        for (const each of placed) expect(each.top + each.block.height).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('repeats the header row of a table on every page', () => {
    const columns = [
      { title: 'Unit', width: 100 },
      { title: 'Jumlah', width: 60, align: 'right' as const },
    ];
    const rows = table(
      columns,
      Array.from({ length: 30 }, (_, at) => [`Unit ${at}`, String(at)]),
      {
        size: 9,
        leading: 1.3,
      },
    );
    const pages = flow(rows, 200);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((page) => page[0]!.block === rows[1]!.heading || page[0]!.block === rows[0])).toBe(
      true,
    );
    expect(pages.flat()).toHaveLength(rows.length + pages.length - 1);
  });
});
