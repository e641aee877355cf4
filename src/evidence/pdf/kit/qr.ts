import QRCode from 'qrcode';
import { num } from './syntax.ts';

/** Rows of modules, true is dark. Error correction level M; the version follows from the length. */
export function qrModules(text: string): boolean[][] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) => Array.from(data.subarray(row * size, (row + 1) * size), Boolean));
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
