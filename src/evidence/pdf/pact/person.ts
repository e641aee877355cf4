import type { SealedRecord } from '../../../verify/index.ts';
import {
  type Block,
  type Field,
  fields,
  firstBaseline,
  lineHeight,
  type ParagraphStyle,
} from '../kit/block.ts';
import { inked, setMark, setRule, setText, textWidth } from '../kit/ink.ts';
import { drawing } from '../kit/strokes.ts';
import { wrap } from '../kit/wrap.ts';
import type { Labels } from './labels.ts';
import type { LocalTime } from './local-time.ts';

const INK_BLUE = [0.09, 0.13, 0.36] as const;
const SIGNING_HEIGHT = 56;
const DRAWING_WIDTH = 175;

/** The person's data, label by label, as they saw it when they signed. */
export function personBlock(
  { person }: SealedRecord,
  labels: Labels,
  body: ParagraphStyle,
  width: number,
): Block[] {
  const rows: Field[] = [{ label: labels.name, value: person.name, strong: true }];
  if (person.idNumber !== '') rows.push({ label: labels.numbers[person.idKind], value: grouped(person) });
  if (person.rank !== null) rows.push({ label: labels.rank, value: person.rank });
  if (person.post !== null) rows.push({ label: labels.post, value: person.post });
  rows.push({ label: labels.unit, value: person.unit }, { label: labels.employer, value: person.employer });
  let labelled = 0;
  for (const { label } of rows) labelled = Math.max(labelled, textWidth(body, label));
  const left = 1.75 * body.size;
  const place = { left, width: width - left, gap: body.size * 0.5 };
  return fields(rows, body, labelled + body.size, place);
}

/** Place and date, the drawn or typed signature, and the name, in the right half of the page. */
export function signatoryBlock(
  record: SealedRecord,
  labels: Labels,
  body: ParagraphStyle,
  width: number,
  { day }: LocalTime,
): Block {
  const left = width * 0.5;
  const column = width - left;
  let y = 0;
  const set = (text: string, style: ParagraphStyle, underlined = false) => {
    for (const line of wrap(style.face, style.size, text, column)) {
      const under = y - firstBaseline(style) - style.size * 0.14;
      if (underlined) setRule(left, under, left + textWidth(style, line), under, 0.6);
      setText(left, y - firstBaseline(style), style, line);
      y -= lineHeight(style);
    }
  };
  const operators = inked(() => {
    set(record.act.place === null ? day : `${record.act.place}, ${day}`, body);
    set(labels.signatory, body);
    setSignature(record, left, y, column);
    y -= SIGNING_HEIGHT;
    set(record.person.name, { ...body, face: 'bold' }, true);
    if (record.person.idNumber !== '')
      set(`${labels.numbers[record.person.idKind]} ${grouped(record.person)}`, body);
  });
  return { height: -y, operators, gap: body.size * 1.4 };
}

function setSignature({ act }: SealedRecord, left: number, top: number, width: number): void {
  if (act.drawing !== null) {
    setMark(drawing(act.drawing, left, top - SIGNING_HEIGHT + 2, DRAWING_WIDTH));
    return;
  }
  const size = [15, 13, 11, 9].find((each) => wrap('regular', each, act.typedName, width).length === 1) ?? 8;
  const style = { face: 'regular', size, tone: INK_BLUE } as const;
  wrap('regular', size, act.typedName, width).forEach((line, at) => {
    setText(left, top - SIGNING_HEIGHT * 0.62 - at * size * 1.15, style, line);
  });
}

/** `19850312 201001 1 005`: birth date, start, sex, serial; a PPPK's `19900615 2021 21 2 903`. A local number as it is. */
function grouped({ idKind, idNumber }: SealedRecord['person']): string {
  if (idKind === 'local') return idNumber;
  let text = '';
  let from = 0;
  for (const digits of GROUPS[idKind]) {
    text += (from === 0 ? '' : ' ') + idNumber.slice(from, from + digits);
    from += digits;
  }
  return text;
}

const GROUPS = { nip: [8, 6, 1, 3], 'ni-pppk': [8, 4, 2, 1, 3] } as const;
