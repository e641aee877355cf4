import type { QrCode } from '../qr/encode.ts';
import { num } from './syntax.ts';

/**
 * The code as an inline one-bit mask, in hexadecimal so that content streams stay ASCII, filling a square of
 * `side` points whose lower left corner is (x, y). The caller leaves the quiet zone of four modules white.
 */
export function qrMark({ size, rows }: QrCode, x: number, y: number, side: number): string {
  const header = `/W ${size} /H ${size} /BPC 1 /IM true /D [1 0] /F /AHx`;
  const bits = Buffer.from(rows.buffer, rows.byteOffset, rows.length).toString('hex');
  return `q ${num(side)} 0 0 ${num(side)} ${num(x)} ${num(y)} cm BI ${header} ID ${bits}> EI Q\n`;
}
