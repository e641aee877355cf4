import { formatNip } from '../../../agencies/index.ts';
import {
  type Block,
  closeDocument,
  compileSeries,
  fields,
  footedPages,
  paragraph,
  prepareDocument,
  strokedBox,
  together,
} from '../../../evidence/pdf/index.ts';
import { printedLine } from '../../../platform/print/index.ts';
import type { Signatory } from '../../may-sign.ts';
import { t } from './messages.ts';
import { BODY, foot, PAPER, type PaperText, textBlocks, WIDTH } from './paper-text.ts';

const BOX = { width: 200, height: 62 };

/** The paper for one person: text, who they are, and room for place, date and signature. */
export function blankPaper(about: PaperText, person: Signatory['person'], at: Date): Buffer {
  const { text, agency } = about;
  const tr = t(text.language);
  const blocks = [...textBlocks(about, identity(about, person)), ...signature(about, person)];
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: text.language });
  const prepared = prepareDocument(series, {
    title: printedLine(`${text.title} – ${person.name}`),
    author: printedLine(agency.name),
    at: at.toISOString(),
    attachments: [],
    pages: footedPages(PAPER, blocks, (page, pages) =>
      foot(about, tr('ink.paper.keep'), tr('ink.paper.page', { page, pages }), null),
    ),
  });
  return closeDocument(prepared);
}

function identity({ text }: PaperText, person: Signatory['person']): Block[] {
  const tr = t(text.language);
  const number = person.idNumber === null ? '' : formatNip(person.idNumber, person.idKind);
  const rows = [
    { label: tr('ink.name'), value: person.name, strong: true },
    { label: tr('ink.number'), value: number },
    { label: tr('ink.post'), value: person.post ?? '' },
    { label: tr('ink.unit'), value: person.unitName },
  ];
  const known = rows
    .filter(({ value }) => value !== '')
    .map((row) => ({ ...row, value: printedLine(row.value) }));
  return fields(known, BODY, 105, { left: 19, width: WIDTH - 19, gap: 5 });
}

function signature({ text }: PaperText, { name }: Signatory['person']): Block[] {
  const tr = t(text.language);
  const place = { left: WIDTH - BOX.width, width: BOX.width };
  const line = (words: string, gap: number, style = BODY) => paragraph(words, style, { ...place, gap });
  const box = strokedBox(WIDTH - BOX.width, -BOX.height, BOX.width, BOX.height, 0.6);
  return together([
    ...line(tr('ink.paper.placeDate'), 16),
    ...line(tr('ink.paper.ink'), 2),
    { height: BOX.height, gap: 4, operators: box },
    ...line(printedLine(name), 3, { ...BODY, face: 'bold' }),
  ]);
}
