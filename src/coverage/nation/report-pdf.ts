import {
  type Block,
  type Column,
  closeDocument,
  compileSeries,
  fields,
  footedPages,
  gapped,
  type Paper,
  type ParagraphStyle,
  PLAIN_PAPER,
  paragraph,
  plainFoot,
  prepareDocument,
  table,
  textWidthOf,
  together,
} from '../../evidence/pdf/index.ts';
import { formatMoment } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { printedLine } from '../../platform/print/index.ts';
import { t } from './messages.ts';
import { cellText, type Report, type Sheet } from './report.ts';

/** For tables of so many columns that upright their heads would break inside words. */
const LYING: Paper = {
  ...PLAIN_PAPER,
  width: PLAIN_PAPER.height,
  height: PLAIN_PAPER.width,
  left: 40,
  right: 40,
};
const MANY = 9;
const TITLE: ParagraphStyle = { face: 'bold', size: 14, leading: 1.3 };
const BODY: ParagraphStyle = { face: 'regular', size: 9.5, leading: 1.35 };
const SMALL: ParagraphStyle = { face: 'regular', size: 8.5, leading: 1.3, tone: 0.25 };
const HEAD: ParagraphStyle = { face: 'bold', size: 11.5, leading: 1.3 };

/** The report on paper. Not sealed: figures of many institutions belong to none of their seals. */
export function reportPdf(lang: Lang, report: Report): Buffer {
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: lang });
  const paper = report.sheets.some(({ columns }) => columns.length > MANY) ? LYING : PLAIN_PAPER;
  const foot = `${report.title} · ${formatMoment(lang, report.asOf, report.zone)}`;
  const prepared = prepareDocument(series, {
    title: printedLine(report.title),
    author: 'Ikrar',
    at: report.asOf.toISOString(),
    pages: footedPages(paper, blocksOf(lang, report, textWidthOf(paper)), (page, pages) =>
      plainFoot(printedLine(foot), t(lang)('nation.pageOf', { page, pages }), paper),
    ),
    attachments: [],
  });
  return closeDocument(prepared);
}

function blocksOf(lang: Lang, report: Report, width: number): Block[] {
  const facts = report.facts.map(([label, value]) => ({ label, value: printedLine(value) }));
  return [
    ...text(report.title, TITLE, 0, width),
    ...fields(facts, BODY, 120, { width, gap: 10 }),
    ...report.sheets.flatMap((sheet) => [
      ...together(text(sheet.title, HEAD, 16, width)),
      ...gapped(sheetTable(lang, sheet, width), 4),
    ]),
    ...together(text(t(lang)('nation.definitions'), HEAD, 16, width)),
    ...report.definitions.flatMap(([word, meaning]) => text(`${word}: ${meaning}`, SMALL, 2, width)),
  ];
}

/** The first column takes what the figures leave. */
function sheetTable(lang: Lang, { columns, rows, total }: Sheet, width: number): Block[] {
  const figures = columns.length > MANY ? 0.82 : 0.68;
  const each = Math.min(62, (width * figures) / Math.max(1, columns.length - 1));
  const set: Column[] = columns.map(({ head, kind }, at) => ({
    title: printedLine(head),
    width: at === 0 ? width - each * (columns.length - 1) : each,
    align: kind === 'text' ? 'left' : 'right',
  }));
  const printed = (total ? [...rows, total] : rows).map((row) =>
    columns.map((column, at) => printedLine(cellText(lang, column, row[at] ?? null))),
  );
  return table(set, printed, { size: columns.length > 7 ? 7 : 8.5, leading: 1.3 });
}

function text(words: string, style: ParagraphStyle, gap: number, width: number): Block[] {
  return paragraph(printedLine(words), style, { width, gap });
}
