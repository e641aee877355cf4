import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './csv-delimiter.ts';
import { openCsv } from './csv-read.ts';
import { csvBytes, readableCsvText } from './csv-write.ts';
import { FILE_LIMITS } from './limits.ts';
import { FileProblem } from './problem.ts';

async function read(bytes: Uint8Array | string, limits = FILE_LIMITS) {
  const table = openCsv(typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes)) : bytes, limits);
  const rows: [number, ...string[]][] = [];
  await table.read(0, (row) => {
    rows.push([row.number, ...Array.from(row.cells, (cell) => cell?.text ?? '')]);
    return true;
  });
  return { rows, encoding: table.encoding, delimiter: table.delimiter };
}

describe('reading CSV', () => {
  it('takes a byte order mark, semicolons, quotes, line breaks in quotes and blank lines', async () => {
    const { rows, delimiter } = await read('\ufeffNama;NIP\r\n\r\n"Ahmad; ""Amat""\nS.Sos";1\r\n');
    expect(delimiter).toBe(';');
    expect(rows).toEqual([
      [1, 'Nama', 'NIP'],
      [3, 'Ahmad; "Amat"\nS.Sos', '1'],
    ]);
  });

  it('is not misled by commas inside names, nor by titles above', () => {
    expect(
      detectDelimiter('DAFTAR PEGAWAI, 2024\nNama;NIP;Unit\nA, S.Sos, M.AP;1;X\nB, S.H., M.H.;2;Y\n')
        .delimiter,
    ).toBe(';');
    expect(detectDelimiter('Nama,NIP\n"A, S.Sos",1\n').delimiter).toBe(',');
    expect(detectDelimiter('Nama\tNIP\nA, S.Sos\t1\n').delimiter).toBe('\t');
    expect(detectDelimiter('sep=|\r\na|b').delimiter).toBe('|');
    expect(detectDelimiter('Nama').delimiter).toBe(',');
  });

  it('reads Windows-1252, UTF-16 and the sep= line of Excel', async () => {
    expect(await read(new Uint8Array([0x52, 0x65, 0x6e, 0xe9, 0x3b, 0x92]))).toMatchObject({
      encoding: 'windows-1252',
      rows: [[1, 'René', '’']],
    });
    const wide = new Uint8Array(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nama\tNIP\r\nÉ\t1\r\n', 'utf16le')]),
    );
    expect((await read(wide)).rows).toEqual([
      [1, 'Nama', 'NIP'],
      [2, 'É', '1'],
    ]);
    expect((await read('sep=;\r\nNama;NIP\r\n')).rows).toEqual([[2, 'Nama', 'NIP']]);
  });

  it('keeps stray quotes, and refuses one that is never closed, rows and cells beyond the limits', async () => {
    expect((await read('a;b\nMa"ruf;1\n')).rows[1]).toEqual([2, 'Ma"ruf', '1']);
    const code = (text: string, limits = FILE_LIMITS) =>
      read(text, limits).catch((error: FileProblem) => error.code);
    expect(await code('a;b\n"never;1\nx;2\n')).toBe('file.csv-quote');
    expect(await code(`a;b\n"never${';1\n'.repeat(200_000)}`)).toBe('file.cell-too-long');
    expect(await code('a\nb\nc\n', { ...FILE_LIMITS, rows: 2 })).toBe('file.too-many-rows');
    expect(await code(`a${';x'.repeat(300)}`)).toBe('file.too-many-columns');
    expect(await code(`a;${'x'.repeat(40_000)}`)).toBe('file.cell-too-long');
    expect(await code('a;b', { ...FILE_LIMITS, fileBytes: 2 })).toBe('file.too-big');
  });

  it('throws nothing but FileProblem on random bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ maxLength: 200 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc
        .array(fc.constantFrom('"', ';', ',', '\n', '\r', '\r\n', 'a', '""', ' ', '\ufeff'), {
          maxLength: 60,
        })
        .map((pieces) => new Uint8Array(Buffer.from(pieces.join('')))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (sample) => {
        await read(sample).catch((error: unknown) => {
          if (!(error instanceof FileProblem)) throw error;
        });
      }),
      { numRuns: 2000 },
    );
  }, 120_000);
});

describe('writing CSV', () => {
  it('disarms formulas, also those behind an apostrophe, tab or carriage return', () => {
    const text = Buffer.from(
      csvBytes([['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', "'=1", "Ma'ruf", 5, null]]),
    ).toString();
    expect(text).toBe('\ufeff"\'=1+1";"\'+1";"\'-1";"\'@a";"\'\t=1";"\'\r=1";"\'\'=1";Ma\'ruf;5;\r\n');
  });

  it('comes back exactly as it was written', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed());
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells[0] !== '' && !/^sep=/i.test(cells[0]!));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const back = await read(csvBytes([['Nama', 'NIP', 'A', 'B', 'C'], ...rows]));
        const texts = back.rows.slice(1).map(([, ...cells]) => cells.map(readableCsvText));
        const trimmed = rows.map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1));
        expect(back.delimiter).toBe(';');
        expect(texts).toEqual(trimmed);
      }),
      { numRuns: 500 },
    );
  });
});
