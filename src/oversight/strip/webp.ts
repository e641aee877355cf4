import { orientationSegment, readExif } from '../../platform/pictures/exif.ts';
import { concat, utf8 } from '../seal/bytes.ts';
import { cleanProfile } from './icc.ts';
import { type Cleaned, damaged, latin1, type Removed, startsWith, viewOf } from './stripped.ts';

/** RFC 9649: pixels, transparency, frames. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
const IN_FRAME = new Set(['VP8 ', 'VP8L', 'ALPH']);
const [HAS_ICC, HAS_EXIF, HAS_XMP] = [0x20, 0x08, 0x04];
const FRAME_HEAD = 16;
const EXIF_HEAD = utf8('Exif\0\0');

/** @throws StripError damaged */
export function stripWebp(file: Uint8Array): Cleaned {
  const removed = new Set<Removed>();
  const size = viewOf(file).getUint32(4, true);
  if (8 + size > file.length) throw damaged();
  if (8 + size + (size % 2) < file.length) removed.add('trailing');
  let head: Uint8Array | null = null;
  let profile: Uint8Array | null = null;
  let up = 1;
  const pixels: Uint8Array[] = [];
  for (const { name, data } of chunks(file.subarray(12, 8 + size))) {
    if (name === 'VP8X') head = data.slice();
    else if (name === 'ICCP') {
      removed.add('icc');
      profile = cleanProfile(data);
    } else if (name === 'EXIF') up = sideUp(data, removed);
    else if (KEPT.has(name)) pixels.push(chunk(name, name === 'ANMF' ? frame(data, removed) : data));
    else removed.add(name === 'XMP ' ? 'xmp' : 'other');
  }
  if (pixels.length === 0 || (head && head.length < 10)) throw damaged();
  const parts: Uint8Array[] = [];
  if (head) {
    head[0] =
      ((head[0] as number) & ~(HAS_ICC | HAS_EXIF | HAS_XMP)) |
      (profile ? HAS_ICC : 0) |
      (up === 1 ? 0 : HAS_EXIF);
    parts.push(chunk('VP8X', head), ...(profile ? [chunk('ICCP', profile)] : []), ...pixels);
    if (up !== 1) parts.push(chunk('EXIF', orientationSegment(up).subarray(4 + EXIF_HEAD.length)));
  } else parts.push(...pixels);
  return { bytes: chunk('RIFF', concat(utf8('WEBP'), ...parts)), removed, left: new Set() };
}

function* chunks(body: Uint8Array): Generator<{ readonly name: string; readonly data: Uint8Array }> {
  const view = viewOf(body);
  for (let at = 0; at < body.length; ) {
    if (at + 8 > body.length) throw damaged();
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > body.length) throw damaged();
    yield { name: latin1(body.subarray(at, at + 4)), data: body.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

/** Chunks of one's own may stand in each frame too. */
function frame(data: Uint8Array, removed: Set<Removed>): Uint8Array {
  if (data.length < FRAME_HEAD) throw damaged();
  const kept = [data.subarray(0, FRAME_HEAD)];
  for (const { name, data: own } of chunks(data.subarray(FRAME_HEAD))) {
    if (IN_FRAME.has(name)) kept.push(chunk(name, own));
    else removed.add('other');
  }
  return concat(...kept);
}

function sideUp(data: Uint8Array, removed: Set<Removed>): number {
  removed.add('exif');
  const camera = readExif(startsWith(data, 'Exif\0\0') ? data : concat(EXIF_HEAD, data));
  if (camera?.hasPlace) removed.add('gps');
  return camera?.orientation ?? 1;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const head = new Uint8Array(8);
  head.set(utf8(name));
  viewOf(head).setUint32(4, data.length, true);
  return concat(head, data, new Uint8Array(data.length % 2));
}
