import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printing, rawPdf } from './checker/files/pdf-fixtures.ts';
import { CIRCULAR } from './checker/fixtures.ts';
import { lawCheckCommand } from './commands.ts';

const file = join(mkdtempSync(join(tmpdir(), 'law-check-')), 'edaran.txt');
writeFileSync(file, CIRCULAR);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  };
  const code = await lawCheckCommand.run(args, io as never, {} as never);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

describe('ikrar law check', () => {
  it('reads a PDF with text, and refuses one without', { timeout: 60_000 }, async () => {
    const [letter, scan] = [`${file}.pdf`, `${file}.scan.pdf`];
    writeFileSync(letter, rawPdf([printing('Netralitas menurut UU Nomor 5 Tahun 2014.')]));
    writeFileSync(scan, rawPdf([printing('')]));
    const { code, stdout } = await run(letter, '--json', '--on', '2025-07-18');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ code: 'law-not-in-force' });
    expect(await run(scan)).toMatchObject({ code: 2, stderr: expect.stringContaining('tidak berisi teks') });
  });

  it('prints JSON of the agreed shape, findings or not, and succeeds', async () => {
    const { code, stdout } = await run(file, '--json', '--on', '2025-07-18');
    const result = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(result)).toEqual(['findings', 'citations', 'record']);
    expect(Object.keys(result.findings[0]).sort()).toEqual([
      'code',
      'end',
      'message',
      'sources',
      'start',
      'text',
    ]);
    expect(Object.keys(result.citations[0]).sort()).toEqual([
      'article',
      'confidence',
      'end',
      'instrument',
      'start',
      'text',
    ]);
    for (const field of Object.values(result.record) as object[]) {
      expect(Object.keys(field).sort()).toEqual(['derived', 'end', 'start', 'value']);
    }
  });

  it('prints lines for a person, in two languages', async () => {
    expect((await run(file)).stdout).toMatch(/baris 13, kolom 4 \[law-not-in-force\]/);
    expect((await run(file, '--lang', 'en')).stdout).toMatch(/line 13, column 4 \[law-not-in-force\]/);
  });

  it.each([
    [[], /--help/],
    [['a', 'b'], /--help/],
    [['/nowhere/x.txt'], /tidak dapat dibuka/],
    [[file, '--on', '2024-02-30'], /2024-02-30/],
    [[file, '--on'], /--help/],
    [[file, '--what'], /--what/],
    [[file, '--lang', 'fr'], /fr/],
  ])('answers 2 to %j', async (args, message) => {
    const { code, stderr, stdout } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('has help', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, stderr: '' });
  });
});
