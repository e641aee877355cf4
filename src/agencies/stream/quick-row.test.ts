import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRow, readHeader } from '../roster/index.ts';
import { rowReader } from './quick-row.ts';

const header = readHeader(
  ['Nama', 'NIP', 'Kategori', 'Golongan', 'Jabatan', 'Kode Unit', 'Unit', 'Surel', 'Status', 'Keterangan'],
  1,
);
const TODAY = '2026-11-22';
const cell = (...known: string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, fc.string(), fc.string({ unit: 'grapheme' }));
const row = fc.tuple(
  cell(
    'Siti Rekaan',
    "Ma'ruf Contoh",
    'Contoh',
    '  Budi  Rekaan',
    '=1+1',
    'A 12345678 B',
    '',
    'Ana\tRekaan',
    '(1)',
  ),
  cell(
    '198503122010012005',
    '198503122023211005',
    '1,98503E+17',
    '3174012345678901',
    '',
    ' 198503122010012005',
    '198513122010012005',
  ),
  cell('PNS', 'PPPK', 'Honorer', 'pppk paruh waktu', 'CPNS', '?', ''),
  cell('III/c', 'IX', 'Penata Muda (III/a)', '99', ''),
  cell('Analis', 'Plt. Kepala Dinas', '-', ''),
  cell('U1', ''),
  cell('Dinas Contoh', '', '=X', 'Café “Ω”', 'x'.repeat(300)),
  cell('a@b.example', 'A@B.EXAMPLE', '-', 'bukan surel', "'+a@b.example", ''),
  cell('Aktif', 'Pensiun', 'apa', ''),
  cell('Meninggal', 'cuti besar', ''),
);

/** The order of problems is not promised. */
const told = (read: ReturnType<typeof parseRow>) =>
  read && { ...read, problems: read.problems.map((problem) => JSON.stringify(problem)).sort() };

it('reads what parseRow reads, with the same problems, also the second time', () => {
  const read = rowReader(header, TODAY);
  fc.assert(
    fc.property(row, (texts) => {
      const cells = texts.map((text) => (text === '' ? undefined : { kind: 'text' as const, text }));
      const long = told(parseRow({ number: 7, cells }, header, { today: TODAY }));
      expect(told(read(texts, 7))).toEqual(long);
      expect(told(read(texts, 7))).toEqual(long);
    }),
    { numRuns: 2_000 },
  );
});
