import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, sheet, workbookParts } from '../../platform/files/hostile.testkit.ts';
import { csvBytes, zipBytes } from '../../platform/files/index.ts';
import { explain, messageKey } from './explain.ts';
import id from './messages.id.ts';
import { type ParsedRoster, parseRoster } from './parse.ts';

const PNS = '190001011920011001';
const text = (content: string) => new Uint8Array(Buffer.from(content));
const codes = (roster: ParsedRoster) => roster.problems.map((problem) => problem.code);

describe('files that are no roster', () => {
  it.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['an empty file', new Uint8Array(0), 'file.empty'],
    ['a PDF named .xlsx', text('%PDF-1.7'), 'file.is-pdf'],
    ['a renamed ZIP', zipBytes([{ name: 'a.txt', bytes: text('a') }]), 'file.is-zip'],
    ['HTML named .xls', text('<html><table>'), 'file.is-html'],
    ['noise', new Uint8Array([0, 1, 2, 3]), 'file.is-binary'],
    [
      'a renamed ZIP bomb',
      zipBytes([{ name: 'a', bytes: new Uint8Array(20_000_000), compress: true }]),
      'file.bomb',
    ],
    [
      'XML with a DOCTYPE',
      pack(workbookParts(`<!DOCTYPE x SYSTEM "http://x/">${sheet('')}`)),
      'file.xml-dtd',
    ],
    ['51 MB', new Uint8Array(51 * 1024 * 1024), 'file.too-big'],
  ])('%s', async (_, bytes, code) => {
    const roster = await parseRoster(await bytes, 'daftar.xlsx');
    expect(codes(roster)).toEqual([code]);
    expect(explain(roster.problems[0]!, id)).not.toMatch(/[{}]/);
  });

  it('never throws, and every problem it finds can be said', async () => {
    const word = fc.constantFrom(
      'Nama',
      'NIP',
      'Unit',
      'Kategori',
      'PNS',
      'PPPK',
      PNS,
      '1.98503E+17',
      '=1',
      "Ma'ruf",
      '',
      '-',
      '\u202e',
      'Dinas',
      '1901010101900001',
    );
    const table = fc.array(fc.array(fc.oneof(word, fc.string({ maxLength: 12 })), { maxLength: 6 }), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const head = ['Nama', 'NIP', 'Kategori', 'Unit', 'Golongan', 'Surel'];
        const roster = await parseRoster(csvBytes([head, ...rows]), 'x.csv');
        const found = [...roster.problems, ...roster.rows.flatMap((row) => row.problems)];
        for (const problem of found) {
          const slots = [...id[messageKey(problem)].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
          expect(Object.keys(problem.params)).toEqual(expect.arrayContaining(slots));
        }
      }),
      { numRuns: 400 },
    );
  });
});
