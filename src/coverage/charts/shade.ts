/** Five classes of a share, each a fifth wide; 0 stands for no figure at all. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

/** A bound belongs to the class above it; everybody to the last. */
export function shadeOf(share: number | null): Shade {
  if (share === null) return 0;
  return Math.min(5, Math.max(1, Math.floor(share * 5) + 1)) as Shade;
}

/** The bounds of each class in percent, for the legend. */
export const SHADE_BOUNDS: readonly (readonly [Shade, number, number])[] = [
  [1, 0, 20],
  [2, 20, 40],
  [3, 40, 60],
  [4, 60, 80],
  [5, 80, 100],
];
