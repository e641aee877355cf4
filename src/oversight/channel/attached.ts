import { FILE_PART, MAX_FILE } from '../seal/index.ts';
import { StripError, type Stripped, strip } from '../strip/index.ts';
import { type Attached, MOST_FILES, MOST_PARTS } from './sealed-report.ts';

/** A file as it will be sealed: without what it says of its maker, or as it is where that was asked for. */
export function attach(
  bytes: Uint8Array,
  file: { name: string; type: string },
  number: number,
  original: boolean,
  most?: number,
): Attached & { kept: Stripped['kept'] | 'original' } {
  if (original) {
    const name = file.name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-120) || `berkas-${number}`;
    const type = /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(file.type) ? file.type : 'application/octet-stream';
    return { bytes, name, type, stripped: false, kept: 'original' };
  }
  const { kept, ...clean } = strip(bytes, file.name, file.type, number, most);
  return { bytes: clean.bytes, name: clean.name, type: clean.type, stripped: kept === 'clean', kept };
}

export { StripError };

/** What is too much, as a code; null where all is well. */
export function tooMuch(
  sizes: readonly number[],
): 'reporting.tooManyFiles' | 'reporting.fileTooLarge' | null {
  if (sizes.length > MOST_FILES) return 'reporting.tooManyFiles';
  const parts = sizes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / FILE_PART)), 0);
  return parts > MOST_PARTS || sizes.some((size) => size > MAX_FILE) ? 'reporting.fileTooLarge' : null;
}

export const LIMITS = {
  count: MOST_FILES,
  size: MAX_FILE / 1024 / 1024,
  all: (MOST_PARTS * FILE_PART) / 1024 / 1024,
};
