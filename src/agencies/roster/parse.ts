import { FileProblem, type Merge, openTable, type SheetRow, type Table } from '../../platform/files/index.ts';
import { type Columns, findHeader, type Header } from './columns.ts';
import { refuseDuplicates } from './duplicates.ts';
import { parseRow, type RowOptions } from './row.ts';
import { type ParsedRow, type Problem, refuse, warn } from './types.ts';
import { echo } from './words.ts';

export type ParsedRoster = {
  /** Name of the sheet that was read, or of the CSV file. */
  sheet: string | null;
  columns: Columns;
  /** In the order of the file; refused rows stay among them. */
  rows: ParsedRow[];
  /** Of the file as a whole. With a `refuse` here there are no rows to use. */
  problems: Problem[];
};

/** `unitName` stands in where the file has no unit; `today` (ISO) refuses dates in the future. */
export type ParseOptions = RowOptions;

/**
 * Reads a roster: a SIASN export or our own template, as XLSX or CSV, going by the bytes and not by the name.
 * Whatever is wrong with the file is in `problems`; it throws only for a bug of ours. Nothing is stored.
 */
export async function parseRoster(
  bytes: Uint8Array,
  fileName: string,
  options: ParseOptions = {},
): Promise<ParsedRoster> {
  try {
    const table = await openTable(bytes, echo(fileName));
    return await parseTable(table, options);
  } catch (error) {
    if (error instanceof FileProblem) return nothing([refuse(error.code, error.params)]);
    throw error;
  }
}

async function parseTable(table: Table, options: ParseOptions): Promise<ParsedRoster> {
  const found = await headersOf(table, options);
  const chosen = found[0];
  if (!chosen) return nothing([refuse('columns.no-header')]);
  const { header, sheet } = chosen;
  const name = table.sheets[sheet]!.name;
  if (header.problems.length > 0)
    return { ...nothing(header.problems), sheet: name, columns: header.columns };
  const problems: Problem[] = [];
  const rows = await readRows(table, sheet, header, options, problems);
  if (rows.length === 0) problems.push(refuse('rows.none'));
  const rest = found.slice(1).map((other) => echo(table.sheets[other.sheet]!.name));
  if (rest.length > 0)
    problems.push(warn('sheet.others-ignored', { sheet: echo(name), others: rest.slice(0, 8).join(', ') }));
  refuseDuplicates(rows);
  return { sheet: name, columns: header.columns, rows, problems };
}

/** Every visible sheet that has a roster's header, in order; one without missing columns goes first. */
async function headersOf(table: Table, options: ParseOptions) {
  const found: { sheet: number; header: Header }[] = [];
  for (let sheet = 0; sheet < table.sheets.length; sheet++) {
    if (table.sheets[sheet]!.hidden) continue;
    const head: SheetRow[] = [];
    await table.read(sheet, (row) => {
      head.push(row);
      return row.number < 21;
    });
    const header = findHeader(head, options.unitName !== undefined);
    if (header) found.push({ sheet, header });
  }
  return found.sort((a, b) => Math.min(a.header.problems.length, 1) - Math.min(b.header.problems.length, 1));
}

async function readRows(
  table: Table,
  sheet: number,
  header: Header,
  options: ParseOptions,
  problems: Problem[],
) {
  const rows: ParsedRow[] = [];
  let nobody = 0;
  let firstNobody = 0;
  const { merges } = await table.read(sheet, (row) => {
    if (row.number <= header.at) return true;
    const parsed = parseRow(row, header, options);
    if (parsed) rows.push(parsed);
    else if (++nobody === 1) firstNobody = row.number;
    return true;
  });
  if (nobody > 0) problems.push(warn('rows.without-person', { count: nobody, row: firstNobody }));
  fillMergedUnits(rows, merges, header);
  return rows;
}

/**
 * A unit's name merged down over its people stands only in the first of their rows. Attacker: overlapping merges;
 * each row is visited once at most.
 */
function fillMergedUnits(rows: ParsedRow[], merges: readonly Merge[], header: Header) {
  const column = header.index.unit;
  const tall = merges.filter((merge) => merge.left === column && merge.bottom > merge.top);
  if (tall.length === 0) return;
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  const last = rows.at(-1)?.rowNumber ?? 0;
  let done = 0;
  for (const merge of tall.sort((a, b) => a.top - b.top)) {
    const unitName = byNumber.get(merge.top)?.unitName;
    if (!unitName || merge.top <= done) continue;
    done = Math.min(merge.bottom, last);
    for (let number = merge.top + 1; number <= done; number++) giveUnit(byNumber.get(number), unitName);
  }
}

function giveUnit(row: ParsedRow | undefined, unitName: string) {
  if (row?.unitName !== '') return;
  row.unitName = unitName;
  row.problems = row.problems.filter((problem) => problem.code !== 'unit.missing');
}

function nothing(problems: readonly Problem[]): ParsedRoster {
  return { sheet: null, columns: { used: [], dropped: [], ignored: [] }, rows: [], problems: [...problems] };
}
