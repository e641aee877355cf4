import { orientationSegment, readExif } from '../../platform/pictures/exif.ts';
import { concat } from '../seal/bytes.ts';
import { cleanProfile } from './icc.ts';
import { type Cleaned, damaged, type Removed, startsWith } from './stripped.ts';

const [SOI, EOI, SOS, DNL, COM] = [0xd8, 0xd9, 0xda, 0xdc, 0xfe];
const [APP0, APP1, APP2, APP13, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xef];
const PROFILE = 'ICC_PROFILE\0';
const MOST_IN_SEGMENT = 65_519;

/**
 * Frames, tables and coded data as they are; of the rest only density, the colour profile, Adobe's colour transform and
 * which side is up. Whatever follows the first end of image is left behind (second pictures, films, appended archives).
 * @throws StripError damaged
 */
export function stripJpeg(file: Uint8Array): Cleaned {
  const removed = new Set<Removed>();
  const kept: Uint8Array[] = [];
  const profile: Uint8Array[] = [];
  let up = 1;
  for (const { marker, bytes } of parts(file, removed)) {
    const content = bytes.subarray(4);
    if (marker === APP1) up = sideUp(content, removed, up);
    else if (marker === APP2 && startsWith(content, PROFILE))
      profile.push(content.subarray(PROFILE.length + 2));
    else if (marker === APP0 && startsWith(content, 'JFIF\0')) kept.unshift(density(bytes, removed));
    else if (marker === APP14 && startsWith(content, 'Adobe') && bytes.length === 16) kept.push(bytes);
    else if (marker === COM) removed.add('comment');
    else if (marker >= APP0 && marker <= APP15) removed.add(nameOf(marker, content));
    else kept.push(bytes);
  }
  const colours = profile.length > 0 ? cleanProfile(concat(...profile)) : null;
  if (profile.length > 0) removed.add('icc');
  const said = [...(up === 1 ? [] : [orientationSegment(up)]), ...(colours ? profileSegments(colours) : [])];
  const afterDensity = kept[0]?.[1] === APP0 ? 1 : 0;
  const bytes = concat(
    ...[Uint8Array.of(0xff, SOI), ...kept.slice(0, afterDensity), ...said, ...kept.slice(afterDensity)],
    Uint8Array.of(0xff, EOI),
  );
  return { bytes, removed, left: new Set() };
}

/** Segments in order, a scan's coded data with it. */
function* parts(
  file: Uint8Array,
  removed: Set<Removed>,
): Generator<{ readonly marker: number; readonly bytes: Uint8Array }> {
  if (file[0] !== 0xff || file[1] !== SOI) throw damaged();
  let scans = 0;
  for (let at = 2; ; ) {
    if (file[at] !== 0xff) throw damaged();
    while (file[at + 1] === 0xff) at += 1;
    const marker = file[at + 1];
    if (marker === undefined) throw damaged();
    if (marker === EOI) {
      if (scans === 0) throw damaged();
      if (at + 2 < file.length) removed.add('trailing');
      return;
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) throw damaged();
    const end = segmentEnd(file, at);
    const next = marker === SOS || marker === DNL ? codedEnd(file, end) : end;
    if (marker === SOS) scans += 1;
    yield { marker, bytes: file.subarray(at, next) };
    at = next;
  }
}

function segmentEnd(file: Uint8Array, at: number): number {
  const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0);
  if (length < 2 || at + 2 + length > file.length) throw damaged();
  return at + 2 + length;
}

/** The next marker that is neither a stuffed zero nor a restart. */
function codedEnd(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw damaged();
}

function sideUp(content: Uint8Array, removed: Set<Removed>, before: number): number {
  const camera = readExif(content);
  if (!camera) {
    removed.add(startsWith(content, 'Exif') ? 'exif' : 'xmp');
    return before;
  }
  removed.add('exif');
  if (camera.hasPlace) removed.add('gps');
  return camera.orientation ?? before;
}

function nameOf(marker: number, content: Uint8Array): Removed {
  if (marker === APP13) return 'iptc';
  return marker === APP0 || startsWith(content, 'MPF\0') ? 'thumbnail' : 'other';
}

/** Version, unit and density, without the thumbnail that may follow them. */
function density(bytes: Uint8Array, removed: Set<Removed>): Uint8Array {
  if (bytes.length < 18) throw damaged();
  if (bytes.length > 18) removed.add('thumbnail');
  const plain = bytes.slice(0, 18);
  plain.set([0, 16], 2);
  plain.set([0, 0], 16);
  return plain;
}

function profileSegments(profile: Uint8Array): Uint8Array[] {
  const count = Math.ceil(profile.length / MOST_IN_SEGMENT);
  return Array.from({ length: count }, (_, at) => {
    const part = profile.subarray(at * MOST_IN_SEGMENT, (at + 1) * MOST_IN_SEGMENT);
    const length = 2 + PROFILE.length + 2 + part.length;
    const name = Uint8Array.from(PROFILE, (letter) => letter.charCodeAt(0));
    const head = Uint8Array.of(0xff, APP2, length >> 8, length & 0xff, ...name, at + 1, count);
    return concat(head, part);
  });
}
