import { type TextStyle, textAt, textWidth } from './ink.ts';
import { wrap, wrapEvenly } from './wrap.ts';

/**
 * A piece of paper content with its own origin: upper left corner, y growing upwards (so marks have negative y).
 * All lengths are points.
 */
export interface Block {
  readonly height: number;
  readonly operators: string;
  /** White space above it, dropped at the head of a page. */
  readonly gap: number;
  /** The same in every document of a series: compiled once, placed by name. */
  readonly shared?: boolean;
  /** Must stand on the same page as the block after it. */
  readonly keep?: boolean;
  /** Drawn again above this block when it begins a page (a table's header row). */
  readonly heading?: Block;
}

export interface ParagraphStyle extends TextStyle {
  /** Distance of baselines as a multiple of the size. */
  readonly leading: number;
  readonly align?: 'left' | 'centre';
}

/** At most this many lines stay together, so that a paragraph longer than a page can flow. */
const LINES_TOGETHER = 6;

export function lineHeight(style: ParagraphStyle): number {
  return style.size * style.leading;
}

/** Baseline of the first line, as a distance below the block's top. */
export function firstBaseline(style: ParagraphStyle): number {
  return (lineHeight(style) - style.size) / 2 + style.size * 0.82;
}

/** Operators for lines set in a column that starts at `left` and is `width` wide. */
export function setLines(
  lines: readonly string[],
  style: ParagraphStyle,
  left: number,
  width: number,
): string {
  return lines
    .map((line, at) => {
      const x = style.align === 'centre' ? left + (width - textWidth(style, line)) / 2 : left;
      return textAt(x, -firstBaseline(style) - at * lineHeight(style), style, line);
    })
    .join('');
}

export interface Place {
  readonly left?: number;
  readonly width: number;
  readonly gap: number;
  readonly shared?: boolean;
}

/** Wrapped text, split into blocks of a few lines each. Centred text is broken evenly. */
export function paragraph(text: string, style: ParagraphStyle, place: Place): Block[] {
  const lines = (style.align === 'centre' ? wrapEvenly : wrap)(style.face, style.size, text, place.width);
  return chunk(lines).map((some, at) => ({
    height: some.length * lineHeight(style),
    operators: setLines(some, style, place.left ?? 0, place.width),
    gap: at === 0 ? place.gap : 0,
    ...(place.shared ? { shared: true } : {}),
  }));
}

/** A paragraph with a mark (number, letter) hanging `indent` points to its left on the first line. */
export function hanging(
  mark: string,
  text: string,
  style: ParagraphStyle,
  indent: number,
  place: Place,
): Block[] {
  const left = place.left ?? 0;
  const [first, ...rest] = paragraph(text, style, {
    ...place,
    left: left + indent,
    width: place.width - indent,
  });
  const marked = textAt(left, -firstBaseline(style), style, mark);
  return [{ ...first!, operators: marked + first!.operators }, ...rest];
}

export interface Field {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** Label, colon, value: one block a field, values aligned `labelWidth` points from the left. */
export function fields(
  rows: readonly Field[],
  style: ParagraphStyle,
  labelWidth: number,
  place: Place,
): Block[] {
  return rows.flatMap(({ label, value, strong }, at) => {
    const face = strong ? 'bold' : style.face;
    const left = place.left ?? 0;
    const valueAt = left + labelWidth + style.size * 0.9;
    const column = {
      ...place,
      left: valueAt,
      width: place.width - (valueAt - left),
      gap: at === 0 ? place.gap : 0,
    };
    const [first, ...rest] = paragraph(value, { ...style, face }, column);
    const baseline = -firstBaseline(style);
    const named = textAt(left, baseline, style, label) + textAt(left + labelWidth, baseline, style, ':');
    return [{ ...first!, operators: named + first!.operators }, ...rest];
  });
}

/** Blocks that must not be parted. */
export function together(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => (at < blocks.length - 1 ? { ...block, keep: true } : block));
}

function chunk(lines: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES_TOGETHER) chunks.push(lines.slice(at, at + LINES_TOGETHER));
  return chunks;
}
