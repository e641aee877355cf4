import {
  type Block,
  closeDocument,
  compileSeries,
  footedPages,
  paragraph,
  prepareDocument,
  rule,
  textAt,
  together,
  wrap,
} from '../../../evidence/pdf/index.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { printedLine } from '../../../platform/print/index.ts';
import { t } from './messages.ts';
import { BODY, foot, PAPER, type PaperText, textBlocks, WIDTH } from './paper-text.ts';
import { type Sheet, type SheetRow, sheetCode } from './sheet.ts';

/** Number, name, last digits of the staff number, unit, signature: left edges in points. */
const EDGES = [0, 24, 172, 212, 322, WIDTH] as const;
const CELL = { face: 'regular', size: 8.8 } as const;
const LINE = 11.5;
const PADDING = 4;
/** A signature needs room, whatever the length of the name. */
const LEAST_ROW = 34;

/** The paper for many: the exact text, then a row for each. `address` leads staff back to the sheet's page. */
export function sheetPaper(
  about: PaperText,
  sheet: Sheet,
  rows: readonly SheetRow[],
  address: string,
): Buffer {
  const { text, agency } = about;
  const lang = text.language;
  const tr = t(lang);
  const blocks = [...textBlocks(about, []), ...list(lang, rows)];
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: lang });
  const words = tr('ink.paper.sheet', {
    code: sheetCode(sheet.id),
    unit: sheet.unitName,
    count: rows.length,
  });
  const prepared = prepareDocument(series, {
    title: printedLine(`${text.title} – ${sheet.unitName}`),
    author: printedLine(agency.name),
    at: sheet.madeAt.toISOString(),
    attachments: [],
    pages: footedPages(PAPER, blocks, (page, pages) =>
      foot(about, words, tr('ink.paper.page', { page, pages }), address),
    ),
  });
  return closeDocument(prepared);
}

function list(lang: Lang, rows: readonly SheetRow[]): Block[] {
  const tr = t(lang);
  const titles = ['no', 'name', 'number', 'unit', 'signature'] as const;
  const heading = cells(
    titles.map((title) => tr(`ink.paper.${title}`)),
    'bold',
    0,
  );
  const said = paragraph(tr('ink.paper.each'), { ...BODY, face: 'bold' }, { width: WIDTH, gap: 14 });
  return [
    ...together([...said, { ...heading, gap: 6, keep: true }]),
    ...rows.map((row) => ({ ...cells(textsOf(row), 'regular', LEAST_ROW), heading })),
  ];
}

/** Of the staff number only the end: the paper goes from hand to hand. */
function textsOf({ row, name, idNumber, unitName }: SheetRow): string[] {
  return [String(row), name, idNumber === null ? '–' : `…${idNumber.slice(-4)}`, unitName, ''];
}

function cells(texts: readonly string[], face: 'regular' | 'bold', least: number): Block {
  const style = { ...CELL, face };
  const wrapped = texts.map((text, at) => {
    const width = (EDGES[at + 1] ?? 0) - (EDGES[at] ?? 0) - 2 * PADDING;
    return wrap(face, style.size, printedLine(text), width);
  });
  const tall = Math.max(...wrapped.map((lines) => lines.length)) * LINE + 2 * PADDING;
  const height = Math.max(tall, least);
  const set = wrapped.flatMap((lines, at) =>
    lines.map((line, i) => textAt((EDGES[at] ?? 0) + PADDING, -PADDING - 8.5 - i * LINE, style, line)),
  );
  const across = [0, -height].map((y) => rule(0, y, WIDTH, y, 0.5, 0.4));
  const down = EDGES.map((x) => rule(x, 0, x, -height, 0.5, 0.4));
  return { height, gap: 0, operators: [...set, ...across, ...down].join('') };
}
