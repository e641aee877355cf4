import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';

/** What one rectangle stands for; `size` gives its area. */
export interface Part {
  readonly name: string;
  readonly size: number;
  readonly share: number | null;
  readonly href: string | null;
}

export interface Rectangle extends Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const TREE_WIDTH = 960;
export const TREE_HEIGHT = 480;

/** The rectangles of the parts, the biggest first; empty where nobody is counted. */
export function rectangles(parts: readonly Part[]): Rectangle[] {
  const sized = parts.filter((part) => part.size > 0);
  const root = hierarchy<{ part?: Part; children?: { part: Part }[] }>({
    children: sized.map((part) => ({ part })),
  })
    .sum(({ part }) => part?.size ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const layout = treemap<{ part?: Part; children?: { part: Part }[] }>()
    .size([TREE_WIDTH, TREE_HEIGHT])
    .tile(treemapSquarify);
  return layout(root)
    .leaves()
    .flatMap(({ data, x0, y0, x1, y1 }) =>
      data.part ? [{ ...data.part, x: x0, y: y0, width: x1 - x0, height: y1 - y0 }] : [],
    );
}

/** The biggest parts, and all others as one: a drawing stays small however many there are. Sizes add up to the same. */
export function biggest(
  parts: readonly (Part & { readonly signed: number })[],
  others: (count: number) => string,
  most = 60,
): Part[] {
  const sorted = [...parts].sort((a, b) => b.size - a.size);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const size = rest.reduce((sum, part) => sum + part.size, 0);
  const signed = rest.reduce((sum, part) => sum + part.signed, 0);
  const other = { name: others(rest.length), size, share: size > 0 ? signed / size : null, href: null };
  return [...sorted.slice(0, most - 1), other];
}
