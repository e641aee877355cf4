import type { FileLimits } from './limits.ts';
import { FileProblem } from './problem.ts';
import type { Cell, Merge, RowSink } from './rows.ts';
import { serialToIso } from './xlsx-dates.ts';
import { cellReference, unescapeCellText } from './xlsx-text.ts';
import { scanXml } from './xml-scan.ts';

export type SheetContext = {
  part: string;
  strings: readonly string[];
  dateStyles: readonly boolean[];
  epoch1904: boolean;
  limits: FileLimits;
};

type Open = { type: string; style: number; column: number; text: string; formula: boolean };

const LAST_ROW = 1_048_576;
const MAX_MERGES = 300_000;

/** Streams one worksheet part into the sink. Blank styled cells and rows are skipped and do not count for limits. */
export async function readSheet(chunks: AsyncIterable<Uint8Array>, context: SheetContext, sink: RowSink) {
  const { limits, part } = context;
  const merges: Merge[] = [];
  let rows = 0;
  let rowNumber = 0;
  let nextColumn = 0;
  let cells: (Cell | undefined)[] = [];
  let cell: Open | null = null;
  let collecting = false;
  let stopped = false;

  const openCell = (attributes: Readonly<Record<string, string>>) => {
    const column = attributes.r ? cellReference(attributes.r)?.column : nextColumn;
    if (column === undefined) throw new FileProblem('file.damaged', { part });
    nextColumn = column + 1;
    cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), column, text: '', formula: false };
  };
  const closeCell = (open: Open) => {
    const value = toCell(open, context);
    if (!value || (value.text === '' && !open.formula)) return;
    if (open.column >= limits.columns)
      throw new FileProblem('file.too-many-columns', { limit: limits.columns });
    if (value.text.length > limits.cellChars) {
      throw new FileProblem('file.cell-too-long', { limit: limits.cellChars, row: rowNumber });
    }
    cells[open.column] = value;
  };
  const closeRow = () => {
    if (cells.length === 0) return;
    if (++rows > limits.rows) throw new FileProblem('file.too-many-rows', { limit: limits.rows });
    if (sink({ number: rowNumber, cells }) === false) stopped = true;
  };

  await scanXml(chunks, part, {
    open(name, attributes) {
      if (stopped) return;
      if (name === 'c') openCell(attributes);
      else if (name === 'v' || name === 't') collecting = cell !== null;
      else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'row') {
        rowNumber = nextRow(attributes.r, rowNumber, part);
        cells = [];
        nextColumn = 0;
      } else if (name === 'mergeCell' && merges.length < MAX_MERGES) addMerge(merges, attributes.ref);
    },
    text(piece) {
      if (!collecting || !cell || stopped) return;
      cell.text += piece;
      if (cell.text.length > 8 * limits.cellChars) {
        throw new FileProblem('file.cell-too-long', { limit: limits.cellChars, row: rowNumber });
      }
    },
    close(name) {
      if (stopped) return;
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c' && cell) {
        closeCell(cell);
        cell = null;
      } else if (name === 'row') closeRow();
    },
    done: () => stopped,
  });
  return { merges };
}

function nextRow(reference: string | undefined, before: number, part: string): number {
  const number = reference === undefined ? before + 1 : Number(reference);
  if (!Number.isInteger(number) || number <= before || number > LAST_ROW)
    throw new FileProblem('file.damaged', { part });
  return number;
}

function toCell(open: Open, context: SheetContext): Cell | undefined {
  const value = storedValue(open, context);
  return open.formula ? { kind: 'formula', text: value?.text ?? '' } : value;
}

function storedValue(open: Open, context: SheetContext): Cell | undefined {
  const { text, type } = open;
  if (type === 's') {
    const shared = context.strings[Number(text)];
    if (shared === undefined) throw new FileProblem('file.damaged', { part: context.part });
    return { kind: 'text', text: shared };
  }
  if (type === 'inlineStr' || type === 'str') return { kind: 'text', text: unescapeCellText(text) };
  if (type === 'b') return { kind: 'boolean', text };
  if (type === 'e') return { kind: 'error', text };
  if (type === 'd') return { kind: 'date', text };
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new FileProblem('file.damaged', { part: context.part });
  const iso = context.dateStyles[open.style] ? serialToIso(number, context.epoch1904) : null;
  return iso === null ? { kind: 'number', text } : { kind: 'date', text: iso };
}

function addMerge(merges: Merge[], reference: string | undefined) {
  const [from, to] = (reference ?? '').split(':').map(cellReference);
  if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}
