import type { MinutesRecord } from '../../../verify/index.ts';
import { type Block, type ParagraphStyle, type Photo, paragraph, photoName } from '../../pdf/index.ts';
import { picture, uprightSize } from '../../pdf/kit/jpeg.ts';
import { num } from '../../pdf/kit/syntax.ts';
import { localTime } from '../../pdf/pact/local-time.ts';
import { section, WIDTH } from './sheet.ts';
import { COMMON, WORDS } from './words.ts';

const SPACE = 14;
const COLUMN = (WIDTH - SPACE) / 2;
const TALLEST = 168;
const CAPTION: ParagraphStyle = { face: 'regular', size: 8.5, leading: 1.28 };

/** Two in a row, each whole and above its own caption. */
export function photos(record: MinutesRecord, files: readonly Photo[]): Block[] {
  const rows: Block[] = [];
  for (let at = 0; at < files.length; at += 2) rows.push(row(record, files, at));
  return section(WORDS.photos, rows);
}

function row(record: MinutesRecord, files: readonly Photo[], first: number): Block {
  const cells = [first, first + 1]
    .filter((at) => at < files.length)
    .map((at) => ({ at, left: (at - first) * (COLUMN + SPACE), ...sizeOf(files[at]!) }));
  const tallest = Math.max(...cells.map(({ height }) => height));
  const captions = cells.map(({ at, left }) => caption(record, at, left));
  const below = Math.max(...captions.map(({ height }) => height));
  const pictures = cells.map(({ at, left, width, height }) => {
    return picture(photoName(at), files[at]!, [left, -height, width, height]);
  });
  const words = captions.map(({ operators }) => `q 1 0 0 1 0 ${num(-tallest - 3)} cm\n${operators}Q\n`);
  return {
    height: tallest + 3 + below,
    operators: [...pictures, ...words].join(''),
    gap: first === 0 ? 5 : 10,
  };
}

function sizeOf(photo: Photo): { width: number; height: number } {
  const { width, height } = uprightSize(photo);
  const scale = Math.min(COLUMN / width, TALLEST / height);
  return { width: width * scale, height: height * scale };
}

/** One block, however many lines. */
function caption({ photos, agency }: MinutesRecord, at: number, left: number): Block {
  const { caption, takenAt } = photos[at]!;
  const taken = takenAt === null ? null : localTime(takenAt, agency.zone, COMMON);
  const when = taken === null ? WORDS.noTime : `${WORDS.taken} ${taken.day} pukul ${taken.clock}`;
  const text = `${WORDS.photo} ${at + 1}. ${caption || WORDS.noCaption} (${when})`;
  const parts = paragraph(text, CAPTION, { left, width: COLUMN, gap: 0 });
  let height = 0;
  let operators = '';
  for (const part of parts) {
    operators += `q 1 0 0 1 0 ${num(-height)} cm\n${part.operators}Q\n`;
    height += part.height;
  }
  return { height, operators, gap: 0 };
}
