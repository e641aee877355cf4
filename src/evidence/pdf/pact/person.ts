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
import { grouped } from './staff-number.ts';

const INK_BLUE = [0.09, 0.13, 0.36] as const;
export const SIGNING_HEIGHT = 56;
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

/**
 * Place and date, the drawn or typed signature, and the name, in the right half of the page. Of a signature on paper
 * neither its date nor its look is known to the record; of one kept on a device only when it was recorded is vouched for.
 */
export function signatoryBlock(
  record: SealedRecord,
  labels: Labels,
  body: ParagraphStyle,
  width: number,
  { day }: LocalTime,
): Block {
  const onPaper = record.act.method === 'ink';
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
    if (record.act.offline) set(`${labels.recorded} ${day}`, body);
    else if (!onPaper) set(record.act.place === null ? day : `${record.act.place}, ${day}`, body);
    set(labels.signatory, body);
    if (onPaper) set(labels.onPaper, body);
    else {
      setSignature(record.act, left, y, column);
      y -= SIGNING_HEIGHT;
    }
    set(record.person.name, { ...body, face: 'bold' }, true);
    if (record.person.idNumber !== '')
      set(`${labels.numbers[record.person.idKind]} ${grouped(record.person)}`, body);
  });
  return { height: -y, operators, gap: body.size * 1.4 };
}

/** Its strokes, or where nothing was drawn the typed name. */
export function setSignature(
  act: Pick<SealedRecord['act'], 'drawing' | 'typedName'>,
  left: number,
  top: number,
  width: number,
): void {
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
