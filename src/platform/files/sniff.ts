import { FILE_LIMITS } from './limits.ts';
import { readDirectory } from './zip-directory.ts';

/** What the bytes really are, whatever the name says. `text` includes CSV. `ole` is an old Office file that is no sheet. */
export type FileKind =
  | 'empty'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'zip'
  | 'xls'
  | 'encrypted'
  | 'ole'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'text'
  | 'binary';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

/**
 * Looks at magic numbers, the ZIP directory and the first 64 KiB. Never throws.
 * A ZIP whose directory cannot be read, or breaks a limit, is a plain `zip`: the reader will say why.
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  for (const [kind, magic] of MAGIC) if (startsWith(bytes, magic)) return kind;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return zipKind(bytes);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleKind(bytes);
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes.subarray(8, 12)) === 'WEBP') return 'image';
  return textKind(bytes.subarray(0, 64 * 1024));
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes);
  if (names.some((name) => /^xl\/workbook\d*\.xml$/.test(name))) return 'xlsx';
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  const head = ascii(bytes.subarray(30, 120));
  return head.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'zip';
}

function zipNames(bytes: Uint8Array): string[] {
  const unbounded = { ...FILE_LIMITS, inflatedBytes: Infinity, ratio: Infinity, entries: 0xffff };
  try {
    return readDirectory(bytes, unbounded).map((entry) => entry.name);
  } catch {
    return ascii(bytes).includes('xl/workbook.xml') ? ['xl/workbook.xml'] : [];
  }
}

/** Stream names stand in an OLE file as UTF-16 (MS-CFB 2.6.1); an encrypted workbook is one called EncryptedPackage. */
function oleKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('Workbook') || has('Book') ? 'xls' : 'ole';
}

function textKind(head: Uint8Array): FileKind {
  if (isUtf16(head)) return 'text';
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return 'binary';
    if (byte < 9 || (byte > 13 && byte < 32)) odd++;
  }
  if (odd > 8 && odd * 50 > head.length) return 'binary';
  const start = ascii(head.subarray(0, 2048))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(start)) return 'html';
  return start.startsWith('<?xml') ? 'xml' : 'text';
}

export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]) {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
