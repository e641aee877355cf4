import { describe, expect, it } from 'vitest';
import { grayPng, scanPdf, TELLTALE, telephonePhoto } from '../../../../test/scan-files.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { readScan, SCAN_LIMIT } from './scan-file.ts';

const refusal = (bytes: Uint8Array) =>
  readScan(bytes).then(
    () => 'taken',
    (error: Refusal) => error.code,
  );

it('a photo and a PNG are kept as what they are, without what a camera tells', async () => {
  const photo = await readScan(telephonePhoto());
  expect(photo.type).toBe('image/jpeg');
  expect(Buffer.from(photo.bytes).includes(TELLTALE)).toBe(false);
  expect((await readScan(grayPng())).type).toBe('image/png');
});

describe('a PDF', () => {
  it('is kept as it is, whatever letters stand in its pictures', async () => {
    const { type, bytes } = await readScan(scanPdf());
    expect(type).toBe('application/pdf');
    expect(Buffer.from(bytes).equals(scanPdf())).toBe(true);
  });

  it.each([
    ['/OpenAction << /S /JavaScript /JS (app.alert) >>', 'ink.activePdf'],
    ['/OpenAction << /S /J#61vaScript >>', 'ink.activePdf'],
    ['/AA << /O << /S /Launch >> >>', 'ink.activePdf'],
    ['/Names << /EmbeddedFiles 9 0 R >>', 'ink.activePdf'],
    ['/Encrypt 9 0 R', 'ink.activePdf'],
    ['/JStorage 1', 'taken'],
  ])('with %s: %s', async (catalog, code) => expect(await refusal(scanPdf(catalog))).toBe(code));

  it('with as many beginnings of streams as fit, and no end, is read once', async () => {
    const begins = Buffer.alloc(SCAN_LIMIT - 1024, 'stream\n');
    const tail = Buffer.from('\nstartxref\n0\n%%EOF\n');
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.4\n'), begins, tail]))).toBe('taken');
    const active = Buffer.from('endstream /Launch stream\nendstream');
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.4\nstream\n'), active, tail]))).toBe(
      'ink.activePdf',
    );
  });

  it('with something else before or behind it, or cut off, is refused', async () => {
    expect(await refusal(Buffer.concat([scanPdf(), Buffer.from('PK\x03\x04 archive')]))).toBe('ink.damaged');
    expect(await refusal(Buffer.concat([Buffer.from('<html>'), scanPdf()]))).toBe('ink.fileKind');
    expect(await refusal(scanPdf().subarray(0, 200))).toBe('ink.damaged');
  });
});

describe('anything else', () => {
  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['GIF', 'GIF89a;<script>'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['HEIC', '\0\0\0\x18ftypheic'],
    ['a program', 'MZ\x90\0'],
    ['an archive', 'PK\x03\x04'],
  ])('%s is refused whatever it is called', async (_, content) => {
    expect(await refusal(Buffer.from(content, 'latin1'))).toBe('ink.fileKind');
  });

  it('empty or larger than 10 MB is refused', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('ink.fileMissing');
    expect(await refusal(Buffer.alloc(SCAN_LIMIT + 1, 0xff))).toBe('ink.tooLarge');
  });
});
