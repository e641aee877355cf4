import type { FileHandle } from 'node:fs/promises';
import { detectDelimiter } from '../../platform/files/csv-delimiter.ts';
import { sniff } from '../../platform/files/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findHeader, type Header } from '../roster/index.ts';
import { recordsOf, textOf } from './records.ts';

/** How a file is to be read, as its first lines say. */
export interface Head {
  header: Header;
  delimiter: string;
  /** Column of the institution's code; undefined where the file has none. */
  agencyAt: number | undefined;
}

const LOOK_BYTES = 64 * 1024;
const LOOK_ROWS = 20;
/** As `plain` would leave them; a roster's own "instansi" is the name of a unit. */
const AGENCY = /^(?:kode instansi|id instansi|instansi id|kode instansi kerja|agency|agency id|agency code)$/;

/** @throws Refusal agencies.stream.notCsv, agencies.stream.noHeader, agencies.stream.columns, agencies.stream.noAgency (422) */
export async function headOf(file: FileHandle, unitGiven: boolean, nation: boolean): Promise<Head> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(LOOK_BYTES), 0, LOOK_BYTES, 0);
  const bytes = buffer.subarray(0, bytesRead);
  if (sniff(bytes) !== 'text' || (bytes[0] ?? 0) >= 0xfe) throw new Refusal('agencies.stream.notCsv', 422);
  // A cut character at the end would make all of it another encoding.
  const text = textOf(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1 || bytes.length));
  const { delimiter } = detectDelimiter(text);
  const rows = [...firstRows(text, delimiter)];
  const header = findHeader(rows, unitGiven);
  if (!header) throw new Refusal('agencies.stream.noHeader', 422);
  if (header.problems.length > 0) {
    const columns = header.problems.map(({ params }) => params.headers ?? params.field).join(', ');
    throw new Refusal('agencies.stream.columns', 422, { columns });
  }
  const labels = rows.find(({ number }) => number === header.at)?.cells ?? [];
  const agencyAt = labels.findIndex((cell) => AGENCY.test(wordsOf(cell?.text ?? '')));
  if (nation && agencyAt < 0) throw new Refusal('agencies.stream.noAgency', 422);
  return { header, delimiter, agencyAt: nation ? agencyAt : undefined };
}

function* firstRows(text: string, delimiter: string) {
  let number = 0;
  for (const record of recordsOf(text, delimiter)) {
    number += 1;
    if (number > LOOK_ROWS) return;
    if (number === 1 && /^sep=/i.test(record[0] ?? '')) continue;
    const cells = record.map((cell) => (cell === '' ? undefined : { kind: 'text' as const, text: cell }));
    if (cells.some(Boolean)) yield { number, cells };
  }
}

function wordsOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
