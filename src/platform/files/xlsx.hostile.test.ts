import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, sheet, workbookParts } from './hostile.testkit.ts';
import { FILE_LIMITS } from './limits.ts';
import { FileProblem } from './problem.ts';
import { openTable } from './table.ts';
import { openXlsx } from './xlsx-read.ts';
import { writeXlsx } from './xlsx-write.ts';

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

  it('refuses a thousand sheets that are one large part, read again and again', async () => {
    const many = Array.from(
      { length: 300 },
      (_, at) => `<sheet name="S${at}" sheetId="${at}" r:id="r1"/>`,
    ).join('');
    const filler = `<cols>${'<col/>'.repeat(40_000)}</cols>`;
    const parts = workbookParts(sheet(cell('a')).replace('<sheetData>', `${filler}<sheetData>`));
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(/<sheet .*?\/>/, many);
    const table = await openXlsx(pack(parts), { ...FILE_LIMITS, inflatedBytes: 2_000_000 });
    const readAll = async () => {
      for (let index = 0; index < table.sheets.length; index++) await table.read(index, () => false);
    };
    expect(await codeOf(readAll())).toBe('file.bomb streamed');
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
