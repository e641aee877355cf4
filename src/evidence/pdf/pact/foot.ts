import { clockDoubt, type Seal, type SealedRecord } from '../../../verify/index.ts';
import { measure } from '../kit/face.ts';
import {
  closeText,
  inked,
  moveText,
  openText,
  setMark,
  setRule,
  setText,
  setToned,
  showText,
  type TextStyle,
  textCentred,
  textRight,
  turnFace,
} from '../kit/ink.ts';
import { A4 } from '../kit/paper.ts';
import { qrMark } from '../kit/qr.ts';
import { wrap } from '../kit/wrap.ts';
import type { QrCode } from '../qr/encode.ts';
import type { Labels } from './labels.ts';
import { dayInWords, type LocalTime, localTime } from './local-time.ts';

const TOP = 128;
/** 30 mm: a module of the usual code with claims is half a millimetre. */
const QR_SIDE = 85;
const QR_LEFT = A4.left;
const QR_BOTTOM = TOP - 10 - QR_SIDE;
const LEFT = QR_LEFT + QR_SIDE + 14;
const RIGHT = A4.width - A4.right;
const WIDTH = RIGHT - LEFT;
const LEADING = 1.28;
const ROOM = TOP - 20 - QR_BOTTOM;
const SIZES = [7.8, 7.4, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.5, 4];
const DEEP_RED = [0.5, 0.09, 0.09] as const;

/** The quiet foot of every page: QR, receipt, time, place in the log, text version, and what this signature is. */
export function foot(record: SealedRecord, seal: Seal, labels: Labels, at: LocalTime, code: QrCode): string {
  return footOf(record.receipt, sentences(record, seal, labels, at), labels, code);
}

/** The same of whatever is sealed. */
export function footOf(receipt: string, details: readonly Line[], labels: Labels, code: QrCode): string {
  return inked(() => {
    setRule(A4.left, TOP, RIGHT, TOP, 0.5, 0.45);
    setMark(qrMark(code, QR_LEFT, QR_BOTTOM, QR_SIDE));
    setText(LEFT + 78, TOP - 19.4, { face: 'bold', size: 10.5, tracking: 0.4 }, receipt);
    setToned(0.25, () => {
      setText(LEFT, TOP - 19, { face: 'regular', size: 8 }, labels.receipt);
      setDetails(details);
    });
  });
}

/** As large as the foot allows, however long the institution's name or the address is. */
function setDetails(paragraphs: readonly Line[]): void {
  const { size, lines } = fitLines(paragraphs);
  const style = { face: paragraphs[0]!.face, size };
  let { face } = style;
  openText(LEFT, TOP - 24 - size * LEADING, style);
  lines.forEach((line, at) => {
    if (at > 0) moveText(0, -size * LEADING);
    if (line.face !== face) turnFace(line.face, size);
    face = line.face;
    showText(face, line.text);
  });
  closeText();
}

function fitLines(paragraphs: readonly Line[]): { size: number; lines: Line[] } {
  const widths = paragraphs.map(({ face, text }) => measure(face, 1, text));
  for (const size of SIZES) {
    const last = size === SIZES.at(-1);
    const fewest = widths.reduce((sum, width) => sum + Math.ceil((width * size) / WIDTH), 0);
    if (fewest * size * LEADING > ROOM && !last) continue;
    const lines: Line[] = [];
    paragraphs.forEach((paragraph, at) => {
      const { face, text } = paragraph;
      if (widths[at]! * size <= WIDTH) lines.push(paragraph);
      else for (const line of wrap(face, size, text, WIDTH)) lines.push({ face, text: line });
    });
    if (lines.length * size * LEADING <= ROOM || last) return { size, lines };
  }
  throw new Error('no type size for the foot');
}

export interface Line {
  readonly face: 'regular' | 'bold';
  readonly text: string;
}

function sentences(record: SealedRecord, seal: Seal, labels: Labels, { day, clock }: LocalTime): Line[] {
  const { act, agency, text } = record;
  const { what, how } = deed(record, labels);
  const index = grouped(seal.index, labels.separator === '.' ? '.' : ',');
  const plain = [
    `${what} ${day} ${labels.clock} ${clock}; ${how}.${doubt(act, labels)}`,
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

/** Of a signature on paper, or kept on a device, the moment is that of the record; on paper nobody typed a name. */
function deed({ act, agency }: SealedRecord, labels: Labels): { what: string; how: string } {
  const { method, typedName, drawing, offline } = act;
  const way = labels.methods[method];
  if (method === 'ink') return { what: labels.recorded, how: `${labels.signed.toLowerCase()} ${way}` };
  const drawn = drawing ? `${labels.drawn}, ` : '';
  const how = `${labels.typed} “${typedName}”, ${drawn}${way}`;
  if (!offline) return { what: labels.signed, how };
  const { day, clock } = localTime(offline.at, agency.zone, labels);
  return {
    what: labels.recorded,
    how: `${how}, ${labels.held.replace('{day}', day).replace('{clock}', clock)}`,
  };
}

/** What the device's clock said is printed, and whether it can be believed. */
function doubt({ at, offline }: SealedRecord['act'], labels: Labels): string {
  const minutes = offline ? clockDoubt(at, offline) : null;
  return minutes === null ? '' : ` ${labels.doubted.replace('{minutes}', String(minutes))}`;
}

export function grouped(index: number, separator: string): string {
  let left = String(index);
  let text = '';
  for (; left.length > 3; left = left.slice(0, -3)) text = separator + left.slice(-3) + text;
  return left + text;
}

function ceremony({ title, date }: { title: string; date: string | null }, labels: Labels): string {
  const held = date === null ? '' : `, ${dayInWords(date, labels)}`;
  return `${labels.ceremony}: ${title}${held}`;
}

/** Calm words above the letterhead: an example, a draft. */
export function notice(record: { example: boolean; text: { draft: boolean } }, labels: Labels): string {
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
