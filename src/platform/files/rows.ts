/** What a cell is in the file. A formula cell carries the value cached when the file was saved, or nothing. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error';

/**
 * One filled cell. `text` is the stored text; for a number the digits as stored (`1.98503E+17` stays so);
 * for a date ISO `yyyy-mm-dd`, with `Thh:mm:ss` only when there is a time of day.
 */
export type Cell = { readonly kind: CellKind; readonly text: string };

/** `number` is the row as the person sees it, counting from 1. `cells` may have holes: an empty cell is undefined. */
export type SheetRow = { readonly number: number; readonly cells: readonly (Cell | undefined)[] };

/** Called once for each row with something in it, top to bottom. Return false to stop reading. */
export type RowSink = (row: SheetRow) => boolean | undefined;

/** A merged block, rows from 1, columns from 0, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type SheetName = { name: string; hidden: boolean };

/** A spreadsheet or CSV opened but not read. Rows stream through a sink, so memory does not grow with the sheet. */
export type Table = {
  format: 'xlsx' | 'csv';
  sheets: readonly SheetName[];
  /** Throws FileProblem. Merges are known only after the last row. */
  read(sheet: number, sink: RowSink): Promise<{ merges: readonly Merge[] }>;
};
