import type { MinutesRecord } from '../../../verify/index.ts';
import { type Block, type ParagraphStyle, textWidth, wrap } from '../../pdf/index.ts';
import { firstBaseline, lineHeight } from '../../pdf/kit/block.ts';
import { inked, setRule, setText } from '../../pdf/kit/ink.ts';
import { localTime } from '../../pdf/pact/local-time.ts';
import { SIGNING_HEIGHT, setSignature } from '../../pdf/pact/person.ts';
import { BODY, lines, passage, SMALL, section, WIDTH } from './sheet.ts';
import { COMMON, METHODS, SIGNERS, WORDS } from './words.ts';

type Signature = MinutesRecord['signatures'][number];

const SPACE = 20;
const COLUMN = (WIDTH - SPACE) / 2;

/** Two beside each other, in the order of the record. */
export function signatures(record: MinutesRecord): Block[] {
  const [first, ...rest] = record.signatures.length === 0 ? lines(WORDS.nobody, BODY, 6) : pairs(record);
  const closing = { ...lines(WORDS.closing, BODY, 14)[0]!, keep: true };
  return [closing, first!, ...rest, ...section(WORDS.objections, objections(record))];
}

function pairs({ signatures, agency }: MinutesRecord): Block[] {
  const rows: Block[] = [];
  for (let at = 0; at < signatures.length; at += 2) {
    const cells = signatures
      .slice(at, at + 2)
      .map((one, side) => cell(one, agency.zone, side * (COLUMN + SPACE)));
    const height = Math.max(...cells.map((one) => one.height));
    rows.push({ height, operators: cells.map(({ operators }) => operators).join(''), gap: 12 });
  }
  return rows;
}

function cell(one: Signature, zone: MinutesRecord['agency']['zone'], left: number) {
  let y = 0;
  const set = (text: string, style: ParagraphStyle, underlined = false) => {
    for (const line of wrap(style.face, style.size, text, COLUMN)) {
      const baseline = y - firstBaseline(style);
      if (underlined) setRule(left, baseline - 1.5, left + textWidth(style, line), baseline - 1.5, 0.6);
      setText(left, baseline, style, line);
      y -= lineHeight(style);
    }
  };
  const operators = inked(() => {
    set(`${SIGNERS[one.role]},`, BODY);
    if (one.typedName === null) setText(left, y - SIGNING_HEIGHT * 0.62, SMALL, missing(one));
    else setSignature({ drawing: one.drawing, typedName: one.typedName }, left, y, COLUMN);
    y -= SIGNING_HEIGHT;
    set(one.name, { ...BODY, face: 'bold' }, true);
    set(one.office, BODY);
    if (one.institution !== null) set(one.institution, BODY);
    if (one.signedAt !== null) set(signed(one, zone), SMALL);
  });
  return { height: -y, operators };
}

function missing({ objection }: Signature): string {
  return objection ? WORDS.objected : WORDS.unsigned;
}

/** In their own words, over the whole width: they may be long. */
function objections({ signatures, agency }: MinutesRecord): Block[] {
  return signatures.flatMap(({ name, office, objection }) => {
    if (!objection) return [];
    const { day, clock } = localTime(objection.at, agency.zone, COMMON);
    const who = lines(`${name}, ${office}, ${day} ${COMMON.clock} ${clock}:`, BODY, 5);
    return [...who.map((block) => ({ ...block, keep: true })), ...lines(passage(objection.text), BODY, 1)];
  });
}

function signed({ signedAt, typedName, method }: Signature, zone: MinutesRecord['agency']['zone']): string {
  const { day, clock } = localTime(signedAt as string, zone, COMMON);
  const how = METHODS[method as NonNullable<typeof method>];
  return `${COMMON.signed} ${day} ${COMMON.clock} ${clock}; ${COMMON.typed} “${typedName}”, ${how}.`;
}
