import {
  type FrameOfRecords,
  frameOfRecords,
  type RecordFrame,
  type SealedRecord,
} from '../../../verify/index.ts';
import { type Block, hanging, type ParagraphStyle, paragraph, together } from '../kit/block.ts';
import { capitals } from '../kit/face.ts';
import { heightOf } from '../kit/flow.ts';
import { textWidth } from '../kit/ink.ts';
import { A4, type Arrangement, textHeightOf, textWidthOf } from '../kit/paper.ts';
import { compileSeries, type Series } from '../kit/series.ts';
import { notice } from './foot.ts';
import { LABELS, type Labels } from './labels.ts';
import { letterhead } from './letterhead.ts';

/** What all pacts of one campaign and language share, laid out and compiled once. */
export interface PactTemplate {
  /** What the records have in common that it was made from; a record with another frame needs another template. */
  readonly frame: RecordFrame;
  readonly shared: FrameOfRecords;
  readonly labels: Labels;
  readonly body: ParagraphStyle;
  readonly beforePerson: readonly Block[];
  readonly afterPerson: readonly Block[];
  readonly series: Series;
  /** Operators above the letterhead of every page. */
  readonly notice: string;
  /** The pages for the heights of a person's blocks, as they were met. */
  readonly arrangements: Map<string, readonly Arrangement[]>;
}

/** The pact's two attachments, in their order in the file. */
export const PACT_ATTACHMENTS = [
  { name: 'ikrar-record.json', type: 'application/json', relationship: 'Source' },
  { name: 'ikrar-seal.json', type: 'application/json', relationship: 'Data' },
] as const;

/** Type sizes tried from the largest; the first whose ordinary document fits one page is taken. */
const SIZES = [12, 11.5, 11, 10.5, 10];
const SIZE_OF_LONG_TEXTS = 11;
/** A person's block and the signature, with two values that need a second line, in lines of body text. */
const PERSONAL_LINES = 19;

/** Compiles the static part of a record's campaign. About a millisecond; keep it for the batch. */
export function compilePact(record: SealedRecord): PactTemplate {
  const fits = SIZES.find((size) => {
    const { beforePerson, afterPerson, body } = layOut(record, size);
    const personal = PERSONAL_LINES * body.size * body.leading;
    return heightOf(beforePerson) + personal + heightOf(afterPerson) <= textHeightOf(A4);
  });
  const { beforePerson, afterPerson, body } = layOut(record, fits ?? SIZE_OF_LONG_TEXTS);
  const series = compileSeries({
    shared: [...beforePerson, ...afterPerson],
    attachments: PACT_ATTACHMENTS,
    signed: true,
    language: record.text.language,
  });
  const labels = LABELS[record.text.language];
  const { act: _, person: __, receipt: ___, ...shared } = record;
  const frame = frameOfRecords(shared);
  return {
    frame,
    shared,
    labels,
    body,
    beforePerson,
    afterPerson,
    series,
    notice: notice(record, labels),
    arrangements: new Map(),
  };
}

/** Whether it serves this record. */
export function isTemplateOf(template: PactTemplate, record: SealedRecord): boolean {
  const { shared, frame } = template;
  if (record.text === shared.text && record.agency === shared.agency && record.bases === shared.bases)
    return true;
  const { act: _, person: __, receipt: ___, ...own } = record;
  return Buffer.compare(frameOfRecords(own).id, frame.id) === 0;
}

function layOut(record: SealedRecord, size: number) {
  const { agency, bases, text } = record;
  const labels = LABELS[text.language];
  const width = textWidthOf(A4);
  const body: ParagraphStyle = { face: 'regular', size, leading: 1.32 };
  const place = { width, gap: size * 0.8, shared: true };
  const leads = labels.saysUndersigned.test(text.opener);
  const opener = text.opener === '' ? [] : together(paragraph(text.opener, body, place));
  const undersigned = together(paragraph(labels.undersigned, body, place));
  const beforePerson = [
    letterhead(agency.letterhead, agency.name, width),
    ...title(record, width),
    ...basisList(bases, labels, Math.max(size - 1.5, 9), width),
    ...(leads ? opener : undersigned),
  ];
  const points = text.points.flatMap((point, at) => {
    return hanging(`${at + 1}.`, point, body, 1.75 * size, { ...place, gap: size * (at === 0 ? 0.7 : 0.45) });
  });
  const closing = text.closing === '' ? [] : paragraph(text.closing, body, place);
  const afterPerson = [...(leads ? [] : opener), ...points, ...closing];
  return { body, beforePerson, afterPerson: endingKept(afterPerson) };
}

/** The last lines stay with the signature, which never stands alone on a page. */
function endingKept(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => (at === blocks.length - 1 ? { ...block, keep: true } : block));
}

function title({ text, campaign }: SealedRecord, width: number): Block[] {
  const words = capitals(text.title);
  const size = textWidth({ face: 'bold', size: 14 }, words) <= 2 * width ? 14 : 12;
  const heading = { face: 'bold', size, leading: 1.25, align: 'centre' } as const;
  const titled = paragraph(words, heading, { width, gap: 18, shared: true });
  if (words.includes(capitals(campaign.election))) return titled;
  const below = { face: 'regular', size: 11, leading: 1.3, align: 'centre' } as const;
  return [...titled, ...paragraph(campaign.election, below, { width, gap: 2, shared: true })];
}

function basisList(bases: readonly string[], labels: Labels, size: number, width: number): Block[] {
  const style: ParagraphStyle = { face: 'regular', size, leading: 1.25 };
  const indent = textWidth(style, `${labels.bases} :`) + 10;
  const [only] = bases;
  if (only === undefined) return [];
  const lists = bases.map((basis, at) => {
    const place = { left: indent, width: width - indent, gap: at === 0 ? 14 : 1.5, shared: true };
    return bases.length === 1
      ? paragraph(basis, style, place)
      : hanging(`${at + 1}.`, basis, style, 16, place);
  });
  const [first, ...rest] = lists.flat();
  const [named] = paragraph(`${labels.bases} :`, style, { width: indent, gap: 0 });
  return [{ ...first!, operators: named!.operators + first!.operators }, ...rest];
}
