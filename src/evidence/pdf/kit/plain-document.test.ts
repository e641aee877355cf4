import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absent, judge } from '../fixtures/judge.ts';
import { prepareDocument } from './document.ts';
import { flow } from './flow.ts';
import { closeDocument } from './frame.ts';
import { A4, setPage, textHeightOf } from './paper.ts';
import { compileSeries } from './series.ts';
import { table } from './table.ts';

const columns = [
  { title: 'Unit kerja', width: 300 },
  { title: 'Sudah', width: 80, align: 'right' as const },
  { title: 'Belum', width: 80, align: 'right' as const },
];
const rows = Array.from({ length: 120 }, (_, at) => [`Bidang ${at + 1}`, String(at * 7), String(at)]);

function recap(): Buffer {
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: 'id' });
  const pages = flow(table(columns, rows, { size: 9.5, leading: 1.3 }), textHeightOf(A4));
  const prepared = prepareDocument(series, {
    title: 'Rekap',
    author: 'Dinas Contoh',
    at: '2023-02-23T02:15:32.417Z',
    pages: pages.map((placed) => setPage(A4, placed, series.names, '')),
    attachments: [],
  });
  return closeDocument(prepared);
}

describe('a document without a seal', () => {
  it('is the same bytes each time', () => {
    expect(recap().equals(recap())).toBe(true);
  });

  it.skipIf(absent(['qpdf', 'pdftotext']).length > 0)(
    'is well formed, its table header on every page',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'ikrar-recap-'));
      const path = join(folder, 'recap.pdf');
      writeFileSync(path, recap());
      const checked = judge('qpdf', ['--check', path])!;
      const said = judge('pdftotext', ['-layout', path, '-'])!.said;
      rmSync(folder, { recursive: true });
      expect(checked.code, checked.said).toBe(0);
      const pages = said.split('\f').slice(0, -1);
      expect(pages).toHaveLength(4);
      expect(pages.every((page) => page.trimStart().startsWith('Unit kerja'))).toBe(true);
      expect(said).toContain('Bidang 120');
    },
  );
});
