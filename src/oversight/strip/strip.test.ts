import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BASELINE_JPEG, chunk, grayPng, PROGRESSIVE_JPEG, segment } from '../../../test/scan-files.ts';
import { readExif } from '../../platform/pictures/exif.ts';
import {
  box,
  profile,
  SECRET,
  tellingDocx,
  tellingFilm,
  tellingGif,
  tellingJpeg,
  tellingOdt,
  tellingPdf,
  tellingPng,
  tiff,
} from './fixtures.testkit.ts';
import { StripError, type Stripped, strip } from './index.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const taken = (bytes: Uint8Array, name = `${SECRET}.dat`): Stripped => strip(bytes, name, 'x/y');

describe('a picture', () => {
  it.each([
    ['baseline', BASELINE_JPEG],
    ['progressive', PROGRESSIVE_JPEG],
  ])('loses all that is not the picture, and keeps which side is up: JPEG, %s', (_, picture) => {
    const { bytes, removed, kept, name, type } = taken(tellingJpeg(picture), 'foto budi.JPG');
    expect([name, type, kept]).toEqual(['berkas-1.jpg', 'image/jpeg', 'clean']);
    expect(removed).toEqual(['exif', 'gps', 'xmp', 'iptc', 'comment', 'thumbnail', 'trailing', 'other']);
    expect(text(bytes)).not.toContain(SECRET);
    const exif = bytes.subarray(bytes.indexOf(0xe1) + 3);
    expect(readExif(exif)).toEqual({ orientation: 6, takenAt: null, hasPlace: false });
    expect(taken(picture).bytes).toEqual(new Uint8Array(picture));
    expect(taken(bytes).bytes).toEqual(bytes);
  });

  it('keeps a colour profile without the name of the screen', () => {
    const said = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile()]);
    const file = Buffer.concat([
      BASELINE_JPEG.subarray(0, 2),
      segment(0xe2, said),
      BASELINE_JPEG.subarray(2),
    ]);
    const { bytes, removed } = taken(file);
    expect(removed).toEqual(['icc']);
    expect(text(bytes)).toMatch(/ICC_PROFILE.*rXYZ/s);
    expect(text(bytes)).not.toMatch(/Pelapor|desc|Cont/);
  });

  it('loses text, time, Exif and what follows its end: PNG', () => {
    const { bytes, removed, name } = taken(tellingPng(grayPng()));
    expect(name).toBe('berkas-1.png');
    expect(removed).toEqual(['exif', 'gps', 'text', 'time', 'trailing', 'other']);
    expect(text(bytes)).not.toContain(SECRET);
    expect(text(bytes)).toContain('eXIfMM');
    expect(taken(grayPng()).bytes).toEqual(new Uint8Array(grayPng()));
  });

  it('keeps its turns and how often it repeats: GIF', () => {
    const { bytes, removed } = taken(tellingGif());
    expect(removed).toEqual(['xmp', 'comment', 'trailing']);
    expect(text(bytes)).toMatch(/NETSCAPE2\.0\x03\x01\0\0\0!\xf9/);
    expect(text(bytes)).not.toMatch(/Pelapor|XMP/);
    expect(bytes.at(-1)).toBe(0x3b);
    expect(taken(bytes.subarray(0, -1)).bytes).toEqual(bytes);
  });
});

describe('a film', () => {
  it('loses place, names and moments, and moves nothing', () => {
    const file = tellingFilm();
    const { bytes, removed, kept, type } = taken(file);
    expect([kept, type]).toEqual(['clean', 'video/mp4']);
    expect(removed).toEqual(['gps', 'xmp', 'time', 'author']);
    expect(text(bytes)).not.toMatch(/Pelapor|132\.2966/);
    expect(bytes).toHaveLength(file.length);
    expect(text(bytes).indexOf('pixels and sound')).toBe(file.indexOf('pixels and sound'));
  });

  it('says so where a track may hold places, and where pictures are HEIC', () => {
    expect(taken(tellingFilm('meta', 'qt  '))).toMatchObject({ kept: 'unknown', left: ['tracks'] });
    expect(taken(tellingFilm('pict', 'heic'), 'IMG_1.HEIC')).toMatchObject({
      ...{ kept: 'unknown', left: ['kind'], name: 'berkas-1.heic' },
    });
  });
});

describe('a PDF', () => {
  const photo = tellingJpeg(BASELINE_JPEG).subarray(0, -(BASELINE_JPEG.length + SECRET.length));

  it('loses information, XMP, identifiers, who remarked, and what its photos say, in place', () => {
    const file = tellingPdf(photo);
    const { bytes, removed, left, kept } = taken(file);
    expect([kept, left]).toEqual(['clean', []]);
    expect(removed).toEqual(expect.arrayContaining(['exif', 'gps', 'xmp', 'author', 'time', 'other']));
    expect(text(bytes)).not.toContain(SECRET);
    expect(text(bytes).toLowerCase()).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect(text(bytes)).toContain('/Contents (isi)');
    expect(bytes).toHaveLength(file.length);
  });

  it('is still whole to another program, packed or not', { skip: !has('qpdf') }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'strip-'));
    const at = (name: string) => join(folder, name);
    try {
      writeFileSync(at('a.pdf'), tellingPdf(photo));
      qpdf('--object-streams=generate', '--compress-streams=y', at('a.pdf'), at('b.pdf'));
      qpdf('--linearize', at('a.pdf'), at('c.pdf'));
      for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
        const { bytes, left } = taken(readFileSync(at(name)));
        expect(left, name).toEqual([]);
        writeFileSync(at('out.pdf'), bytes);
        qpdf('--check', at('out.pdf'));
        qpdf('--qdf', '--object-streams=disable', at('out.pdf'), at('plain.pdf'));
        expect(readFileSync(at('plain.pdf'), 'latin1'), name).not.toContain(SECRET);
        expect(readFileSync(at('plain.pdf'), 'latin1'), name).toContain('(isi)');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that was saved over itself, is locked, holds files, macros or a signature, is said to be so', () => {
    const plain = text(tellingPdf(photo));
    const more = (add: string) =>
      Buffer.from(plain.replace('/Type /Catalog', `/Type /Catalog ${add}`), 'latin1');
    expect(taken(Buffer.from(`${plain}9 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF`, 'latin1')).left).toEqual([
      'revisions',
    ]);
    expect(taken(Buffer.from(plain.replace('/Size', '/Encrypt 9 0 R /Size'), 'latin1')).left).toEqual([
      'encrypted',
    ]);
    expect(taken(more('/EmbeddedFiles 9 0 R')).left).toEqual(['attachments']);
    expect(taken(more('/OpenAction << /S /JavaScript >>')).left).toEqual(['macros']);
    expect(taken(more('/ByteRange [0 1 2 3]')).left).toEqual(['signed']);
  });
});

describe('a document', () => {
  it('of Word loses who, when, where it lay, and what its photos say; its text stays', () => {
    const { bytes, name, kept, removed } = taken(tellingDocx(BASELINE_JPEG));
    expect([name, kept]).toEqual(['berkas-1.docx', 'clean']);
    expect(removed).toEqual(expect.arrayContaining(['exif', 'gps', 'author', 'time', 'thumbnail']));
    const parts = unzipSync(bytes);
    for (const [part, content] of Object.entries(parts))
      expect(strFromU8(content, true), part).not.toMatch(/Pelapor|00AB12CD|2026-11-20|thumbnail|itemProps/);
    expect(strFromU8(parts['word/document.xml'] as Uint8Array)).toContain(
      '<w:p><w:r><w:t>Kegiatan w:rsidR="tetap" di lapangan</w:t>',
    );
    expect(strFromU8(parts['word/settings.xml'] as Uint8Array)).toContain('w:zoom');
    expect(text(bytes)).not.toContain('customXml');
  });

  it('whose changes were followed, or that holds macros, is said to be so', () => {
    const changes = tellingDocx(BASELINE_JPEG, {
      'word/document.xml': `<w:document><w:del w:id="1" w:author="${SECRET}" w:date="2026-11-20T01:02:03Z"/></w:document>`,
    });
    expect(taken(changes)).toMatchObject({ kept: 'unknown', left: ['revisions'] });
    expect(taken(tellingDocx(BASELINE_JPEG, { 'word/vbaProject.bin': 'x' })).left).toEqual(['macros']);
    expect(taken(tellingDocx(BASELINE_JPEG, { 'word/media/a.emf': 'x' })).left).toEqual(['pictures']);
  });

  it('of OpenDocument loses the same', () => {
    const { bytes, name, kept } = taken(tellingOdt(BASELINE_JPEG));
    expect([name, kept]).toEqual(['berkas-1.odt', 'clean']);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)[0]).toBe('mimetype');
    for (const [part, content] of Object.entries(parts))
      expect(strFromU8(content, true), part).not.toMatch(/Pelapor|0012ab|2026-11-20|Thumbnails/);
    expect(strFromU8(parts['content.xml'] as Uint8Array)).toContain('Isi');
  });

  it('that unpacks without end is refused', () => {
    const bomb = Buffer.from(zipSync({ '[Content_Types].xml': new Uint8Array(1000) }));
    bomb.writeUInt32LE(160_000_000, bomb.indexOf('PK\x01\x02') + 24);
    expect(() => taken(bomb)).toThrow(new StripError('too-large'));
  });
});

describe('other files', () => {
  it('are kept as they are under a plain name, and said to be unknown', () => {
    const voice = Buffer.from(`ID3\x04\0\0\0${SECRET}`, 'latin1');
    expect(taken(voice, `rekaman ${SECRET}.MP3`)).toEqual({
      ...{ bytes: voice, name: 'berkas-1.mp3', type: 'x/y', removed: [], left: ['kind'], kept: 'unknown' },
    });
    expect(strip(voice, 'a.b/c', 'evil\r\nx', 3)).toMatchObject({
      ...{ name: 'berkas-3.bin', type: 'application/octet-stream' },
    });
  });

  it('of plain text stay; letters with headers and pages are unknown', () => {
    expect(taken(Buffer.from('Tanggal 3 ada rapat.\n'))).toMatchObject({
      kept: 'clean',
      name: 'berkas-1.txt',
    });
    for (const formatted of ['<html>', '{\\rtf1 x', 'Subject: x\nFrom: a@contoh.id\n\nIsi', 'BEGIN:VCARD'])
      expect(taken(Buffer.from(formatted)).left, formatted).toEqual(['kind']);
  });
});

describe('whatever is given', () => {
  const seeds: Uint8Array[] = [
    tellingJpeg(BASELINE_JPEG),
    tellingPng(grayPng(20, 20, { before: [chunk('tRNS', Buffer.from([0, 1]))] })),
    tellingGif(),
    tellingFilm(),
    box('ftyp', Buffer.from('qt  ')),
    tellingPdf(BASELINE_JPEG),
    tellingDocx(BASELINE_JPEG),
    tellingOdt(BASELINE_JPEG),
    webp(),
  ];
  const damage = fc.record({
    seed: fc.nat(seeds.length - 1),
    cut: fc.option(fc.nat(3000), { nil: null }),
    changes: fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  });

  it('ends, in a file not larger than before or in a StripError', () => {
    fc.assert(
      fc.property(damage, ({ seed, cut, changes }) => {
        const file = (seeds[seed] as Uint8Array).slice(0, cut ?? undefined);
        for (const [at, value] of changes) if (file.length > 12) file[12 + (at % (file.length - 12))] = value;
        const before = file.slice();
        try {
          const { bytes } = taken(file);
          expect(bytes.length).toBeLessThanOrEqual(file.length + 1024);
        } catch (error) {
          expect(error).toBeInstanceOf(StripError);
        }
        expect(Buffer.compare(file, before)).toBe(0);
      }),
      { numRuns: 1500 },
    );
  });

  // In order and beside each other, as the format asks: else a few kilobytes are the work of hours.
  it('does not follow packed objects that lie over each other', () => {
    const places = Array.from({ length: 400 }, (_, n) => `${n + 1} ${n % 2 ? 9_000_000 : 0} `).join('');
    const packed = zlibSync(Buffer.from(places.padEnd(9_000_000)));
    const object = `<</Type /ObjStm /N 400 /First ${places.length} /Filter /FlateDecode /Length ${packed.length}>>`;
    const head = Buffer.from(`%PDF-1.5\n1 0 obj\n${object}\nstream\n`);
    expect(outcome(Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\n%%EOF\n')]))).toBe(
      'unknown',
    );
  }, 8000);

  it('does not take long over what was made to take long', () => {
    const long = 400_000;
    for (const head of ['%PDF-1.4\n1 0 obj\n<<', '%PDF-1.4\n'])
      for (const part of ['(', '<', '1 0 obj ', '1 ', '/Info ', 'stream\n', '/ID[<'])
        outcome(Buffer.from(head + part.repeat(long / part.length), 'latin1'));
    for (const part of ['<w:rsids>', '<w:p ', ' a=', '<', '<w:p w:rsidR="'])
      outcome(tellingDocx(BASELINE_JPEG, { 'word/document.xml': part.repeat(long / part.length) }));
  }, 20_000);
});

function outcome(bytes: Uint8Array): string {
  try {
    return taken(bytes).kept;
  } catch (error) {
    expect(error).toBeInstanceOf(StripError);
    return 'refused';
  }
}

function webp(): Buffer {
  const riff = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
  };
  const head = Buffer.alloc(10);
  head[0] = 0x2c;
  const parts = [riff('VP8X', head), riff('ICCP', profile()), riff('VP8 ', Buffer.alloc(33, 3))];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...parts, riff('EXIF', tiff(6))]));
}

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function qpdf(...args: string[]): void {
  execFileSync('qpdf', args, { stdio: 'pipe' });
}
