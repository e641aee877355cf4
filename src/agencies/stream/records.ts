import { isUtf8 } from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');

/** UTF-8 where it is that, else what Excel on an Indonesian Windows writes. */
export function textOf(bytes: Buffer): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const bare = marked ? bytes.subarray(3) : bytes;
  return isUtf8(bare) ? bare.toString('utf8') : windows1252.decode(bare);
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
