export type CsvOptions = {
  /** Excel with Indonesian settings opens only semicolons into columns. Default `;`. */
  delimiter?: ';' | ',' | '\t';
};

/**
 * CSV with byte order mark and CRLF (RFC 4180), so that Excel reads it as UTF-8. Text that a spreadsheet would
 * run as a formula (first character = + - @ tab or CR; CWE-1236, OWASP "CSV Injection") gets an apostrophe in
 * front; every such cell is quoted. The apostrophe is the one change made to a text: `readableCsvText` removes it.
 */
export function* writeCsv(
  rows: Iterable<readonly (string | number | null)[]>,
  options: CsvOptions = {},
): Generator<string, void> {
  const delimiter = options.delimiter ?? ';';
  yield '\ufeff';
  for (const row of rows) yield `${row.map((value) => csvCell(value, delimiter)).join(delimiter)}\r\n`;
}

export function csvBytes(
  rows: Iterable<readonly (string | number | null)[]>,
  options: CsvOptions = {},
): Uint8Array {
  return new Uint8Array(Buffer.from([...writeCsv(rows, options)].join('')));
}

function csvCell(value: string | number | null, delimiter: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  const quote =
    safe !== value || /["\r\n;,\t|]/.test(safe) || safe.includes(delimiter) || /^\s|\s$/.test(safe);
  return quote ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Undoes the apostrophe that `writeCsv` puts before formula-like text. */
export function readableCsvText(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
