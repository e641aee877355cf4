import { Refusal } from '../refusal.ts';
import { orientationSegment, readExif } from './exif.ts';
import { checkParts } from './jpeg-parts.ts';
import { checkSize } from './size.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended, progressive (ITU-T T.81, table B.1): what every browser decodes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Tables and restart interval: DHT, DQT, DRI. */
const TABLES = new Set([0xc4, 0xdb, 0xdd]);
/** A progressive picture has ten or so. Attacker: thousands, each of which a decoder draws over the whole picture. */
const MOST_SCANS = 100;

/** A JPEG of 8 bits and one or three components, read to its end; the rest of the file is not of it. */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  /** Which side is up, 1 to 8. */
  readonly orientation: number;
  /** The camera's own clock, 'YYYY-MM-DDTHH:MM:SS'; null where it says nothing. */
  readonly takenAt: string | null;
  readonly hasPlace: boolean;
  /** Markers with their segments, and coded data after each start of scan. */
  readonly parts: readonly { readonly marker: number; readonly bytes: Buffer }[];
}

/**
 * @throws Refusal pictures.damaged where the picture is not whole, pictures.coding for a coding that browsers do not
 * show or printers take for another (CMYK), pictures.tooWide, pictures.tooSmall
 */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file[0] !== 0xff || file[1] !== SOI) throw damaged();
  const parts: { marker: number; bytes: Buffer }[] = [];
  let frame: Buffer | null = null;
  let scans = 0;
  let said = { orientation: 1, takenAt: null as string | null, hasPlace: false };
  for (let at = 2; ; ) {
    const { marker, start } = nextMarker(file, at);
    if (marker === EOI) break;
    const end = segmentEnd(file, start);
    const segment = file.subarray(start - 2, end);
    if (FRAMES.has(marker)) {
      if (frame) throw damaged();
      frame = segment;
    } else if (marker === SOS) {
      scans += 1;
      if (!frame || scans > MOST_SCANS) throw damaged();
    } else if (marker === APP1) said = heard(said, segment);
    else if (isUnknown(marker)) throw new Refusal('pictures.coding');
    checkParts(marker, segment.subarray(4));
    at = marker === SOS ? codedEnd(file, end) : end;
    parts.push({ marker, bytes: file.subarray(start - 2, at) });
  }
  if (!frame || scans === 0) throw damaged();
  return { ...frameOf(frame), ...said, parts };
}

/**
 * The same picture from its coding parts alone (ITU-T T.81), not one dot changed: Exif with place, time and device, XMP,
 * colour profiles, comments, previews and whatever follows the picture (a second one, a film with sound) are left out.
 * Which side is up is kept, in a segment of our own.
 * @throws Refusal as `readJpeg`
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  return pictureOf(readJpeg(bytes));
}

export function pictureOf({ orientation, parts }: Jpeg): Uint8Array {
  const up = orientation === 1 ? [] : [orientationSegment(orientation)];
  return joined(up, parts.filter(isKept));
}

/** With all that the camera wrote before the picture, and nothing that stands behind it. */
export function withMetadata({ parts }: Jpeg): Uint8Array {
  return joined([], parts);
}

function joined(first: readonly Uint8Array[], parts: Jpeg['parts']): Buffer {
  const all = parts.map(({ bytes }) => bytes);
  return Buffer.concat([Buffer.from([0xff, SOI]), ...first, ...all, Buffer.from([0xff, EOI])]);
}

/** Of several Exif segments the first that says something. */
function heard(said: Pick<Jpeg, 'orientation' | 'takenAt' | 'hasPlace'>, segment: Buffer) {
  const exif = readExif(segment.subarray(4));
  if (!exif) return said;
  return {
    orientation: said.orientation === 1 ? (exif.orientation ?? 1) : said.orientation,
    takenAt: said.takenAt ?? exif.takenAt,
    hasPlace: said.hasPlace || exif.hasPlace,
  };
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

/** Length first, then precision, height, width, components (T.81, B.2.2). */
function frameOf(segment: Buffer): Pick<Jpeg, 'width' | 'height' | 'components'> {
  const [height, width, components] = [segment.readUInt16BE(5), segment.readUInt16BE(7), segment[9]];
  if (segment[4] !== 8 || (components !== 1 && components !== 3)) throw new Refusal('pictures.coding');
  checkSize(width, height);
  return { width, height, components };
}

/** Neither a picture part, nor an application's or a comment that is left out. */
function isUnknown(marker: number): boolean {
  const extra = (marker >= APP0 && marker <= 0xef) || marker === 0xfe;
  return !extra && !TABLES.has(marker);
}

/** Of the applications' segments only JFIF without preview and Adobe's, which tells how colours are coded. */
function isKept({ marker, bytes }: Jpeg['parts'][number]): boolean {
  if (marker === SOS || FRAMES.has(marker) || TABLES.has(marker)) return true;
  const name = bytes.toString('latin1', 4, 9);
  if (marker === APP0) return name === 'JFIF\0' && bytes.length === 18;
  return marker === APP14 && name === 'Adobe' && bytes.length === 16;
}

function damaged(): Refusal {
  return new Refusal('pictures.damaged');
}
