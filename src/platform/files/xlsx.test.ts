import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pack, sheet, workbookParts } from './hostile.testkit.ts';
import { FILE_LIMITS } from './limits.ts';
import { FileProblem } from './problem.ts';
import type { SheetRow } from './rows.ts';
import { openTable } from './table.ts';
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

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof FileProblem)
        return error.params.why ? `${error.code} ${error.params.why}` : error.code;
      throw error;
    },
  );
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

describe('hostile workbooks', () => {
  const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const read = async (bytes: Uint8Array, limits = FILE_LIMITS) =>
    (await openTable(bytes, 'x.xlsx', limits)).read(0, () => true);

  it('refuses external entities and entity expansion before either begins', async () => {
    const dtd = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await codeOf(read(pack(workbookParts(dtd + sheet(cell('&x;'))))))).toBe('file.xml-dtd');
    const shared = {
      'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`,
    };
    expect(await codeOf(read(pack(workbookParts(sheet(cell('a')), shared))))).toBe('file.xml-dtd');
    expect(await codeOf(read(pack(workbookParts(sheet(cell('&x;'))))))).toBe('file.damaged');
  });

  it('refuses a bomb by its declared ratio', async () => {
    const bomb = pack(workbookParts(sheet(cell('a'.repeat(8 * 1024 * 1024)))));
    expect(bomb.length).toBeLessThan(60_000);
    expect(await codeOf(read(bomb))).toBe('file.bomb ratio');
  });

  it('refuses a bomb that lies about its size, at the first chunk too many', async () => {
    const bomb = pack(workbookParts(sheet(cell('a'.repeat(8 * 1024 * 1024)))));
    lieAboutSize(bomb, 'xl/worksheets/sheet1.xml', 5_000);
    expect(await codeOf(read(bomb))).toBe('file.bomb streamed');
  });

  it('refuses too much in sum, too many entries, and entries laid over each other', async () => {
    const parts = workbookParts(sheet(cell('a')));
    expect(await codeOf(read(pack(parts), { ...FILE_LIMITS, inflatedBytes: 500 }))).toBe(
      'file.bomb declared',
    );
    expect(await codeOf(read(pack(parts), { ...FILE_LIMITS, entries: 2 }))).toBe('file.bomb entries');
    const overlapping = pack(parts);
    pointAt(overlapping, 1, 0);
    expect(await codeOf(read(overlapping))).toBe('file.bomb overlap');
  });

  it('refuses too many rows, columns, letters, depth, and rows out of order', async () => {
    const rows = '<row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>';
    expect(await codeOf(read(pack(workbookParts(sheet(rows))), { ...FILE_LIMITS, rows: 1 }))).toBe(
      'file.too-many-rows',
    );
    expect(await codeOf(read(pack(workbookParts(sheet('<row><c r="GT1"><v>1</v></c></row>')))))).toBe(
      'file.too-many-columns',
    );
    expect(await codeOf(read(pack(workbookParts(sheet(cell('ab'.repeat(20_000)))))))).toBe(
      'file.cell-too-long',
    );
    expect(await codeOf(read(pack(workbookParts(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`))))).toBe(
      'file.damaged',
    );
    const back = '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>';
    expect(await codeOf(read(pack(workbookParts(sheet(back)))))).toBe('file.damaged');
  });

  it('refuses a cut file, a flipped checksum, a missing string, and an entry under a password', async () => {
    const whole = pack(workbookParts(sheet(cell('halo'))));
    expect(await codeOf(read(whole.subarray(0, whole.length - 30)))).toBe('file.damaged');
    expect(await codeOf(read(pack(workbookParts(sheet('<row><c t="s"><v>9</v></c></row>')))))).toBe(
      'file.damaged',
    );
    const locked = pack(workbookParts(sheet(cell('halo'))));
    const at = Buffer.from(locked).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked[at + 8] = locked[at + 8]! | 1;
    expect(await codeOf(openXlsx(locked))).toBe('file.encrypted');
  });

  it('throws nothing but FileProblem on random bytes and on a damaged real file', async () => {
    const real = await writeXlsx([
      { name: 'A', columns: [{ header: 'Nama' }], rows: [['Budi'], ["Ma'ruf"]] },
    ]);
    const harm = fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    const readAll = async (bytes: Uint8Array) =>
      codeOf(openXlsx(bytes).then((table) => table.read(0, () => true)));
    await fc.assert(
      fc.asyncProperty(harm, async (changes) => {
        const bytes = real.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await readAll(bytes);
      }),
      { numRuns: 1500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await readAll(bytes))),
      { numRuns: 500 },
    );
  }, 120_000);

  it('throws nothing but FileProblem on random XML in a sound archive', async () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<c t="s">',
      '<c r="B2">',
      '<c r="ZZZ9">',
      '</c>',
      '<v>',
      '</v>',
      '1',
      '1e999',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      '<f/>',
      'abc',
      '&amp;',
      '&#x0;',
      '<![CDATA[x]]>',
      '<mergeCell ref="A1:B2"/>',
      '<mergeCell ref="?"/>',
      '<!-- -->',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const bytes = pack(workbookParts(sheet(pieces.join(''))));
        await codeOf(openXlsx(bytes).then((table) => table.read(0, () => true)));
      }),
      { numRuns: 800 },
    );
  }, 120_000);
});

/** Rewrites the declared size in the central directory. */
function lieAboutSize(zip: Uint8Array, name: string, size: number) {
  const at = Buffer.from(zip).lastIndexOf(name) - 46;
  new DataView(zip.buffer, zip.byteOffset).setUint32(at + 24, size, true);
}

/** Points the nth entry of the central directory at another local header. */
function pointAt(zip: Uint8Array, nth: number, offset: number) {
  let at = -1;
  for (let found = 0; found <= nth; found++)
    at = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
  new DataView(zip.buffer, zip.byteOffset).setUint32(at + 42, offset, true);
}
