import type { Seal, SealedRecord } from '../../../verify/index.ts';
import { rule, type TextStyle, textAt, textCentred, textRight } from '../kit/ink.ts';
import { A4 } from '../kit/paper.ts';
import { qrMark } from '../kit/qr.ts';
import { wrap } from '../kit/wrap.ts';
import type { Labels } from './labels.ts';
import { dayInWords, localTime } from './local-time.ts';

const TOP = 116;
const QR_SIDE = 71;
const QR_LEFT = A4.left;
const QR_BOTTOM = TOP - 10 - QR_SIDE;
const LEFT = QR_LEFT + QR_SIDE + 14;
const RIGHT = A4.width - A4.right;
const LEADING = 1.28;
const ROOM = TOP - 20 - QR_BOTTOM;
const SIZES = [7.8, 7.4, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.5, 4];
const DEEP_RED = [0.5, 0.09, 0.09] as const;

/** The quiet foot of every page: QR, receipt, time, place in the log, text version, and what this signature is. */
export function foot(
  record: SealedRecord,
  seal: Seal,
  labels: Labels,
  modules: readonly boolean[][],
): string {
  const receipt = textAt(LEFT, TOP - 19, { face: 'regular', size: 8, tone: 0.25 }, labels.receipt);
  const number = textAt(LEFT + 78, TOP - 19.4, { face: 'bold', size: 10.5, tracking: 0.4 }, record.receipt);
  const line = rule(A4.left, TOP, RIGHT, TOP, 0.5, 0.45);
  return (
    line + qrMark(modules, QR_LEFT, QR_BOTTOM, QR_SIDE) + receipt + number + details(record, seal, labels)
  );
}

/** Set as large as the foot allows, however long the institution's name or the address is. */
function details(record: SealedRecord, seal: Seal, labels: Labels): string {
  const { size, lines } = fitLines(sentences(record, seal, labels));
  return lines
    .map(({ face, text }, at) =>
      textAt(LEFT, TOP - 24 - (at + 1) * size * LEADING, { face, size, tone: 0.25 }, text),
    )
    .join('');
}

function fitLines(paragraphs: readonly Line[]): { size: number; lines: Line[] } {
  for (const size of SIZES) {
    const lines = paragraphs.flatMap(({ face, text }) => {
      return wrap(face, size, text, RIGHT - LEFT).map((line) => ({ face, text: line }));
    });
    if (lines.length * size * LEADING <= ROOM || size === SIZES.at(-1)) return { size, lines };
  }
  throw new Error('no type size for the foot');
}

interface Line {
  readonly face: 'regular' | 'bold';
  readonly text: string;
}

function sentences(record: SealedRecord, seal: Seal, labels: Labels): Line[] {
  const { act, agency, text } = record;
  const { day, clock } = localTime(act.at, agency.zone, labels);
  const how = [
    `${labels.typed} “${act.typedName}”`,
    ...(act.drawing ? [labels.drawn] : []),
    labels.methods[act.method],
  ];
  const index = String(seal.index).replace(/\B(?=(\d{3})+$)/g, labels.separator === '.' ? '.' : ',');
  const plain = [
    `${labels.signed} ${day} ${labels.clock} ${clock}; ${how.join(', ')}.`,
    ...(act.ceremony ? [ceremony(act.ceremony, labels)] : []),
    `${labels.entry} ${index} ${labels.at} ${seal.origin}`,
    `${labels.text} ${text.id} ${labels.version} ${text.version}, SHA-256 ${text.digest.slice(0, 16)}…`,
    `${labels.check} ${seal.verifyUrl}`,
  ];
  return [
    { face: 'bold', text: `${labels.strengths[act.strength]} ${labels.sealed} ${agency.name}.` },
    ...plain.map((words) => ({ face: 'regular' as const, text: words })),
  ];
}

function ceremony({ title, date }: { title: string; date: string | null }, labels: Labels): string {
  const held = date === null ? '' : `, ${dayInWords(date, labels)}`;
  return `${labels.ceremony}: ${title}${held}`;
}

/** Calm words above the letterhead: an example, a draft. */
export function notice(record: SealedRecord, labels: Labels): string {
  const words = [...(record.example ? [labels.example] : []), ...(record.text.draft ? [labels.draft] : [])];
  const style: TextStyle = { face: 'bold', size: 8.5, tone: DEEP_RED, tracking: 0.3 };
  return textCentred(A4.left, RIGHT, A4.height - 30, style, words.join('  •  '));
}

/** `Halaman 1 dari 2`; a single page is not counted. */
export function pageNumber(page: number, pages: number, labels: Labels): string {
  if (pages === 1) return '';
  const words = `${labels.page} ${page} ${labels.of} ${pages}`;
  return textRight(RIGHT, TOP + 5, { face: 'regular', size: 7.8, tone: 0.25 }, words);
}
