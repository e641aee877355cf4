import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BASELINE_JPEG,
  chunk,
  grayPng,
  PROGRESSIVE_JPEG,
  scanPdf,
  segment,
  TELLTALE,
  telephonePhoto,
} from '../../../../test/scan-files.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { orientationOf, orientationSegment } from './exif.ts';
import { readScan, SCAN_LIMIT } from './scan-file.ts';

const refusal = (bytes: Uint8Array) =>
  readScan(bytes).then(
    () => 'taken',
    (error: Refusal) => error.code,
  );
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a photo', () => {
  it.each([
    ['baseline', BASELINE_JPEG],
    ['progressive', PROGRESSIVE_JPEG],
  ])('without anything beside the picture is kept byte for byte, %s', async (_, bytes) => {
    const { type, bytes: kept } = await readScan(bytes);
    expect(type).toBe('image/jpeg');
    expect(Buffer.from(kept).equals(bytes)).toBe(true);
  });

  it.each([1, 3, 6, 8])('loses place, device and comments, and keeps side %d up', async (side) => {
    const { bytes } = await readScan(telephonePhoto(side));
    expect(text(bytes)).not.toContain('GPS');
    expect(text(bytes)).not.toContain(TELLTALE);
    expect(text(bytes).match(/\xff\xd9/g)).toHaveLength(1);
    const up = side === 1 ? Buffer.alloc(0) : orientationSegment(side);
    const picture = BASELINE_JPEG.subarray(2);
    expect(Buffer.from(bytes).equals(Buffer.concat([Buffer.from([0xff, 0xd8]), up, picture]))).toBe(true);
    if (side !== 1) expect(orientationOf(up.subarray(4))).toBe(side);
  });

  it('that is cut off anywhere, or ends within its picture, is refused', async () => {
    const photo = telephonePhoto();
    const end = photo.indexOf(Buffer.from([0xff, 0xd9])) + 1;
    for (let length = 3; length < end; length += 7) {
      expect(await refusal(photo.subarray(0, length)), String(length)).toBe('ink.damaged');
    }
  });

  it.each([
    ['two frames', insert(frame(240, 320))],
    ['arithmetic coding', insert(frame(240, 320, 0xc9))],
    ['a lossless frame', insert(frame(240, 320, 0xc3))],
    ['an unknown marker', insert(segment(0x02, Buffer.alloc(2)))],
    ['a segment longer than the file', insert(Buffer.from([0xff, 0xe1, 0xff, 0xff]))],
  ])('with %s is refused', async (_, bytes) => {
    expect(['ink.damaged', 'ink.fileKind']).toContain(await refusal(bytes));
  });

  it.each([
    [40_000, 40_000, 'ink.tooWide'],
    [12_001, 300, 'ink.tooWide'],
    [11_000, 11_000, 'ink.tooWide'],
    [240, 0, 'ink.tooSmall'],
    [199, 900, 'ink.tooSmall'],
  ])('of %d by %d dots: %s', async (width, height, code) => {
    const resized = Buffer.from(BASELINE_JPEG);
    const at = resized.indexOf(Buffer.from([0xff, 0xc0]));
    resized.writeUInt16BE(height, at + 5);
    resized.writeUInt16BE(width, at + 7);
    expect(await refusal(resized)).toBe(code);
  });
});

describe('a PNG', () => {
  it('loses text, time, Exif and what follows it', async () => {
    const before = ['tEXt', 'eXIf', 'tIME', 'iTXt'].map((name) => chunk(name, Buffer.from(TELLTALE)));
    const { type, bytes } = await readScan(
      Buffer.concat([grayPng(240, 320, { before }), Buffer.from('<?php')]),
    );
    expect(type).toBe('image/png');
    expect(Buffer.from(bytes).equals(grayPng())).toBe(true);
  });

  it('that is interlaced has the lines of seven passes', async () => {
    const passes = [
      [30, 40],
      [30, 40],
      [60, 40],
      [60, 80],
      [120, 80],
      [120, 160],
      [240, 160],
    ] as const;
    const size = passes.reduce((sum, [columns, lines]) => sum + lines * (1 + columns), 0);
    expect(await refusal(grayPng(240, 320, { interlace: 1, pixels: Buffer.alloc(size) }))).toBe('taken');
    expect(await refusal(grayPng(240, 320, { interlace: 1, pixels: Buffer.alloc(size - 1) }))).toBe(
      'ink.damaged',
    );
  });

  it.each([
    ['too few pixels', grayPng(240, 320, { pixels: Buffer.alloc(100) })],
    ['pixels without end', grayPng(240, 320, { pixels: Buffer.alloc(80_000_000) })],
    ['a wrong check sum', damagedPng()],
    ['an unknown critical chunk', grayPng(240, 320, { before: [chunk('EVIL', Buffer.alloc(4))] })],
    ['no end', grayPng().subarray(0, -12)],
  ])('with %s is refused', async (_, bytes) => expect(await refusal(bytes)).toBe('ink.damaged'));

  it('of huge dimensions is refused before anything is unpacked', async () => {
    expect(await refusal(grayPng(60_000, 60_000, { pixels: Buffer.alloc(1) }))).toBe('ink.tooWide');
  });
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

  it('never breaks the reader, and nothing taken keeps what a camera tells', async () => {
    const base = [telephonePhoto(), grayPng(240, 320, { before: [chunk('tEXt', Buffer.from(TELLTALE))] })];
    const edits = fc.array(fc.tuple(fc.nat(2500), fc.nat(255)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...base), edits, fc.nat(40), async (bytes, changed, cut) => {
        const hostile = Buffer.from(bytes.subarray(0, bytes.length - cut));
        for (const [at, value] of changed) if (at < hostile.length) hostile[at] = value;
        try {
          const scan = await readScan(hostile);
          expect(['image/jpeg', 'image/png']).toContain(scan.type);
          expect(scan.bytes.length).toBeLessThanOrEqual(hostile.length + 36);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The photo with one more part before its frame. */
function insert(part: Buffer): Buffer {
  return Buffer.concat([BASELINE_JPEG.subarray(0, 2), part, BASELINE_JPEG.subarray(2)]);
}

function frame(width: number, height: number, marker = 0xc0): Buffer {
  const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  content.writeUInt16BE(height, 1);
  content.writeUInt16BE(width, 3);
  return segment(marker, content);
}

function damagedPng(): Buffer {
  const png = grayPng();
  png[60] = (png[60] ?? 0) ^ 1;
  return png;
}
