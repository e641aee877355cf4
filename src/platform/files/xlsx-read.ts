import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { FileProblem } from './problem.ts';
import type { Table } from './rows.ts';
import { readDateStyles, readStrings, readWorkbook } from './xlsx-package.ts';
import { readSheet } from './xlsx-sheet.ts';
import { openZip } from './zip-read.ts';

/**
 * Opens an XLSX (ISO/IEC 29500-1, transitional or strict; macros, charts and links are never looked at).
 * Memory is the file, its shared strings and one row; formulas are never computed. Throws FileProblem.
 */
export async function openXlsx(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): Promise<Table> {
  if (bytes.length > limits.fileBytes)
    throw new FileProblem('file.too-big', { limitMb: limits.fileBytes / 1024 / 1024 });
  const zip = openZip(bytes, limits);
  const book = await readWorkbook(zip);
  let shared: Promise<{ strings: string[]; dateStyles: boolean[] }> | undefined;
  const load = async () => ({
    strings:
      book.stringsPart && zip.has(book.stringsPart)
        ? await readStrings(zip, book.stringsPart, limits.cellChars)
        : [],
    dateStyles: book.stylesPart && zip.has(book.stylesPart) ? await readDateStyles(zip, book.stylesPart) : [],
  });
  return {
    format: 'xlsx',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    async read(index, sink) {
      const sheet = book.sheets[index];
      if (!sheet) throw new FileProblem('file.no-sheet');
      shared ??= load();
      const { part } = sheet;
      return readSheet(zip.open(part), { part, ...(await shared), epoch1904: book.epoch1904, limits }, sink);
    },
  };
}
