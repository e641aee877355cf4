import { num } from './syntax.ts';

/**
 * A drawn signature as vector strokes inside a box whose lower left corner is (x, y).
 * `path` is `M x y L x y …` with whole numbers, 0..1000 across and 0..300 down; anything else throws,
 * because the record's schema has already refused it.
 */
export function drawing(path: string, x: number, y: number, width: number): string {
  const scale = width / 1000;
  const operators: string[] = [];
  for (const part of path.trim().split(/(?=[ML])/)) {
    const point = /^([ML]) ?(\d{1,4})[ ,](\d{1,3}) ?$/.exec(part);
    if (!point || Number(point[2]) > 1000 || Number(point[3]) > 300) throw new Error('not a drawn signature');
    const command = point[1] === 'M' ? 'm' : 'l';
    operators.push(
      `${num(x + Number(point[2]) * scale)} ${num(y + (300 - Number(point[3])) * scale)} ${command}`,
    );
  }
  return `q 1.1 w 1 J 1 j 0.09 0.13 0.36 RG ${operators.join(' ')} S Q\n`;
}
