import {
  type Block,
  closeDocument,
  compileSeries,
  footedPages,
  type ParagraphStyle,
  PLAIN_PAPER,
  paragraph,
  plainFoot,
  prepareDocument,
  rule,
  textWidthOf,
} from '../../evidence/pdf/index.ts';
import { formatClock, formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { printedLine } from '../../platform/print/index.ts';
import type { PaperFacts } from './facts.ts';
import { t } from './messages.ts';

export const WIDTH = textWidthOf(PLAIN_PAPER);
export const BODY: ParagraphStyle = { face: 'regular', size: 10.5, leading: 1.35 };
export const SMALL: ParagraphStyle = { face: 'regular', size: 8.5, leading: 1.3, tone: 0.25 };
export const HEAD: ParagraphStyle = { face: 'bold', size: 11.5, leading: 1.3 };
export const TABLE = { size: 9, leading: 1.3 };
export const LABEL_WIDTH = 110;

/** A whole file: not sealed, because it only says what is planned. */
export function paperFile(
  lang: Lang,
  facts: PaperFacts,
  paper: { title: string; foot: string; blocks: readonly Block[] },
  now: Date,
): Buffer {
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: lang });
  const prepared = prepareDocument(series, {
    title: printedLine(`${paper.title}: ${facts.head.title}`),
    author: printedLine(facts.agency.name),
    at: now.toISOString(),
    pages: footedPages(PLAIN_PAPER, paper.blocks, (page, pages) =>
      plainFoot(printedLine(paper.foot), t(lang)('papers.pageOf', { page, pages })),
    ),
    attachments: [],
  });
  return closeDocument(prepared);
}

export function text(words: string, style: ParagraphStyle, gap: number): Block[] {
  return paragraph(printedLine(words), style, { width: WIDTH, gap });
}

/** The example's mark, the letterhead as the institution has it, and a line under it. */
export function letterhead(lang: Lang, { agency, head }: PaperFacts): Block[] {
  const lines = agency.letterhead.length > 0 ? agency.letterhead : [agency.name];
  const centred = (size: number): ParagraphStyle => ({ face: 'bold', size, leading: 1.25, align: 'centre' });
  return [
    ...(head.isExample
      ? text(t(lang)('papers.example'), { ...SMALL, face: 'bold', align: 'centre' }, 0)
      : []),
    ...lines.flatMap((line) => text(line, centred(12), 0)),
    { height: 2, gap: 6, operators: rule(0, 0, WIDTH, 0, 1.2) },
  ];
}

/** The day with its weekday, and how it is known where it was not simply stated. */
export function dayOf(lang: Lang, { head }: PaperFacts): string {
  const tr = t(lang);
  if (head.heldOn === null) return tr('papers.notDecided');
  const day = formatDate(lang, head.heldOn, true);
  return head.heldOnStatus === 'derived' ? `${day} (${tr('papers.derived')})` : day;
}

/** A clock of the institution's zone; what is not known is printed so. */
export function clockOf(lang: Lang, { agency }: PaperFacts, time: string | null): string {
  return time === null ? t(lang)('papers.notDecided') : formatClock(lang, time, agency.zone);
}

/** A clock as it stands in a table; a dash of words where nobody knows. */
export function shortClock(lang: Lang, time: string | null): string {
  if (time === null) return t(lang)('papers.notDecided');
  return lang === 'id' ? time.replace(':', '.') : time;
}

/** Rows as a table wants them, each cell as our fonts can set it. */
export function printedRows(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map(printedLine));
}
