import {
  A4,
  type Block,
  hanging,
  type ParagraphStyle,
  paragraph,
  textWidthOf,
  together,
} from '../../pdf/index.ts';

export const WIDTH = textWidthOf(A4);
export const BODY: ParagraphStyle = { face: 'regular', size: 10.5, leading: 1.32 };
export const SMALL: ParagraphStyle = { face: 'regular', size: 8.8, leading: 1.3, tone: 0.25 };
const HEAD: ParagraphStyle = { face: 'bold', size: 10.5, leading: 1.3 };

/** A heading that stays with what begins below it; nothing where there is nothing. */
export function section(title: string, blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  return [...together([...lines(title, HEAD, 13), first]), ...rest];
}

const MOST_LINES = 40;

/** Attacker: whoever writes a thousand empty lines, by which the file becomes too large to be checked. */
export function passage(text: string): string {
  const parts = text.split('\n');
  return parts.length <= MOST_LINES ? text : parts.filter((part) => part !== '').join(' / ');
}

export function lines(text: string, style: ParagraphStyle, gap: number): Block[] {
  return paragraph(text, style, { width: WIDTH, gap });
}

export function numbered(items: readonly string[]): Block[] {
  return items.flatMap((item, at) =>
    hanging(`${at + 1}.`, item, BODY, 20, { width: WIDTH, gap: at === 0 ? 4 : 1.5 }),
  );
}
