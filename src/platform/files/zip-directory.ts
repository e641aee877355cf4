import type { FileLimits } from './limits.ts';
import { FileProblem } from './problem.ts';

export type ZipEntry = {
  name: string;
  method: 0 | 8;
  crc: number;
  packedSize: number;
  size: number;
  /** Offset of the first packed byte. */
  start: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;

/**
 * The entries that the central directory lists, checked against each other before anything is inflated:
 * count, declared total, declared ratio, overlap (the trick of the 2019 non-recursive bomb), encryption.
 * Throws FileProblem.
 */
export function readDirectory(bytes: Uint8Array, limits: FileLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new FileProblem('file.bomb', { why: 'entries' });
  const found: (ZipEntry & { local: number })[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(view, bytes, at, end);
    found.push(entry);
    at = next;
  }
  checkDeclared(found, limits);
  return found;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, end: number) {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameSize = view.getUint16(at + 28, true);
  const extraSize = view.getUint16(at + 30, true);
  const next = at + 46 + nameSize + extraSize + view.getUint16(at + 32, true);
  if (next > end) throw damaged();
  if (flags & 1) throw new FileProblem('file.encrypted');
  if (method !== 0 && method !== 8) throw damaged();
  const extra = new DataView(view.buffer, view.byteOffset + at + 46 + nameSize, extraSize);
  const [size, packedSize, local] = wideFields(extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const start = dataStart(view, local);
  if (start + packedSize > end) throw damaged();
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
  const crc = view.getUint32(at + 16, true);
  return {
    entry: { name, method, crc, packedSize, size, start, local } as ZipEntry & { local: number },
    next,
  };
}

/** Zip64: a field of all ones stands in the extra block 0x0001, in this order (APPNOTE 4.5.3). Some writers always use it. */
function wideFields(extra: DataView, fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(0xffffffff)) return fields;
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== 1)
    at += 4 + extra.getUint16(at + 2, true);
  at += 4;
  return fields.map((field) => {
    if (field !== 0xffffffff) return field;
    if (at + 8 > extra.byteLength) throw damaged();
    const wide = Number(extra.getBigUint64(at, true));
    at += 8;
    return wide;
  }) as [number, number, number];
}

function dataStart(view: DataView, local: number): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw damaged();
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

function checkDeclared(entries: (ZipEntry & { local: number })[], limits: FileLimits) {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    const steep = entry.size > limits.ratioFloorBytes && entry.size > entry.packedSize * limits.ratio;
    if (steep) throw new FileProblem('file.bomb', { why: 'ratio' });
  }
  if (total > limits.inflatedBytes) throw new FileProblem('file.bomb', { why: 'declared' });
  const inOrder = entries.toSorted((a, b) => a.local - b.local);
  for (let index = 1; index < inOrder.length; index++) {
    const before = inOrder[index - 1]!;
    if (before.start + before.packedSize > inOrder[index]!.local) {
      throw new FileProblem('file.bomb', { why: 'overlap' });
    }
  }
}

function damaged() {
  return new FileProblem('file.damaged', { part: 'zip' });
}
