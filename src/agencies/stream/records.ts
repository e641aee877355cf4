import { isAscii, isUtf8 } from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');

/** UTF-8 where it is that, else what Excel on an Indonesian Windows writes. */
export function textOf(bytes: Buffer): string {
  const bare = withoutMark(bytes);
  return decoderOf(bare)(bare);
}

const PIECE = 64 * 1024;

/**
 * The same in pieces of whole lines, so that the text dies young with its rows; where quotes may enclose line ends, all
 * of it at once.
 */
export function* textsOf(bytes: Buffer): Generator<string> {
  const bare = withoutMark(bytes);
  const decode = decoderOf(bare);
  const size = bare.includes(0x22) ? bare.length : PIECE;
  for (let from = 0; from < bare.length; ) {
    const line = bare.indexOf(0x0a, from + size);
    const end = line < 0 ? bare.length : line + 1;
    yield decode(bare.subarray(from, end));
    from = end;
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Of all the bytes: a piece without a letter that tells them apart would be read the other way. */
function decoderOf(bytes: Buffer): (piece: Buffer) => string {
  if (isAscii(bytes)) return (piece) => piece.toString('latin1');
  return isUtf8(bytes) ? (piece) => piece.toString('utf8') : (piece) => windows1252.decode(piece);
}

/**
 * The records of whole lines (RFC 4180, leniently: stray quotes stay as they stand, rows may be ragged). A blank line is
 * a record of one empty cell, so that rows are counted as a spreadsheet shows them.
 */
export function* recordsOf(text: string, delimiter: string): Generator<string[]> {
  let at = 0;
  let quote = text.indexOf('"');
  while (at < text.length) {
    const line = text.indexOf('\n', at);
    const end = line < 0 ? text.length : line;
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    if (quote < 0 || quote > end) {
      yield text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end).split(delimiter);
      at = end + 1;
      continue;
    }
    const record = quotedRecord(text, at, delimiter);
    yield record.cells;
    at = record.next;
  }
}

/** Attacker: a file without another delimiter, or of one line only, which looked for again in each cell costs its square. */
function quotedRecord(text: string, from: number, delimiter: string): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = from;
  let line = -1;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const close = closing(text, at + 1);
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    if (line < at) line = lineEndFrom(text, at);
    const left = text.slice(at, line);
    const cut = left.indexOf(delimiter);
    const tail = cut < 0 ? left : left.slice(0, cut);
    cells.push(cell + (cut < 0 && tail.endsWith('\r') ? tail.slice(0, -1) : tail));
    at += tail.length + 1;
    if (cut < 0) return { cells, next: at };
  }
}

function lineEndFrom(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line < 0 ? text.length : line;
}

/** The end of the text where no quote closes: the last record of a file. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return text.length;
}
