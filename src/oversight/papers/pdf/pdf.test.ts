import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { absent, judge } from '../../../evidence/pdf/fixtures/judge.ts';
import { sampleKeys } from '../../../evidence/pdf/fixtures/keys.ts';
import { sealDigest, sealReserve } from '../../../evidence/pdf/seal-digest.ts';
import { SAMPLE, samplePaper } from '../fixtures/sample.ts';
import { KINDS } from '../kinds.ts';
import { layOut } from './lay-out.ts';
import { sealedPdf } from './sealed.ts';

const missing = absent(['pdfsig', 'qpdf', 'pdftotext']);
const folder = mkdtempSync(join(tmpdir(), 'ikrar-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(missing.length > 0)('outside judges', () => {
  it.each(KINDS)('find a sealed %s valid, whole and well formed', async (kind) => {
    const { signer } = await sampleKeys('p256');
    const path = join(folder, `${kind}.pdf`);
    const bytes = await sealedPdf(samplePaper(kind), sealReserve(signer), (digest) =>
      sealDigest(signer, digest),
    );
    writeFileSync(path, bytes);
    const { said } = judge('pdfsig', ['-nocert', path])!;
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    const checked = judge('qpdf', ['--check', path])!;
    expect(checked.code, checked.said).toBe(0);
    const { said: text } = judge('pdftotext', ['-layout', path, '-'])!;
    expect(text).toContain('Draf, ganti dengan bentuk resmi instansi.');
    expect(text).toContain('tidak tersertifikasi');
    expect(text).toMatch(/Halaman 1 dari \d/);
  });
});

it('refuses an answer that is no container of the room it left', async () => {
  const paper = samplePaper('receipt');
  await expect(sealedPdf(paper, 100, async () => 'ab')).rejects.toThrow('room');
  await expect(sealedPdf(paper, 1, async () => ')>')).rejects.toThrow('room');
});

it('sets very long names and words without clipping or failing', () => {
  const nama = 'Kusumawardhani-'.repeat(20).slice(0, 300);
  const tanya_jawab = `${'a'.repeat(5000)}\n${'Tanya dan jawab. '.repeat(800)}`;
  const { series } = layOut(samplePaper('examination', { ...SAMPLE, nama, tanya_jawab }));
  expect(series.plan.signed).toBe(true);
});
