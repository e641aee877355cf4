import { openCsv } from './csv-read.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { type FileCode, FileProblem } from './problem.ts';
import type { Table } from './rows.ts';
import { type FileKind, sniff } from './sniff.ts';
import { openXlsx } from './xlsx-read.ts';
import { readDirectory } from './zip-directory.ts';

const REFUSED: Readonly<Partial<Record<FileKind, FileCode>>> = {
  empty: 'file.empty',
  pdf: 'file.is-pdf',
  image: 'file.is-image',
  xls: 'file.is-xls',
  xlsb: 'file.is-xlsb',
  ods: 'file.is-ods',
  html: 'file.is-html',
  xml: 'file.is-html',
  encrypted: 'file.encrypted',
  ole: 'file.is-binary',
  binary: 'file.is-binary',
};

/**
 * Opens whatever a person uploaded as a table, going by its bytes and never by its name or declared type.
 * Throws FileProblem; its code says what the file really is.
 */
export async function openTable(
  bytes: Uint8Array,
  fileName: string,
  limits: FileLimits = FILE_LIMITS,
): Promise<Table> {
  if (bytes.length > limits.fileBytes)
    throw new FileProblem('file.too-big', { limitMb: limits.fileBytes / 1024 / 1024 });
  const kind = sniff(bytes);
  const refused = REFUSED[kind];
  if (refused) throw new FileProblem(refused);
  if (kind === 'zip') {
    readDirectory(bytes, limits);
    throw new FileProblem('file.is-zip');
  }
  return kind === 'xlsx' ? openXlsx(bytes, limits) : openCsv(bytes, limits, fileName);
}
