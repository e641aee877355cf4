import { strToU8, zipSync } from 'fflate';
import { chunk, segment } from '../../../test/scan-files.ts';

export const SECRET = 'Pelapor Contoh';

/** A profile as a screen's maker writes it: colours, and whose screen it is. */
export function profile(): Buffer {
  const text = Buffer.from(`desc\0\0\0\0${SECRET}..`.padEnd(40, '\0'), 'latin1');
  const colour = Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), Buffer.alloc(12, 1)]);
  const tags: [string, Buffer][] = [
    ['desc', text],
    ['rXYZ', colour],
    ['gXYZ', colour],
    ['bXYZ', colour],
    ['wtpt', colour],
  ];
  const head = Buffer.alloc(128 + 4 + tags.length * 12);
  head.write('acsp', 36, 'latin1');
  head.write('Cont', 48, 'latin1');
  head.writeUInt32BE(tags.length, 128);
  let at = head.length;
  tags.forEach(([name, data], index) => {
    head.write(name, 132 + index * 12, 'latin1');
    head.writeUInt32BE(at, 136 + index * 12);
    head.writeUInt32BE(data.length, 140 + index * 12);
    at += data.length;
  });
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...tags.map(([, data]) => data)]);
}

/** Little-endian Exif with a side that is up, a maker and a directory of the place. */
export function tiff(side: number): Buffer {
  const head = Buffer.alloc(8 + 2 + 36 + 4 + 6);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(3, 8);
  const entry = (at: number, tag: number, kind: number, count: number, value: number) => {
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(kind, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x010f, 2, SECRET.length, head.length);
  entry(22, 0x0112, 3, 1, side);
  entry(34, 0x8825, 4, 1, 50);
  return Buffer.concat([head, Buffer.from(SECRET)]);
}

/** Everything that a JPEG can say beside its picture. */
export function tellingJpeg(picture: Buffer, side = 6): Buffer {
  const ascii = (text: string) => Buffer.from(text, 'latin1');
  return Buffer.concat([
    picture.subarray(0, 2),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff(side)])),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    segment(0xe2, ascii(`MPF\0${SECRET}`)),
    segment(0xed, ascii(`Photoshop 3.0\0${SECRET}`)),
    segment(0xec, ascii(`Ducky${SECRET}`)),
    segment(0xfe, ascii(SECRET)),
    picture.subarray(2),
    Buffer.concat([picture, ascii(SECRET)]),
  ]);
}

/** Chunks of a PNG behind its header, and bytes behind its end. */
export function tellingPng(picture: Buffer): Buffer {
  const after = 8 + 25;
  return Buffer.concat([
    picture.subarray(0, after),
    chunk('tEXt', Buffer.from(`Author\0${SECRET}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
    chunk('eXIf', tiff(6)),
    chunk('tIME', Buffer.alloc(7, 1)),
    chunk('prVt', Buffer.from(SECRET)),
    picture.subarray(after),
    Buffer.from(SECRET),
  ]);
}

/** The extended form of a plain WebP, with Exif and XMP. */
export function tellingWebp(picture: Buffer, width: number, height: number): Buffer {
  const part = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 0x0c;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8X', extended),
    picture.subarray(12).subarray(picture.toString('latin1', 12, 16) === 'VP8X' ? 18 : 0),
    part('EXIF', tiff(6)),
    part('XMP ', Buffer.from(SECRET)),
  ]);
  return Buffer.concat([part('RIFF', body), Buffer.from(SECRET)]);
}

/** Two pictures of one dot that repeat for ever, with a comment and XMP. */
export function tellingGif(): Buffer {
  const block = (text: string) => Buffer.from([text.length, ...Buffer.from(text, 'latin1'), 0]);
  const control = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]);
  const picture = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255]),
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('NETSCAPE2.0', 'latin1'),
    Buffer.from([3, 1, 0, 0, 0, 0x21, 0xfe]),
    block(SECRET),
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP', 'latin1'),
    block(SECRET),
    ...[control, picture, control, picture],
    Buffer.from([0x3b]),
    Buffer.from(SECRET),
  ]);
}

export function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** The skeleton of a film with its place, its maker and its moment. */
export function tellingFilm(handler = 'vide', brand = 'isom'): Buffer {
  const dated = Buffer.alloc(100, 7);
  dated[0] = 0;
  const handled = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from(handler),
    Buffer.alloc(12),
    Buffer.from(SECRET),
  ]);
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0`, 'latin1')),
    box('free', Buffer.from(SECRET)),
    box(
      'moov',
      box('mvhd', dated),
      box('trak', box('tkhd', dated), box('mdia', box('mdhd', dated.subarray(0, 24)), box('hdlr', handled))),
      box('udta', box('\xa9xyz', Buffer.from('-2.9245+132.2966/')), box('name', Buffer.from(SECRET))),
      box('meta', Buffer.from(SECRET)),
    ),
    box('uuid', Buffer.from(SECRET)),
    box('mdat', Buffer.from('pixels and sound')),
  ]);
}

/** Information, XMP, a remark and a photo with Exif, unpacked. */
export function tellingPdf(photo: Buffer): Buffer {
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta>${SECRET}</x:xmpmeta><?xpacket end="w"?>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [7 0 R] /Resources << /XObject << /I 8 0 R >> >> >>',
    '<< /Length 24 >>\nstream\nq 100 0 0 100 0 0 cm /I\nendstream',
    `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`,
    `<< /Author (${SECRET} \\) \\( ${SECRET}) /Title <${Buffer.from(SECRET).toString('hex')}> /CreationDate (D:20261122) >>`,
    `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (${SECRET}) /Contents (isi) /M (D:20261122) >>`,
    `<< /Type /XObject /Subtype /Image /Width 240 /Height 320 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${photo.length} >>\nstream\n${photo.toString('latin1')}\nendstream`,
  ];
  let text = '%PDF-1.5\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R /ID [<${Buffer.from(SECRET).toString('hex')}> <00>] >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function tellingDocx(picture: Buffer, more: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="a"/><Override PartName="/customXml/itemProps1.xml" ContentType="b"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="x/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:p w:rsidR="00AB12CD" w:rsidRDefault='00AB12CD'><w:r><w:t>Kegiatan w:rsidR="tetap" di lapangan</w:t></w:r></w:p></w:document>`,
    'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="0" w:author="${SECRET}" w:initials="PC" w:date="2026-11-20T01:02:03Z"/></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${SECRET}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::${SECRET}"/></w15:person></w15:people>`,
    'word/settings.xml': `<w:settings xmlns:w="${W}"><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="rId1" Type="${REL}/attachedTemplate" Target="file:///C:\\Users\\${SECRET}\\a.dotm" TargetMode="External"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${SECRET}</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `<Properties><Company>${SECRET}</Company></Properties>`,
    'docProps/custom.xml': `<Properties>${SECRET}</Properties>`,
    'docProps/thumbnail.jpeg': SECRET,
    'customXml/itemProps1.xml': SECRET,
    ...more,
  };
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, 'word/media/image1.jpeg': tellingJpeg(picture) });
}

export function tellingOdt(picture: Buffer): Uint8Array {
  const files: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'meta.xml': `<office:document-meta><dc:creator>${SECRET}</dc:creator></office:document-meta>`,
    'content.xml': `<office:document-content><office:annotation><dc:creator>${SECRET}</dc:creator><dc:date>2026-11-20T00:00:00</dc:date></office:annotation><text:p officeooo:rsid="0012ab">Isi</text:p></office:document-content>`,
    'settings.xml': `<config><config:config-item config:name="PrinterName" config:type="string">${SECRET}</config:config-item></config>`,
    'Thumbnails/thumbnail.png': SECRET,
    'META-INF/manifest.xml':
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>',
  };
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, 'Pictures/a.jpg': tellingJpeg(picture) });
}
