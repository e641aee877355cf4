/** A line as it stands on its page, in points from the lower left; `y` is its base line. */
export interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  right: number;
  readonly height: number;
}

const MARKER = /^(?:\(?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]|[-–—•●▪◦*✓✔])\s/iu;
const LABEL = /^[\p{L}/ .-]{2,24}\s?:\s/u;
/** Lines shorter than this many times their height fill no column: addresses, names, rows. */
const COLUMN = 14;
/** Base lines further apart than this many times the usual are two paragraphs. */
const APART = 1.3;

/**
 * Puts the lines of a page together as paragraphs: a line goes on in the next one where it ends because the next word
 * did not fit. A hyphen at the end of a line stays, since nobody can tell `antar-daerah` from a broken word. In doubt
 * the lines stay apart.
 */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const margin = marginOf(lines);
  const usual = usualGap(lines);
  const paragraphs: string[] = [];
  let opening: Line | undefined;
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (above && opening && goesOn(above, line, { margin, usual, opening })) {
      const last = paragraphs.length - 1;
      const text = paragraphs[last] as string;
      paragraphs[last] = /\p{L}-$/u.test(text) ? text + line.text : `${text} ${line.text}`;
    } else {
      paragraphs.push(line.text);
      opening = line;
    }
  }
  return paragraphs;
}

interface Setting {
  readonly margin: number;
  readonly usual: number;
  readonly opening: Line;
}

function goesOn(above: Line, line: Line, { margin, usual, opening }: Setting): boolean {
  const { height } = above;
  const gap = above.y - line.y;
  if (above.right - above.x < height * COLUMN) return false;
  if (gap <= 0 || gap > Math.max(usual, height) * APART) return false;
  if (Math.abs(height - line.height) > height * 0.2) return false;
  if (MARKER.test(line.text) || LABEL.test(line.text)) return false;
  if (line.x > above.x + height && !(above === opening && MARKER.test(above.text))) return false;
  const [word = ''] = line.text.split(' ', 1);
  const width = ((line.right - line.x) * (word.length + 1)) / line.text.length;
  return above.right + width + height * 0.5 >= margin;
}

/** Where full lines end: the furthest place at which two lines end, unless one stands out far beyond it. */
function marginOf(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.right).sort((a, b) => b - a);
  const [furthest = 0] = ends;
  const shared = ends.find((end, at) => end - (ends[at + 1] ?? Number.NEGATIVE_INFINITY) < 4) ?? 0;
  return shared > furthest * 0.85 ? shared : furthest;
}

/** The median distance of base lines that follow each other. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at] as Line).y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}
