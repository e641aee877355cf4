import { crc32, deflateSync } from 'node:zlib';

/** A grey page of 240 by 320 dots with a word on it, baseline and progressive. */
export const BASELINE_JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG',
    'kJ6jq62rZ4C8ybqmx5moq6T/wAALCAFAAPABAREA/8QAGQABAAMBAQAAAAAAAAAAAAAAAAIDBAUG/8QAKBABAAICAQMDBAID',
    'AAAAAAAAAAECAwQRBRJBEyExBhRRcSJhMoLR/9oACAEBAAA/APTAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAADPu7dNLWtnyVvasTEcUjmfeeGaer48cxOfV2sFJnjvyY47Y/cxMuip2dmmt6XfFp9XJGOOPzK2ZisTM/Ee8o4ctM+Ku',
    'XFbupeOaz+YTAAAAAAABzPqHmOlX4jme+nEf7QhuU6j1DXtq21cWvTJxFrzl7+I58RwbtqTtzivt7PFaR24daLd0f3aYhjvt',
    'ZJ6Zq5c3qZLYt2K8TH87REzxH7a9Ob72vt5s+XLTJzak4a3msYuPHt5/tXqxGD6fwTG3bBF4rM3mZtMc+Kx/xLSzWp1THhx5',
    'Nu2HJjtMxsxPzHHvHPu7IAAAAAAAzdQ1PvdWcHf2c2rPPHPxPLSw30MsbeXPr7c4fW49SvZFveI45iZ+FWPpM46Ux/czalNi',
    'M9e6vv55iZ59/n5aJ0ojevs0ydsZadmWnH+X4nnxKivSrxo4tedqe7BeL4skUj+PHxEx58pV6fn+7w7WTcm+THzEx6cRWaz4',
    'iPH793QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB//2Q==',
  ].join(''),
  'base64',
);
export const PROGRESSIVE_JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG',
    'kJ6jq62rZ4C8ybqmx5moq6T/wgALCAFAAPABAREA/8QAGQABAAMBAQAAAAAAAAAAAAAAAAIDBAEF/9oACAEBAAAAAfTAAAAA',
    'AAAAAAAAAAAAAAAAAAAAVV6a58kAAADLFTdHu0AAAKrc8LId0gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAH//EACQQAAIBAgQHAQAAAAAAAAAAAAECEgMTABAiQAQRISMyM3CQ/9oACAEBAAEFAvjDtBboGTNH',
    'IHmNxxHqa46v5SNtNYXpQQ9zb1FmuIGQpYhrtaLZl+6v/8QAJRAAAQMCBQQDAAAAAAAAAAAAAQACERIxECFAQlEiMmGBcHGQ',
    '/9oACAEBAAY/AvhiSs2uHrAeTGEjVU0ge1FTvpqaTnD04kmeOEOqEBLoI3aiMCQ6Juu7dKqm90G1WsUHV5jx+63/xAAjEAEA',
    'AgIABgIDAAAAAAAAAAABABEhMRBAQVFhgXBxkJGx/9oACAEBAAE/IfhgUJTxOknu4cAyQahEljrmdn2f2FSK7cojNiMWX7jk',
    'hUeWWHmRRqOr71nf6iBFRzDaaycHxX1XKAMgpsm0UpQ7wXUHdGoWy3oV+db/2gAIAQEAAAAQAAAAAAAAAAAAAAAAAAAAAAAA',
    'AJAAAANAAAABgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/8QAIhABAQACAgAG',
    'AwAAAAAAAAAAAREAITFBEEBRYXGBcJDR/9oACAEBAAE/EPwwcAIQV2zFBesmj5RfDX6wE9XFArwbcj0dXqeZomV1n0ycTxdZ',
    'eiYhzRih7oMdPjCahYfOK8YrRPWu/fCSBKWqL0P5jtqEDyTZd+Yq8tLLw3wOv0aOwSi8Yt8NzHdFu+ecSRTTfo3pwLnCY8OB',
    'O+8SusEgS6Dr53+9b//Z',
  ].join(''),
  'base64',
);

/** Words that a camera writes beside its picture and that must never be kept. */
export const TELLTALE = 'GPS -2.9245 132.2966 Kamera Contoh';

/** The photo as a telephone makes it: Exif with a side that is up and a place, XMP, a comment, a second picture behind. */
export function telephonePhoto(orientation = 6, picture = BASELINE_JPEG, clock?: string): Buffer {
  const said = clock === undefined ? tiff(orientation) : tiffWithClock(orientation, clock);
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), said]));
  const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${TELLTALE}</x>`, 'latin1'));
  const comment = segment(0xfe, Buffer.from(TELLTALE));
  return Buffer.concat([
    picture.subarray(0, 2),
    ...[exif, xmp, comment],
    picture.subarray(2),
    ...[BASELINE_JPEG, Buffer.from(TELLTALE)],
  ]);
}

/** Little-endian, the other order than the one we write. */
function tiff(orientation: number): Buffer {
  const head = Buffer.alloc(8 + 2 + 24 + 4);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(2, 8);
  entry(head, 10, 0x010f, 2, TELLTALE.length, head.length);
  entry(head, 22, 0x0112, 3, 1, orientation);
  return Buffer.concat([head, Buffer.from(TELLTALE)]);
}

/** With the camera's clock in a directory of its own, and one of a place. */
function tiffWithClock(orientation: number, clock: string): Buffer {
  const head = Buffer.alloc(8 + 2 + 48 + 4 + 2 + 12 + 4);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(4, 8);
  const inner = 8 + 2 + 48 + 4;
  const text = `${clock}\0`;
  entry(head, 10, 0x010f, 2, TELLTALE.length, head.length + text.length);
  entry(head, 22, 0x0112, 3, 1, orientation);
  entry(head, 34, 0x8769, 4, 1, inner);
  entry(head, 46, 0x8825, 4, 1, inner);
  head.writeUInt16LE(1, inner);
  entry(head, inner + 2, 0x9003, 2, text.length, head.length);
  return Buffer.concat([head, Buffer.from(text + TELLTALE)]);
}

function entry(into: Buffer, at: number, tag: number, kind: number, count: number, value: number): void {
  into.writeUInt16LE(tag, at);
  into.writeUInt16LE(kind, at + 2);
  into.writeUInt32LE(count, at + 4);
  into.writeUInt32LE(value, at + 8);
}

export function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG; what is between header and pixels may be added, and the pixels replaced. */
export function grayPng(
  width = 240,
  height = 320,
  change: { before?: Buffer[]; pixels?: Buffer; interlace?: 0 | 1 } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, change.interlace ?? 0], 8);
  const pixels = change.pixels ?? Buffer.alloc(height * (width + 1), 0xcc);
  const parts = [chunk('IHDR', header), ...(change.before ?? []), chunk('IDAT', deflateSync(pixels))];
  return Buffer.concat([PNG_HEAD, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** A small PDF with what stands in its catalogue. */
export function scanPdf(catalog = ''): Buffer {
  const stream = 'stream\n/JS (this is only picture data)\nendstream';
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n` +
      `4 0 obj\n<< /Length 36 >>\n${stream}\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}
