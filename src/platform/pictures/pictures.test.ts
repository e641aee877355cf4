import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BASELINE_JPEG,
  chunk,
  grayPng,
  PROGRESSIVE_JPEG,
  segment,
  TELLTALE,
  telephonePhoto,
} from '../../../test/scan-files.ts';
import { Refusal } from '../refusal.ts';
import {
  asMoment,
  orientationSegment,
  pngWithoutMetadata,
  readExif,
  readJpeg,
  withMetadata,
  withoutMetadata,
} from './index.ts';

const read = async (bytes: Uint8Array) =>
  bytes[0] === 0xff ? withoutMetadata(bytes) : pngWithoutMetadata(bytes);
const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'taken',
    (error: Refusal) => error.code,
  );
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a photo', () => {
  it.each([
    ['baseline', BASELINE_JPEG],
    ['progressive', PROGRESSIVE_JPEG],
  ])('without anything beside the picture is kept byte for byte, %s', async (_, bytes) => {
    expect(Buffer.from(withoutMetadata(bytes)).equals(bytes)).toBe(true);
  });

  it.each([1, 3, 6, 8])('loses place, device and comments, and keeps side %d up', async (side) => {
    const bytes = withoutMetadata(telephonePhoto(side));
    expect(text(bytes)).not.toContain('GPS');
    expect(text(bytes)).not.toContain(TELLTALE);
    expect(text(bytes).match(/\xff\xd9/g)).toHaveLength(1);
    const up = side === 1 ? Buffer.alloc(0) : orientationSegment(side);
    const picture = BASELINE_JPEG.subarray(2);
    expect(Buffer.from(bytes).equals(Buffer.concat([Buffer.from([0xff, 0xd8]), up, picture]))).toBe(true);
    if (side !== 1) expect(readExif(up.subarray(4))?.orientation).toBe(side);
  });

  it('that is cut off anywhere, or ends within its picture, is refused', async () => {
    const photo = telephonePhoto();
    const end = photo.indexOf(Buffer.from([0xff, 0xd9])) + 1;
    for (let length = 3; length < end; length += 7) {
      expect(await refusal(photo.subarray(0, length)), String(length)).toBe('pictures.damaged');
    }
  });

  it.each([
    ['two frames', insert(frame(240, 320))],
    ['arithmetic coding', insert(frame(240, 320, 0xc9))],
    ['a lossless frame', insert(frame(240, 320, 0xc3))],
    ['an unknown marker', insert(segment(0x02, Buffer.alloc(2)))],
    ['a segment longer than the file', insert(Buffer.from([0xff, 0xe1, 0xff, 0xff]))],
  ])('with %s is refused', async (_, bytes) => {
    expect(['pictures.damaged', 'pictures.coding']).toContain(await refusal(bytes));
  });

  it.each([
    [40_000, 40_000, 'pictures.tooWide'],
    [12_001, 300, 'pictures.tooWide'],
    [11_000, 11_000, 'pictures.tooWide'],
    [240, 0, 'pictures.tooSmall'],
    [199, 900, 'pictures.tooSmall'],
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
    const bytes = await pngWithoutMetadata(
      Buffer.concat([grayPng(240, 320, { before }), Buffer.from('<?php')]),
    );
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
      'pictures.damaged',
    );
  });

  it.each([
    ['too few pixels', grayPng(240, 320, { pixels: Buffer.alloc(100) })],
    ['pixels without end', grayPng(240, 320, { pixels: Buffer.alloc(80_000_000) })],
    ['a wrong check sum', damagedPng()],
    ['an unknown critical chunk', grayPng(240, 320, { before: [chunk('EVIL', Buffer.alloc(4))] })],
    ['no end', grayPng().subarray(0, -12)],
  ])('with %s is refused', async (_, bytes) => expect(await refusal(bytes)).toBe('pictures.damaged'));

  it('of huge dimensions is refused before anything is unpacked', async () => {
    expect(await refusal(grayPng(60_000, 60_000, { pixels: Buffer.alloc(1) }))).toBe('pictures.tooWide');
  });
});

describe('what a camera says', () => {
  it('is read where it stands: side, its own clock, whether there is a place', () => {
    const photo = telephonePhoto(6, BASELINE_JPEG, '2024:09:18 07:15:31');
    expect(readJpeg(photo)).toMatchObject({
      ...{ width: 240, height: 320, components: 1, orientation: 6 },
      ...{ takenAt: '2024-09-18T07:15:31', hasPlace: true },
    });
    expect(readJpeg(BASELINE_JPEG)).toMatchObject({ orientation: 1, takenAt: null, hasPlace: false });
  });

  it.each(['2024:13:18 07:15:31', '0000:00:00 00:00:00', '2024:02:30 10:00:00', 'kemarin pagi di Fakfak'])(
    'a clock that says %j is no moment',
    (clock) => expect(readJpeg(telephonePhoto(1, BASELINE_JPEG, clock)).takenAt).toBeNull(),
  );

  it('may be kept on purpose, but nothing that follows the picture', () => {
    const kept = text(withMetadata(readJpeg(telephonePhoto(6, BASELINE_JPEG, '2024:09:18 07:15:31'))));
    expect(kept).toContain(TELLTALE);
    expect(kept.match(/\xff\xd9/g)).toHaveLength(1);
    expect(kept.endsWith('\xff\xd9')).toBe(true);
  });

  it('never breaks the reader, whatever stands in it', () => {
    const head = Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, headed) => {
        const said = readExif(headed ? Buffer.concat([head, bytes]) : bytes);
        if (said?.takenAt) expect(asMoment(said.takenAt)).toBe(said.takenAt);
        if (said?.orientation) expect(said.orientation).toBeLessThanOrEqual(8);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hidden words', () => {
  it.each([0xdb, 0xc4, 0xdd, 0xda, 0xc0])('behind the fields of part %i are refused', async (marker) => {
    const at = BASELINE_JPEG.indexOf(Buffer.from([0xff, marker]));
    const found = at < 0 ? segment(marker, Buffer.from([0, 8])) : null;
    const length = found ? 0 : BASELINE_JPEG.readUInt16BE(at + 2);
    const part = found ?? BASELINE_JPEG.subarray(at, at + 2 + length);
    const longer = segment(marker, Buffer.concat([part.subarray(4), Buffer.from(TELLTALE)]));
    const from = found ? 2 : at;
    const bytes = Buffer.concat([
      BASELINE_JPEG.subarray(0, from),
      longer,
      BASELINE_JPEG.subarray(found ? from : from + part.length),
    ]);
    expect(await refusal(bytes)).toBe('pictures.damaged');
  });

  it('in thousands of scans are refused', async () => {
    const at = PROGRESSIVE_JPEG.indexOf(Buffer.from([0xff, 0xda]));
    const scan = PROGRESSIVE_JPEG.subarray(at, PROGRESSIVE_JPEG.indexOf(Buffer.from([0xff, 0xda]), at + 2));
    const tail = PROGRESSIVE_JPEG.subarray(at);
    const many = Array.from({ length: 200 }, () =>
      scan.subarray(0, scan.lastIndexOf(0xff) > 0 ? scan.length : 0),
    );
    expect(await refusal(Buffer.concat([PROGRESSIVE_JPEG.subarray(0, at), ...many, tail]))).toBe(
      'pictures.damaged',
    );
  });
});

it('no change to a file breaks the reader, and what is taken reads as itself', async () => {
  const base = [telephonePhoto(), grayPng(240, 320, { before: [chunk('tEXt', Buffer.from(TELLTALE))] })];
  const edits = fc.array(fc.tuple(fc.nat(2500), fc.nat(255)), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...base), edits, fc.nat(40), async (bytes, changed, cut) => {
      const hostile = Buffer.from(bytes.subarray(0, bytes.length - cut));
      for (const [at, value] of changed) if (at < hostile.length) hostile[at] = value;
      try {
        const kept = await read(hostile);
        expect(kept.length).toBeLessThanOrEqual(hostile.length + 36);
        expect(Buffer.from(await read(kept)).equals(kept)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 400 },
  );
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
