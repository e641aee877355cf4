import { num } from './syntax.ts';

const [M, L, SPACE, ZERO, NINE] = [0x4d, 0x4c, 0x20, 0x30, 0x39];
let desk = Buffer.allocUnsafeSlow(8192);

/**
 * A drawn signature as vector strokes inside a box whose lower left corner is (x, y). `path` is `M x y L x y …` with
 * whole numbers, 0..1000 across and 0..300 down, as the record's schema has it; anything but letters with two numbers
 * each throws here. The numbers stand in the file as they were drawn: the matrix turns and scales them.
 */
export function drawing(path: string, x: number, y: number, width: number): string {
  const scale = width / 1000;
  const matrix = `${scaled(scale)} 0 0 ${scaled(-scale)} ${num(x)} ${num(y + 300 * scale)} cm`;
  return `q ${matrix} ${num(1.1 / scale)} w 1 J 1 j 0.09 0.13 0.36 RG ${operatorsOf(path.trim())} S Q\n`;
}

/** Four decimals: a stroke is a thousand units long at most. */
function scaled(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/**
 * `M x y L x y` as `x y m x y l`. Operators follow their numbers, so in the place of each letter comes the one before
 * it, in lower case, and the last one at the end.
 */
function operatorsOf(path: string): string {
  if (desk.length < path.length + 2) desk = Buffer.allocUnsafeSlow(2 * path.length);
  const end = desk.write(`${path} L`, 'latin1');
  let operator = desk[0]!;
  if (operator !== M) throw new Error('not a drawn signature');
  for (let at = 1, spaces = 0; at < end; at++) {
    const byte = desk[at]!;
    if (byte === SPACE) spaces++;
    else if (byte === M || byte === L) {
      if (spaces !== 3) throw new Error('not a drawn signature');
      spaces = 0;
      desk[at] = operator | 0x20;
      operator = byte;
    } else if (byte < ZERO || byte > NINE) throw new Error('not a drawn signature');
  }
  return desk.toString('latin1', 2, end);
}
