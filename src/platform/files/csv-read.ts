import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { type Delimiter, detectDelimiter } from './csv-delimiter.ts';
import { decodeText, detectEncoding, type TextEncoding } from './csv-encoding.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { FileProblem } from './problem.ts';
import type { Cell, SheetRow, Table } from './rows.ts';

/** What was guessed of the file, to be shown to the person who uploaded it. */
export type CsvTable = Table & { encoding: TextEncoding; delimiter: Delimiter };

/**
 * Opens delimited text (RFC 4180, read leniently: stray quotes and ragged rows are kept as they stand).
 * Rows stream; memory is the file and one row. Row numbers are those a spreadsheet would show: blank lines count,
 * a line break inside quotes does not. Throws FileProblem.
 */
export function openCsv(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS, name = 'CSV'): CsvTable {
  if (bytes.length > limits.fileBytes)
    throw new FileProblem('file.too-big', { limitMb: limits.fileBytes / 1024 / 1024 });
  const encoding = detectEncoding(bytes);
  const head = [...decodeText(bytes.subarray(0, 64 * 1024), encoding)].join('');
  const { delimiter, hasHint } = detectDelimiter(head);
  return {
    format: 'csv',
    sheets: [{ name, hidden: false }],
    encoding,
    delimiter,
    async read(_, sink) {
      const parser = csvParser(delimiter, limits);
      const source = Readable.from(yielding(decodeText(bytes, encoding)));
      source.pipe(parser);
      try {
        await drain(parser, limits, hasHint, sink);
      } finally {
        source.destroy();
        parser.destroy();
      }
      return { merges: [] };
    },
  };
}

/** Gives the event loop a turn after each piece: parsing is pure computation and must not stall other requests. */
async function* yielding(pieces: Iterable<string>) {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}

async function drain(
  parser: AsyncIterable<string[]>,
  limits: FileLimits,
  hasHint: boolean,
  sink: (row: SheetRow) => boolean | undefined,
) {
  let number = 0;
  let filled = 0;
  try {
    for await (const record of parser) {
      number++;
      if (number === 1 && hasHint) continue;
      const cells = toCells(record, number, limits);
      if (cells.length === 0) continue;
      if (++filled > limits.rows) throw new FileProblem('file.too-many-rows', { limit: limits.rows });
      if (sink({ number, cells }) === false) return;
    }
  } catch (error) {
    if (error instanceof CsvError) throw csvProblem(error, number + 1, limits);
    throw error;
  }
}

function csvParser(delimiter: Delimiter, limits: FileLimits) {
  return parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 8 * limits.cellChars,
  });
}

function toCells(record: readonly string[], row: number, limits: FileLimits): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (let at = 0; at < record.length; at++) {
    const text = record[at]!;
    if (text === '') continue;
    if (at >= limits.columns) throw new FileProblem('file.too-many-columns', { limit: limits.columns });
    if (text.length > limits.cellChars)
      throw new FileProblem('file.cell-too-long', { limit: limits.cellChars, row });
    cells[at] = { kind: 'text', text };
  }
  return cells;
}

/** An opening quote that is never closed swallows the rest of the file; csv-parse then passes a size or ends early. */
function csvProblem(error: CsvError, row: number, limits: FileLimits): FileProblem {
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new FileProblem('file.cell-too-long', { limit: limits.cellChars, row });
  return new FileProblem('file.csv-quote', { row });
}
