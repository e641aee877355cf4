import type { SealedRecord } from '../../../verify/index.ts';
import {
  type Block,
  type Field,
  fields,
  firstBaseline,
  lineHeight,
  type ParagraphStyle,
} from '../kit/block.ts';
import { rule, textAt, textWidth } from '../kit/ink.ts';
import { drawing } from '../kit/strokes.ts';
import { wrap } from '../kit/wrap.ts';
import type { Labels } from './labels.ts';
import { localTime } from './local-time.ts';

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
  const rows: (Field | null)[] = [
    { label: labels.name, value: person.name, strong: true },
    person.idNumber === '' ? null : { label: labels.numbers[person.idKind], value: grouped(person) },
    person.rank === null ? null : { label: labels.rank, value: person.rank },
    person.post === null ? null : { label: labels.post, value: person.post },
    { label: labels.unit, value: person.unit },
    { label: labels.employer, value: person.employer },
  ];
  const shown = rows.filter((row) => row !== null);
  const labelled = Math.max(...shown.map(({ label }) => textWidth(body, label))) + body.size;
  const left = 1.75 * body.size;
  return fields(shown, body, labelled, { left, width: width - left, gap: body.size * 0.5 });
}

/** Place and date, the drawn or typed signature, and the name, in the right half of the page. */
export function signatoryBlock(
  record: SealedRecord,
  labels: Labels,
  body: ParagraphStyle,
  width: number,
): Block {
  const left = width * 0.5;
  const column = width - left;
  const { day } = localTime(record.act.at, record.agency.zone, labels);
  let y = 0;
  let operators = '';
  const set = (text: string, style: ParagraphStyle) => {
    for (const line of wrap(style.face, style.size, text, column)) {
      operators += textAt(left, y - firstBaseline(style), style, line);
      y -= lineHeight(style);
    }
  };
  set(record.act.place === null ? day : `${record.act.place}, ${day}`, body);
  set(labels.signatory, body);
  operators += signature(record, left, y, column);
  y -= SIGNING_HEIGHT;
  const strong: ParagraphStyle = { ...body, face: 'bold' };
  for (const line of wrap('bold', body.size, record.person.name, column)) {
    const under = y - firstBaseline(body) - body.size * 0.14;
    operators += rule(left, under, left + textWidth(strong, line), under, 0.6);
    set(line, strong);
  }
  if (record.person.idNumber !== '')
    set(`${labels.numbers[record.person.idKind]} ${grouped(record.person)}`, body);
  return { height: -y, operators, gap: body.size * 1.4 };
}

function signature({ act }: SealedRecord, left: number, top: number, width: number): string {
  if (act.drawing !== null) return drawing(act.drawing, left, top - SIGNING_HEIGHT + 2, DRAWING_WIDTH);
  const size = [15, 13, 11, 9].find((each) => wrap('regular', each, act.typedName, width).length === 1) ?? 8;
  const style = { face: 'regular', size, tone: INK_BLUE } as const;
  return wrap('regular', size, act.typedName, width)
    .map((line, at) => textAt(left, top - SIGNING_HEIGHT * 0.62 - at * size * 1.15, style, line))
    .join('');
}

/** `19850312 201001 1 005`: birth date, start, sex, serial; a PPPK's `19900615 2021 21 2 903`. A local number as it is. */
function grouped({ idKind, idNumber }: SealedRecord['person']): string {
  if (idKind === 'local') return idNumber;
  if (idKind === 'ni-pppk') return idNumber.replace(/^(\d{8})(\d{4})(\d\d)(\d)(\d{3})$/, '$1 $2 $3 $4 $5');
  return idNumber.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}
