import { zlibSync } from 'fflate';
import { orientationSegment, readExif } from '../../platform/pictures/exif.ts';
import { concat, uint32, utf8 } from '../seal/bytes.ts';
import { cleanProfile } from './icc.ts';
import { unzlibWithin } from './inflate.ts';
import { type Cleaned, damaged, latin1, type Removed, viewOf } from './stripped.ts';

const HEAD_BYTES = 8;
/** What is drawn, how transparent, in which colours, how large, and the frames of a moving one (PNG, third edition). */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP mDCV cLLI pHYs sBIT bKGD acTL fcTL fdAT'.split(' '),
);
const REMOVED: Readonly<Record<string, Removed>> = {
  tEXt: 'text',
  zTXt: 'text',
  iTXt: 'text',
  eXIf: 'exif',
  tIME: 'time',
  iCCP: 'icc',
};
const MOST_PROFILE = 4_000_000;
const EXIF_HEAD = utf8('Exif\0\0');

/** @throws StripError damaged */
export function stripPng(file: Uint8Array): Cleaned {
  const removed = new Set<Removed>();
  const kept: Uint8Array[] = [file.subarray(0, HEAD_BYTES)];
  for (const { name, data, whole } of chunks(file, removed)) {
    if (KEPT.has(name)) kept.push(whole);
    else if (/^[A-Z]/.test(name)) throw damaged();
    else removed.add(REMOVED[name] ?? 'other');
    if (name === 'iCCP') kept.push(...colours(data));
    if (name === 'eXIf') kept.push(...sideUp(data, removed));
  }
  return { bytes: concat(...kept), removed, left: new Set() };
}

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/** Up to the end of the image; what follows is of no picture. */
function* chunks(file: Uint8Array, removed: Set<Removed>): Generator<Chunk> {
  const view = viewOf(file);
  for (let at = HEAD_BYTES; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > file.length) throw damaged();
    const name = latin1(file.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(name) || (at === HEAD_BYTES && name !== 'IHDR')) throw damaged();
    yield { name, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) };
    if (name === 'IEND') {
      if (end < file.length) removed.add('trailing');
      return;
    }
    at = end;
  }
  throw damaged();
}

/** The profile under a name that says nothing; none where it cannot be read. */
function colours(data: Uint8Array): Uint8Array[] {
  const end = data.indexOf(0);
  if (end < 1 || end > 79 || data[end + 1] !== 0) return [];
  const profile = unzlibWithin(data.subarray(end + 2), MOST_PROFILE);
  const clean = profile && cleanProfile(profile);
  return clean ? [chunk('iCCP', concat(utf8('icc\0\0'), zlibSync(clean)))] : [];
}

function sideUp(data: Uint8Array, removed: Set<Removed>): Uint8Array[] {
  const camera = readExif(concat(EXIF_HEAD, data));
  if (camera?.hasPlace) removed.add('gps');
  const up = camera?.orientation ?? 1;
  return up === 1 ? [] : [chunk('eXIf', orientationSegment(up).subarray(4 + EXIF_HEAD.length))];
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = concat(utf8(name), data);
  return concat(uint32(data.length), body, uint32(crc32(body)));
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
