import {
  closeText,
  inked,
  moveText,
  openText,
  setText,
  showText,
  type TextStyle,
  textAt,
  textWidth,
  turnFace,
} from './ink.ts';
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

/** Sets lines in a column that starts at `left` and is `width` wide. */
export function setLines(lines: readonly string[], style: ParagraphStyle, left: number, width: number): void {
  let y = -firstBaseline(style);
  for (const line of lines) {
    const x = style.align === 'centre' ? left + (width - textWidth(style, line)) / 2 : left;
    setText(x, y, style, line);
    y -= lineHeight(style);
  }
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
    operators: inked(() => setLines(some, style, place.left ?? 0, place.width)),
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
  { left = 0, width, gap }: Place,
): Block[] {
  const blocks: Block[] = [];
  const strong: ParagraphStyle = { ...style, face: 'bold' };
  const valueLeft = left + labelWidth + style.size * 0.9;
  const room = width - (valueLeft - left);
  const baseline = -firstBaseline(style);
  for (const row of rows) {
    const set = row.strong ? strong : style;
    chunk(wrap(set.face, set.size, row.value, room)).forEach((lines, part) => {
      const operators = inked(() => {
        openText(part === 0 ? left : valueLeft, baseline, style);
        if (part === 0) {
          showText(style.face, row.label);
          moveText(labelWidth, 0);
          showText(style.face, ':');
          moveText(valueLeft - left - labelWidth, 0);
        }
        if (row.strong) turnFace('bold', style.size);
        lines.forEach((line, at) => {
          if (at > 0) moveText(0, -lineHeight(style));
          showText(set.face, line);
        });
        closeText();
      });
      blocks.push({ height: lines.length * lineHeight(set), operators, gap: blocks.length === 0 ? gap : 0 });
    });
  }
  return blocks;
}

/** Blocks that must not be parted. */
export function together(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => (at < blocks.length - 1 ? { ...block, keep: true } : block));
}

function chunk(lines: string[]): string[][] {
  if (lines.length <= LINES_TOGETHER) return [lines];
  const chunks: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES_TOGETHER) chunks.push(lines.slice(at, at + LINES_TOGETHER));
  return chunks;
}
