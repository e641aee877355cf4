import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, statSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { pactFileName, type SealedPact } from '../pact-file.ts';

/**
 * Writes one PDF into the folder, or leaves it where it stands there already with the right bytes. What breaks off
 * leaves no half a file; what a power cut leaves is written again by the next run, for its digest is wrong.
 */
export function writePact(folder: string, { record, pdf }: SealedPact): void {
  const path = join(folder, pactFileName(record));
  if (holds(path, pdf.head.length + pdf.tail.length, pdf.sha256)) return;
  const file = openSync(path, 'w', 0o600);
  try {
    writeAll(file, [pdf.head, pdf.tail]);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function holds(path: string, size: number, sha256: Buffer): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== size) return false;
  return createHash('sha256').update(readFileSync(path)).digest().equals(sha256);
}

/** A disk that fills up takes a part first, and refuses the rest only then. */
function writeAll(file: number, parts: readonly Uint8Array[]): void {
  let left = parts.filter((part) => part.length > 0);
  while (left.length > 0) {
    let written = writevSync(file, left);
    while (left.length > 0 && written >= left[0]!.length) {
      written -= left[0]!.length;
      left = left.slice(1);
    }
    if (left.length > 0) left = [left[0]!.subarray(written), ...left.slice(1)];
  }
}
