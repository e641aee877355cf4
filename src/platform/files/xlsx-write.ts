import { contentTypes, ROOT_RELATIONS, relations, STYLE, STYLES, workbook } from './xlsx-parts.ts';
import { columnName, escapeCellText, escapeXml } from './xlsx-text.ts';
import { zipBytes } from './zip-write.ts';

/** A string is always a text cell, however much it looks like a number or a formula; null is an empty cell. */
export type XlsxValue = string | number | null;

export type XlsxColumn = {
  header: string;
  /** Characters of the default font. */
  width?: number;
  /** Cells that a person will fill in stay text, so that an 18-digit number survives typing. Default true. */
  text?: boolean;
};

export type XlsxSheet = {
  name: string;
  columns: readonly XlsxColumn[];
  rows: Iterable<readonly XlsxValue[]>;
  /** Lines above the header, one cell each: title, as-of time, denominators. The first is bold. */
  preamble?: readonly string[];
};

const MAX_TEXT = 32_767;

/**
 * A small workbook: bold frozen header, widths, numbers as numbers, all text as inline strings. No formula is ever
 * written, so text beginning with = + - @ is inert here (CWE-1236); it carries quotePrefix so that it stays text
 * when edited. Equal input gives equal bytes. Throws Error when a text is longer than Excel can hold.
 */
export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const file = (name: string, text: string | Buffer) => ({
    name,
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    compress: true,
  });
  return zipBytes([
    file('[Content_Types].xml', contentTypes(sheets.length)),
    file('_rels/.rels', ROOT_RELATIONS),
    file('xl/workbook.xml', workbook(names.map(escapeXml))),
    file('xl/_rels/workbook.xml.rels', relations(sheets.length)),
    file('xl/styles.xml', STYLES),
    ...sheets.map((sheet, index) => file(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))),
  ]);
}

function sheetXml(sheet: XlsxSheet): Buffer {
  const preamble = sheet.preamble ?? [];
  const headerRow = preamble.length + 1;
  const parts: Buffer[] = [Buffer.from(sheetHead(sheet.columns, headerRow))];
  let pending = preamble
    .map((line, at) => rowXml(at + 1, [line], at === 0 ? STYLE.bold : STYLE.plain))
    .join('');
  pending += rowXml(
    headerRow,
    sheet.columns.map((column) => column.header),
    STYLE.header,
  );
  let number = headerRow;
  for (const row of sheet.rows) {
    pending += rowXml(++number, row);
    if (pending.length < 256 * 1024) continue;
    parts.push(Buffer.from(pending));
    pending = '';
  }
  parts.push(Buffer.from(`${pending}</sheetData></worksheet>`));
  return Buffer.concat(parts);
}

function sheetHead(columns: readonly XlsxColumn[], headerRow: number): string {
  const cols = columns.map((column, at) => {
    const style = column.text === false ? STYLE.plain : STYLE.text;
    return `<col min="${at + 1}" max="${at + 1}" width="${column.width ?? 18}" style="${style}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    `<sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" ` +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`
  );
}

function rowXml(number: number, values: readonly XlsxValue[], style?: number): string {
  let cells = '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (value === null || value === undefined || value === '') continue;
    cells += cellXml(`${columnName(at)}${number}`, value, style);
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(reference: string, value: string | number, style: number | undefined): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a number for a cell: ${value}`);
    return `<c r="${reference}" s="${style ?? STYLE.plain}"><v>${value}</v></c>`;
  }
  if (value.length > MAX_TEXT) throw new Error(`text too long for a cell: ${value.length}`);
  const own = style ?? (/^[=+\-@\t\r']/.test(value) ? STYLE.quoted : STYLE.text);
  return `<c r="${reference}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}

/** Excel: 1 to 31 characters, none of []:*?/\, no apostrophe at an end, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31)
        .trim() || 'Sheet';
    let tried = clean;
    for (let copy = 2; taken.has(tried.toLowerCase()); copy++) tried = `${clean.slice(0, 26)} (${copy})`;
    taken.add(tried.toLowerCase());
    return tried;
  });
}
