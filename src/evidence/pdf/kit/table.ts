import type { Block, ParagraphStyle } from './block.ts';
import { firstBaseline, lineHeight } from './block.ts';
import { filledBox, rule, textAt, textRight } from './ink.ts';
import { wrap } from './wrap.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export interface TableStyle {
  readonly size: number;
  readonly leading: number;
}

const PADDING = 4;

/** Rows as blocks, each wrapped in its cells; the header row comes again on every page. Text only, no markup. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle,
): Block[] {
  const head = headerRow(columns, style);
  return [
    { ...head, keep: rows.length > 0 },
    ...rows.map((row) => ({ ...bodyRow(columns, row, style), heading: head })),
  ];
}

function headerRow(columns: readonly Column[], style: TableStyle): Block {
  const titles = columns.map((column) => column.title);
  const cells = setRow(columns, titles, { ...style, face: 'bold' });
  const width = totalWidth(columns);
  const ground = filledBox(0, -cells.height, width, cells.height, 0.93);
  return {
    height: cells.height,
    gap: 0,
    operators: ground + cells.operators + rule(0, -cells.height, width, -cells.height, 0.8),
  };
}

function bodyRow(columns: readonly Column[], row: readonly string[], style: TableStyle): Block {
  const cells = setRow(columns, row, { ...style, face: 'regular' });
  const line = rule(0, -cells.height, totalWidth(columns), -cells.height, 0.3, 0.6);
  return { height: cells.height, gap: 0, operators: cells.operators + line };
}

function setRow(columns: readonly Column[], row: readonly string[], style: ParagraphStyle) {
  let left = 0;
  let most = 1;
  let operators = '';
  columns.forEach((column, at) => {
    const lines = wrap(style.face, style.size, row[at] ?? '', column.width - 2 * PADDING);
    operators += setCell(lines, style, left, column);
    most = Math.max(most, lines.length);
    left += column.width;
  });
  return { operators, height: most * lineHeight(style) + PADDING };
}

function setCell(lines: readonly string[], style: ParagraphStyle, left: number, column: Column): string {
  return lines
    .map((line, at) => {
      const y = -PADDING / 2 - firstBaseline(style) - at * lineHeight(style);
      if (column.align === 'right') return textRight(left + column.width - PADDING, y, style, line);
      return textAt(left + PADDING, y, style, line);
    })
    .join('');
}

function totalWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}
