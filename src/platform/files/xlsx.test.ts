import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pack, sheet, workbookParts } from './hostile.testkit.ts';
import type { SheetRow } from './rows.ts';
import { openXlsx } from './xlsx-read.ts';
import { writeXlsx } from './xlsx-write.ts';

async function rowsOf(bytes: Uint8Array, index = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const table = await openXlsx(bytes);
  await table.read(index, (row) => {
    rows.push(row);
    return true;
  });
  return rows;
}

describe('writing and reading back', () => {
  it('keeps every text cell exactly, whatever the characters', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '=1+1',
        '+62',
        '-1',
        '@a',
        '\t=1',
        '\r\n',
        '_x0041_',
        '_x005F_x0041_',
        '\ud800',
        ' a ',
        '\u0000',
        '&lt;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        async (table) => {
          const bytes = await writeXlsx([{ name: 'A', columns: [{ header: 'h' }], rows: table }]);
          const read = await rowsOf(bytes);
          const back = table.map((_, at) => read.find((row) => row.number === at + 2)?.cells ?? []);
          for (const [at, row] of table.entries()) {
            expect(row.map((_, column) => back[at]?.[column]?.text ?? '')).toEqual(row);
            expect(back[at]?.every((cell) => cell === undefined || cell.kind === 'text')).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps an 18-digit number as text, numbers as numbers, and never writes a formula', async () => {
    const rows = [['198503122010011005', 252, '=HYPERLINK("http://x")', '+1', '@x', '-2', null]];
    const bytes = await writeXlsx([{ name: 'Rekap', columns: [{ header: 'NIP', width: 22 }], rows }]);
    const [, row] = await rowsOf(bytes);
    expect(row?.cells.map((cell) => cell?.kind)).toEqual(['text', 'number', 'text', 'text', 'text', 'text']);
    expect(row?.cells[0]?.text).toBe('198503122010011005');
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString();
    expect(xml).not.toContain('<f');
    expect(xml).toContain('state="frozen"');
  });

  it('writes several sheets with safe, distinct names, lines above the header, and the same bytes each time', async () => {
    const one = {
      name: 'Dinas [A/B]',
      columns: [{ header: 'h' }],
      rows: [],
      preamble: ['Judul', 'Per 1 Januari'],
    };
    const bytes = await writeXlsx([one, one]);
    const table = await openXlsx(bytes);
    expect(table.sheets.map((found) => found.name)).toEqual(['Dinas  A B', 'Dinas  A B (2)']);
    expect((await rowsOf(bytes, 1)).map((row) => row.cells[0]?.text)).toEqual([
      'Judul',
      'Per 1 Januari',
      'h',
    ]);
    expect(await writeXlsx([one, one])).toEqual(bytes);
  });
});

describe('reading what Excel and others write', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yyyy"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const strings =
    '<sst><si><t>biasa</t></si><si><r><t>te</t></r><r><t xml:space="preserve">bal </t></r><rPh><t>x</t></rPh></si></sst>';

  it('tells text, rich text, numbers, dates, booleans, errors and formulas apart', async () => {
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.98503122010011E+17</v></c>' +
      '<c r="D1" s="1"><v>45553</v></c><c r="E1" s="2"><v>45553.5</v></c><c r="F1" s="3"><v>45553</v></c>' +
      '<c r="G1" t="b"><v>1</v></c><c r="H1" t="e"><v>#N/A</v></c><c r="I1" t="str"><f>A1&amp;B1</f><v>hasil</v></c>' +
      '<c r="J1"><f t="shared" si="0"/><v>3</v></c><c r="K1" s="1"/>';
    const bytes = pack(
      workbookParts(sheet(`<row r="1">${cells}</row>`, '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'), {
        'xl/sharedStrings.xml': strings,
        'xl/styles.xml': styles,
      }),
    );
    const [row] = await rowsOf(bytes);
    expect(row?.cells.map((cell) => `${cell?.kind} ${cell?.text}`)).toEqual([
      'text biasa',
      'text tebal ',
      'number 1.98503122010011E+17',
      'date 2024-09-18',
      'date 2024-09-18T12:00:00',
      'number 45553',
      'boolean 1',
      'error #N/A',
      'formula hasil',
      'formula 3',
    ]);
    const table = await openXlsx(bytes);
    expect((await table.read(0, () => true)).merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 0 }]);
  });

  it('stops when told to, and reads prefixed names and rows without references', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const table = await openXlsx(pack(workbookParts(xml)));
    const seen: number[] = [];
    await table.read(0, (row) => {
      seen.push(row.number);
      return false;
    });
    expect(seen).toEqual([1]);
  });
});
