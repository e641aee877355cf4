import { pngWithoutMetadata, withoutMetadata } from '../../../platform/pictures/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { checkPdfScan } from './pdf-scan.ts';

export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** A scan as it is kept: what it really is, and without what a camera adds about place and device. */
export interface ScanFile {
  readonly type: ScanType;
  readonly bytes: Uint8Array;
}

export const SCAN_LIMIT = 10 * 1024 * 1024;

/**
 * Judged by content alone: name and announced type are the sender's word. Photos are written anew from their picture
 * parts; a PDF is kept as it is.
 * @throws Refusal ink.fileMissing, ink.tooLarge, ink.fileKind, ink.damaged, ink.activePdf, pictures.*
 */
export async function readScan(bytes: Uint8Array): Promise<ScanFile> {
  if (bytes.length === 0) throw new Refusal('ink.fileMissing');
  if (bytes.length > SCAN_LIMIT) throw new Refusal('ink.tooLarge');
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { type: 'image/jpeg', bytes: withoutMetadata(bytes) };
  if (startsWith(bytes, PNG_HEAD)) return { type: 'image/png', bytes: await pngWithoutMetadata(bytes) };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    checkPdfScan(bytes);
    return { type: 'application/pdf', bytes };
  }
  throw new Refusal('ink.fileKind');
}

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
