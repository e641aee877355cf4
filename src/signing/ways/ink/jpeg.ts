import { Refusal } from '../../../platform/refusal.ts';
import { orientationOf, orientationSegment } from './exif.ts';
import { checkSize } from './picture-size.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended, progressive (ITU-T T.81, table B.1): what every browser decodes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Tables and restart interval: DHT, DQT, DRI. */
const TABLES = new Set([DHT, 0xdb, 0xdd]);

/**
 * The same picture from its coding parts alone (ITU-T T.81): Exif with place, time and device, XMP, comments, previews
 * and whatever follows the picture are left out. Which side is up is kept, in a segment of our own.
 * @throws Refusal ink.damaged where the picture is not whole, ink.fileKind for a coding that browsers do not show,
 * ink.tooWide, ink.tooSmall
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [];
  let orientation = 1;
  let framed = false;
  let scans = 0;
  let at = 2;
  for (;;) {
    const { marker, start } = nextMarker(file, at);
    if (marker === EOI) break;
    const end = segmentEnd(file, start);
    const segment = file.subarray(start - 2, end);
    if (FRAMES.has(marker)) {
      if (framed) throw damaged();
      checkFrame(segment);
      framed = true;
    } else if (marker === SOS) {
      if (!framed) throw damaged();
      scans += 1;
    } else if (marker === APP1) {
      orientation = orientationOf(segment.subarray(4)) ?? orientation;
    } else if (isUnknown(marker)) {
      throw new Refusal('ink.fileKind');
    }
    at = marker === SOS ? codedEnd(file, end) : end;
    if (isKept(marker, segment)) kept.push(file.subarray(start - 2, at));
  }
  if (scans === 0) throw damaged();
  const up = orientation === 1 ? [] : [orientationSegment(orientation)];
  return Buffer.concat([Buffer.from([0xff, SOI]), ...up, ...kept, Buffer.from([0xff, EOI])]);
}

/** A marker stands after one or more 0xFF; `start` is where its segment's length stands. */
function nextMarker(file: Buffer, from: number): { marker: number; start: number } {
  if (file[from] !== 0xff) throw damaged();
  let at = from;
  while (file[at] === 0xff) at += 1;
  const marker = file[at];
  if (marker === undefined || marker === 0) throw damaged();
  return { marker, start: at + 1 };
}

function segmentEnd(file: Buffer, start: number): number {
  if (start + 2 > file.length) throw damaged();
  const length = file.readUInt16BE(start);
  if (length < 2 || start + length > file.length) throw damaged();
  return start + length;
}

/** Coded data end at the next marker that is neither a stuffed zero nor a restart (T.81, B.1.1.5). */
function codedEnd(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged();
}

function checkFrame(segment: Buffer): void {
  if (segment.length < 10) throw damaged();
  const [height, width, parts] = [segment.readUInt16BE(5), segment.readUInt16BE(7), segment[9]];
  if (segment[4] !== 8 || (parts !== 1 && parts !== 3)) throw new Refusal('ink.fileKind');
  checkSize(width, height);
}

/** Neither a picture part, nor an application's or a comment that is left out. */
function isUnknown(marker: number): boolean {
  const extra = (marker >= APP0 && marker <= 0xef) || marker === 0xfe;
  return !extra && !TABLES.has(marker);
}

/** Of the applications' segments only JFIF without preview and Adobe's, which tells how colours are coded. */
function isKept(marker: number, segment: Buffer): boolean {
  if (marker === SOS || FRAMES.has(marker) || TABLES.has(marker)) return true;
  const name = segment.toString('latin1', 4, 9);
  if (marker === APP0) return name === 'JFIF\0' && segment.length === 18;
  return marker === APP14 && name === 'Adobe' && segment.length === 16;
}

function damaged(): Refusal {
  return new Refusal('ink.damaged');
}
