import { type Cleaned, damaged, type Left, latin1, type Removed, startsWith, viewOf } from './stripped.ts';

/** Boxes that hold boxes, on the way to those that tell (ISO/IEC 14496-12). */
const FOLDERS = new Set('moov trak mdia minf moof traf'.split(' '));
/** What people and devices write beside the film: place, maker, model, names. */
const TELLING: Readonly<Record<string, Removed>> = { udta: 'author', meta: 'xmp', uuid: 'xmp' };
const SPACE = new Set(['free', 'skip', 'wide']);
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Tracks that are seen, heard or read. Others may hold the places where a film was taken. */
const SHOWN = new Set('vide soun text sbtl subt clcp pict tmcd'.split(' '));
const DEEPEST = 8;
const MOST_BOXES = 100_000;
const PLACE = /\xa9xyz|loci|location/;

interface Found {
  readonly removed: Set<Removed>;
  readonly left: Set<Left>;
  boxes: number;
}

/**
 * MP4, MOV, 3GP, M4A: what tells is overwritten with zeros where it stands, so that nothing moves and every place that
 * points into the file still holds. @throws StripError damaged
 */
export function stripFilm(file: Uint8Array): Cleaned {
  const bytes = file.slice();
  const found: Found = { removed: new Set(), left: new Set(), boxes: 0 };
  walk(bytes, found, 0);
  return { bytes, removed: found.removed, left: found.left };
}

function walk(bytes: Uint8Array, found: Found, depth: number): void {
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length; ) {
    // QuickTime ends some lists with four zeros.
    if (depth > 0 && bytes.length - at < 8) return;
    if (at + 8 > bytes.length) throw damaged();
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > bytes.length) throw damaged();
    const long = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const length = short === 0 ? bytes.length - at : long;
    found.boxes += 1;
    if (length < head || at + length > bytes.length || found.boxes > MOST_BOXES) throw damaged();
    change(bytes.subarray(at, at + length), head, found, depth);
    at += length;
  }
}

function change(box: Uint8Array, head: number, found: Found, depth: number): void {
  const name = latin1(box.subarray(4, 8));
  const content = box.subarray(head);
  if (Object.hasOwn(TELLING, name)) {
    if (PLACE.test(latin1(content))) found.removed.add('gps');
    found.removed.add(TELLING[name] as Removed);
    content.fill(0);
    box.set([0x66, 0x72, 0x65, 0x65], 4);
  } else if (SPACE.has(name)) content.fill(0);
  else if (DATED.has(name)) undate(content, found);
  else if (name === 'hdlr') unname(content, found);
  else if (name === 'emsg') found.left.add('tracks');
  else if (FOLDERS.has(name)) {
    if (depth >= DEEPEST) throw damaged();
    walk(content, found, depth + 1);
  }
}

/** Version and flags, then made and changed, of four or eight bytes each. */
function undate(content: Uint8Array, { removed }: Found): void {
  const dates = content.subarray(4, 4 + (content[0] === 1 ? 16 : 8));
  if (dates.some((byte) => byte !== 0)) removed.add('time');
  dates.fill(0);
}

/** What kind of track it is stays; how its writer calls it goes. */
function unname(content: Uint8Array, { left }: Found): void {
  if (content.length < 20) throw damaged();
  const shown = SHOWN.has(latin1(content.subarray(8, 12))) || startsWith(content, 'dhlr', 4);
  if (!shown) left.add('tracks');
  content.fill(0, 20 + 4);
}
