import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVINCES } from '../nation/figures.ts';
import { pointsOf } from './over-time.ts';
import { shadeOf } from './shade.ts';
import { TILES } from './tiles.ts';
import { biggest, rectangles, TREE_HEIGHT, TREE_WIDTH } from './tree-map.ts';

describe('the tile map', () => {
  it('has every province once, each in a place and with letters of its own', () => {
    expect(TILES.map(({ code }) => code).sort()).toEqual(PROVINCES.map(({ code }) => code).sort());
    expect(TILES).toHaveLength(38);
    expect(new Set(TILES.map(({ column, row }) => `${column}/${row}`)).size).toBe(38);
    expect(new Set(TILES.map(({ letters }) => letters)).size).toBe(38);
  });
});

describe('the shade', () => {
  it('grows with the share', () => {
    expect([null, 0, 0.199, 0.2, 0.5, 0.799, 0.8, 1].map(shadeOf)).toEqual([0, 1, 1, 2, 3, 4, 5, 5]);
  });
});

describe('the tree map', () => {
  const part = (size: number) => ({ name: 'x', size, share: 0.5, href: null, signed: size / 2 });

  it('gives each part the area of its people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const drawn = rectangles(sizes.map(part));
        expect(drawn).toHaveLength(sizes.length);
        for (const { x, y, width, height } of drawn) {
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(TREE_WIDTH + 1e-6);
          expect(y + height).toBeLessThanOrEqual(TREE_HEIGHT + 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('draws at most 60 parts, which add up to all', () => {
    const parts = biggest(
      Array.from({ length: 9000 }, (_, at) => part(at)),
      (n) => `${n} more`,
    );
    expect(parts).toHaveLength(60);
    expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe((9000 * 8999) / 2);
    expect(parts.at(-1)).toMatchObject({ name: '8941 more', share: 0.5 });
  });
});

describe('points over time', () => {
  it('keep the sum and the last day, however many days there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.nat(50)), { minLength: 1 }),
        (rows) => {
          const byDay = new Map<string, number>();
          for (const [at, n] of rows) {
            const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
            byDay.set(day, (byDay.get(day) ?? 0) + n);
          }
          const points = pointsOf([...byDay].map(([day, signed]) => ({ day, signed })));
          expect(points.length).toBeLessThanOrEqual(60);
          expect(points.at(-1)?.sum).toBe(rows.reduce((sum, [, n]) => sum + n, 0));
          expect(points.at(-1)?.day).toBe([...byDay.keys()].sort().at(-1));
        },
      ),
    );
  });
});
