import QRCode from 'qrcode';
import { num } from './syntax.ts';

/** Frozen choices of writer version 1, so that a specialised encoder can give the same modules. */
const FIXED = { errorCorrectionLevel: 'M', maskPattern: 2 } as const;

/**
 * Rows of modules, true is dark: byte mode, error correction M, mask 2 always, the smallest version that holds the
 * text. Every reader takes any mask; trying all eight would cost more than the rest of the document.
 */
export function qrModules(text: string): boolean[][] {
  const bytes = [{ mode: 'byte' as const, data: Buffer.from(text, 'utf8') }];
  const { size, data } = QRCode.create(bytes, FIXED).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size), Boolean),
  );
}

/**
 * The code as an inline one-bit mask, in hexadecimal so that content streams stay ASCII, filling a square of
 * `side` points whose lower left corner is (x, y). The caller leaves the quiet zone of four modules white.
 */
export function qrMark(modules: readonly boolean[][], x: number, y: number, side: number): string {
  const size = modules.length;
  const rows = modules.map(packRow).join('');
  const header = `/W ${size} /H ${size} /BPC 1 /IM true /D [1 0] /F /AHx`;
  return `q ${num(side)} 0 0 ${num(side)} ${num(x)} ${num(y)} cm BI ${header} ID ${rows}> EI Q\n`;
}

function packRow(row: readonly boolean[]): string {
  let hex = '';
  for (let at = 0; at < row.length; at += 8) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit++) byte = byte * 2 + (row[at + bit] ? 1 : 0);
    hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
}
