import {
  type Block,
  capitals,
  compileSeries,
  fields,
  footedPages,
  gapped,
  hanging,
  letterhead,
  measure,
  type ParagraphStyle,
  PLAIN_PAPER,
  paragraph,
  plainFoot,
  prepareDocument,
  textWidthOf,
  together,
} from '../../../evidence/pdf/kit/index.ts';
import { footOf, type Paper, type Part, SEALED, titleOf } from '../paper.ts';

const WIDTH = textWidthOf(PLAIN_PAPER);
const BODY: ParagraphStyle = { face: 'regular', size: 10.8, leading: 1.28 };
const CENTRED: ParagraphStyle = { ...BODY, align: 'centre' };
const TITLE: ParagraphStyle = { face: 'bold', size: 13.5, leading: 1.3, align: 'centre' };
const HEADING: ParagraphStyle = { face: 'bold', size: 10.8, leading: 1.28 };
const SMALL: ParagraphStyle = { face: 'regular', size: 8.6, leading: 1.3, tone: 0.25 };
const COLUMN = WIDTH / 2 - 12;
const SIGNING_ROOM = 40;
const [LEAST_LABEL, MOST_LABEL] = [112, 190];

/**
 * The PDF complete but for its seal, from nothing but the paper; built in the browser, where alone its words are known.
 * @throws Error at a letter without a glyph: `valueFaults` is asked before
 */
export function layOut(paper: Paper) {
  const series = compileSeries({ shared: [], attachments: [], signed: true, language: 'id' });
  const foot = footOf(paper, true);
  const pages = footedPages(PLAIN_PAPER, blocksOf(paper), (page, of) =>
    plainFoot(foot, `Halaman ${page} dari ${of}`),
  );
  return prepareDocument(series, {
    title: titleOf(paper),
    author: paper.agency,
    at: paper.at,
    pages,
    attachments: [],
    seal: { name: paper.agency, reason: SEALED },
  });
}

function blocksOf(paper: Paper): Block[] {
  const head = { ...letterhead(paper.letterhead, paper.agency, WIDTH), shared: false };
  const example = paper.example ? set('CONTOH', { ...CENTRED, face: 'bold', size: 9 }, 4) : [];
  return [head, ...example, ...partsOf(paper.parts), ...notesOf(paper.notes)];
}

function partsOf(parts: readonly Part[]): Block[] {
  const labels = parts.flatMap((part) =>
    part.as === 'field' ? [measure(BODY.face, BODY.size, part.label)] : [],
  );
  const room = Math.max(LEAST_LABEL, ...labels.filter((width) => width <= MOST_LABEL)) + 4;
  return parts.flatMap((part, at) => {
    const made = blocksFor(part, parts[at - 1]?.as, room);
    // A heading stands with what begins below it, a signature with what it is under.
    if (part.as === 'heading' || part.as === 'title') return made.map((one) => ({ ...one, keep: true }));
    return parts[at + 1]?.as === 'sign' ? [...made.slice(0, -1), ...kept(made.slice(-1))] : made;
  });
}

function kept(blocks: readonly Block[]): Block[] {
  return blocks.map((one) => ({ ...one, keep: true }));
}

function blocksFor(part: Part, before: Part['as'] | undefined, room: number): Block[] {
  if (part.as === 'title') return set(capitals(part.text), TITLE, 16);
  if (part.as === 'centred') return set(part.text, CENTRED, before === 'paragraph' ? 14 : 2);
  if (part.as === 'heading') return set(part.text, HEADING, 12);
  if (part.as === 'paragraph') return set(part.text, BODY, before === 'centred' ? 14 : 7);
  if (part.as === 'item')
    return hanging(`${part.number}.`, part.text, BODY, 20, { width: WIDTH, gap: before === 'item' ? 2 : 5 });
  if (part.as === 'field') return fieldRow(part, room, before === 'field' ? 1.5 : 6);
  return [signing(part.left, part.right)];
}

/** A label longer than any column becomes the beginning of its line. */
function fieldRow({ label, text }: { label: string; text: string }, room: number, gap: number): Block[] {
  if (measure(BODY.face, BODY.size, label) > MOST_LABEL) return set(`${label}: ${text}`, BODY, gap);
  return fields([{ label, value: text }], BODY, room, { width: WIDTH, gap });
}

/** Both columns as one block, which no page parts. */
function signing(left: readonly string[], right: readonly string[]): Block {
  const [one, two] = [column(left, 0), column(right, WIDTH - COLUMN)];
  return { height: Math.max(one.height, two.height), operators: one.operators + two.operators, gap: 22 };
}

function column(lines: readonly string[], at: number): { height: number; operators: string } {
  let [height, operators] = [0, ''];
  for (const line of lines) {
    if (line === '') {
      height += SIGNING_ROOM;
      continue;
    }
    for (const block of paragraph(line, BODY, { left: at, width: COLUMN, gap: 0 })) {
      operators += `q 1 0 0 1 0 ${(-height).toFixed(2)} cm\n${block.operators}Q\n`;
      height += block.height;
    }
  }
  return { height, operators };
}

function notesOf(notes: readonly string[]): Block[] {
  const blocks = notes.flatMap((note) => set(note, SMALL, 2));
  return together(gapped(blocks, 20));
}

function set(text: string, style: ParagraphStyle, gap: number): Block[] {
  return paragraph(text, style, { width: WIDTH, gap });
}
