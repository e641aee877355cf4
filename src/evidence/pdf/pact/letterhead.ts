import type { Block } from '../kit/block.ts';
import { capitals } from '../kit/face.ts';
import { rule, textCentred } from '../kit/ink.ts';
import { fitSize, wrapEvenly } from '../kit/wrap.ts';

const ADDRESS =
  /^(?:jl|jln|jalan|alamat|gedung|kompleks?)\b|telp|telepon|kode pos|laman|surel|e-?mail|@|www\.|\d{5}/i;
const MOST_NAMES = 3;

/**
 * The institution's letterhead: its names in bold capitals, the last of them larger, addresses smaller below,
 * closed by a thick and a thin rule.
 */
export function letterhead(lines: readonly string[], name: string, width: number): Block {
  const given = lines.length > 0 ? lines : [name];
  const names = countNames(given);
  let operators = '';
  let y = 0;
  given.forEach((line, at) => {
    const style = at < names ? nameStyle(capitals(line), at === names - 1, width) : ADDRESS_STYLE;
    const text = at < names ? capitals(line) : line;
    if (at === names) y -= 2;
    for (const part of wrapEvenly(style.face, style.size, text, width)) {
      y -= style.size * 1.22;
      operators += textCentred(0, width, y + style.size * 0.2, style, part);
    }
  });
  y -= 7;
  operators += rule(0, y, width, y, 2.2) + rule(0, y - 3, width, y - 3, 0.6);
  return { height: 4 - y, operators, gap: 0, shared: true };
}

const ADDRESS_STYLE = { face: 'regular', size: 9.5 } as const;

function nameStyle(line: string, last: boolean, width: number) {
  const sizes = last ? [16, 15, 14, 13, 12] : [13.5, 13, 12.5, 12];
  return { face: 'bold' as const, size: fitSize('bold', sizes, line, width) };
}

function countNames(lines: readonly string[]): number {
  const address = lines.findIndex((line, at) => at > 0 && ADDRESS.test(line));
  return Math.min(address === -1 ? lines.length : address, MOST_NAMES);
}
