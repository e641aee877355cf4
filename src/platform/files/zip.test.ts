import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { openZip } from './zip-read.ts';
import { centralRecord, endRecords } from './zip-records.ts';
import { type ZipInput, zipBytes, zipStream } from './zip-write.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

async function collect(stream: ReadableStream<Uint8Array>) {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

describe('writing a ZIP', () => {
  it('is read back by another implementation, stored and deflated alike', async () => {
    const entry = fc.record({ bytes: fc.uint8Array({ maxLength: 300 }), compress: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        const inputs = entries.map((input, at) => ({ name: `pakta/${at}.pdf`, ...input }));
        const zip = await collect(zipStream(inputs));
        const back = unzipSync(zip);
        expect(Object.keys(back)).toHaveLength(inputs.length);
        for (const { name, bytes } of inputs) expect([...back[name]!]).toEqual([...bytes]);
      }),
      { numRuns: 60 },
    );
  });

  it('makes names safe to unpack and distinct', async () => {
    const names = [
      '../../etc/passwd',
      '/root/a.pdf',
      "Ma'ruf.pdf",
      "ma'RUF.pdf",
      'a\u202egnp.pdf',
      'C:\\x.pdf',
      '..',
      '',
    ];
    const zip = await zipBytes(names.map((name) => ({ name, bytes: bytesOf(name) })));
    expect(openZip(zip).names).toEqual([
      'etc/passwd',
      'root/a.pdf',
      "Ma'ruf.pdf",
      "ma'RUF (2).pdf",
      'a_gnp.pdf',
      'C__x.pdf',
      'tanpa-nama',
      'tanpa-nama (2)',
    ]);
  });

  it('asks for the next file only when the reader wants it, and stops when the reader leaves', async () => {
    let made = 0;
    let closed = false;
    async function* files(): AsyncGenerator<ZipInput> {
      try {
        for (let at = 0; at < 1000; at++) {
          made++;
          yield { name: `${at}.pdf`, bytes: new Uint8Array(1000) };
        }
      } finally {
        closed = true;
      }
    }
    const reader = zipStream(files()).getReader();
    for (let chunk = 0; chunk < 6; chunk++) await reader.read();
    expect(made).toBeLessThan(8);
    await reader.cancel();
    expect(closed).toBe(true);
  });

  it('breaks off, rather than ending well, when a file cannot be made', async () => {
    async function* files(): AsyncGenerator<ZipInput> {
      yield { name: 'a.pdf', bytes: bytesOf('a') };
      throw new Error('lost');
    }
    await expect(collect(zipStream(files()))).rejects.toThrow('lost');
  });

  it('writes Zip64 past 65,535 entries, as the system reads it', async () => {
    const many = Array.from({ length: 65_600 }, (_, at) => ({ name: `${at}`, bytes: new Uint8Array(0) }));
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-zip-'));
    try {
      writeFileSync(join(folder, 'many.zip'), await zipBytes(many));
      const script = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(len(z.namelist()))';
      const counted = tryPython(script, join(folder, 'many.zip'));
      if (counted !== null) expect(counted).toBe('65600');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes an offset beyond 4 GiB into the Zip64 field', () => {
    const offset = 5 * 2 ** 30;
    const record = centralRecord({
      name: Buffer.from('a'),
      method: 0,
      crc: 0,
      packedSize: 0,
      size: 0,
      offset,
      modified: new Date(0),
    });
    expect(record.readUInt32LE(42)).toBe(0xffffffff);
    expect(record.readBigUInt64LE(record.length - 8)).toBe(BigInt(offset));
    expect(endRecords(1, record.length, offset).readUInt32LE(0)).toBe(0x06064b50);
  });
});

describe('sniffing', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'image'],
    ['HTML named .xls', bytesOf('\n<html><table><tr><td>Nama'), 'html'],
    ['XML Spreadsheet 2003', bytesOf('<?xml version="1.0"?><Workbook/>'), 'xml'],
    ['CSV', bytesOf('Nama;NIP\n'), 'text'],
    ['UTF-16 text', new Uint8Array([0xff, 0xfe, 0x4e, 0]), 'text'],
    ['Windows-1252', new Uint8Array([0x52, 0xe9, 0x0a]), 'text'],
    ['noise', new Uint8Array([1, 0, 2, 3]), 'binary'],
    ['an old Excel file', ole('Workbook'), 'xls'],
    ['a locked XLSX', ole('EncryptedPackage'), 'encrypted'],
    ['an old Word file', ole('WordDocument'), 'ole'],
  ])('%s', (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind);
  });

  it('tells the kinds of ZIP apart', async () => {
    const kind = async (name: string, text = '') => sniff(await zipBytes([{ name, bytes: bytesOf(text) }]));
    expect(await kind('xl/workbook.xml')).toBe('xlsx');
    expect(await kind('xl/workbook.bin')).toBe('xlsb');
    expect(await kind('word/document.xml')).toBe('zip');
    expect(await kind('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')).toBe('ods');
  });

  it('never throws', () => {
    const prefix = fc.constantFrom<number[]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    );
    fc.assert(
      fc.property(prefix, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        sniff(new Uint8Array([...head, ...tail]));
      }),
      { numRuns: 2000 },
    );
  });
});

function ole(stream: string) {
  const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return new Uint8Array(Buffer.concat([magic, Buffer.alloc(600), Buffer.from(stream, 'utf16le')]));
}

/** Python's zipfile as a second opinion; null where there is no Python. */
function tryPython(script: string, path: string): string | null {
  try {
    return execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
