import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { writeCsv } from '../../platform/files/index.ts';
import { blocksOf } from './blocks.ts';
import { recordsOf, textOf } from './records.ts';

it('reads what was written, whatever the cells hold and wherever the file is cut', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ikrar-records-'));
  const cell = fc
    .oneof(fc.constantFrom('a', '"', ';', '\n', 'x"y', ''), fc.string({ unit: 'grapheme' }))
    .map((text) => text.replace(/^[=+\-@\t\r']/, '').replaceAll('\r', ''));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 40, max: 200 }), async (written, size) => {
      const path = join(dir, 'a.csv');
      writeFileSync(path, [...writeCsv(written)].join('').slice(1));
      const file = await open(path);
      const read: string[][] = [];
      for await (const block of blocksOf(file, { byte: 0, digest: '' }, size, ';'))
        read.push(...recordsOf(textOf(block.bytes), ';'));
      await file.close();
      const plain = (all: string[][]) =>
        all.map((cells) => cells.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
      expect(plain(read)).toEqual(plain(written));
    }),
    { numRuns: 200 },
  );
  rmSync(dir, { recursive: true, force: true });
});

it('keeps stray quotes and ragged rows as they stand', () => {
  expect([...recordsOf('a;b "c";d\r\n\r\ne\n"f;g";h', ';')]).toEqual([
    ['a', 'b "c"', 'd'],
    [''],
    ['e'],
    ['f;g', 'h'],
  ]);
});

it('looks at each character a fixed number of times, whatever a hostile file leaves out', () => {
  const files = [
    ['"a"\n'.repeat(2_000), ';'],
    ['"a";'.repeat(2_000), ';'],
    ['a;b\n'.repeat(2_000), ';'],
  ] as const;
  for (const [text, delimiter] of files) {
    let looked = 0;
    const indexOf = String.prototype.indexOf;
    const spy = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, part, from) {
      const at = indexOf.call(this, part, from);
      looked += (at < 0 ? this.length : at) - (from ?? 0) + 1;
      return at;
    });
    const records = [...recordsOf(text, delimiter)].length;
    spy.mockRestore();
    expect([records > 0, looked < 10 * text.length]).toEqual([true, true]);
  }
});
