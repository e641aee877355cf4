import { zlibSync } from 'fflate';
import { unzlibWithin } from './inflate.ts';
import { blankJpeg } from './jpeg-in-place.ts';
import { type PdfObject, type PdfParts, partsOf, type Span, stringsIn } from './pdf-objects.ts';
import { type Cleaned, damaged, type Left, latin1, type Removed } from './stripped.ts';

const SPACE = 0x20;
const MOST_PACKED_OBJECTS = 16_000_000;
/** Names after which somebody is named or a moment told, wherever they stand (ISO 32000-2, 14.3.3, 12.5.2). */
const TELLING: Readonly<Record<string, Removed>> = {
  Author: 'author',
  Creator: 'author',
  Producer: 'author',
  CreationDate: 'time',
  ModDate: 'time',
  LastModified: 'time',
  M: 'time',
};
const REFERENCE = /\/Info[ \t\r\n]{0,4}(\d{1,10})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}R/g;
/** What stays in the file and may tell, with the reason given to the reader. */
const LEFT: readonly (readonly [RegExp, Left])[] = [
  [/\/EmbeddedFile|\/Filespec|\/RichMedia|\/Sound\b/, 'attachments'],
  [/\/ByteRange|\/Type\s{0,4}\/Sig\b/, 'signed'],
  [/\/JavaScript|\/JS\b|\/XFA\b/, 'macros'],
  [/\/JPXDecode/, 'pictures'],
  [/\/PieceInfo/, 'packed'],
];

/**
 * Information, XMP, identifiers and the names of those who commented are blanked where they stand, so that no place in the
 * file moves. What lies in packed objects is packed again into the same room; where that cannot be done, it is said.
 * @throws StripError damaged
 */
export function stripPdf(file: Uint8Array): Cleaned {
  const text = latin1(file);
  const parts = partsOf(text);
  if (!parts || parts.objects.length === 0) throw damaged();
  const work: Work = { bytes: file.slice(), text, parts, removed: new Set(), left: new Set() };
  const dictionaries = [...parts.between, ...parts.objects.map(({ body }) => body)];
  if (dictionaries.some(({ from, to }) => /\/Encrypt\b/.test(text.slice(from, to))))
    return { bytes: file, removed: new Set(), left: new Set(['encrypted']) };
  const information = new Set(
    dictionaries.flatMap(({ from, to }) =>
      [...text.slice(from, to).matchAll(REFERENCE)].map(([, n]) => Number(n)),
    ),
  );
  for (const object of parts.objects) changeObject(work, object, information);
  for (const span of parts.between) blankIdentifier(work, span);
  if (revisions(text, parts) > 1) work.left.add('revisions');
  return work;
}

interface Work {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly parts: PdfParts;
  readonly removed: Set<Removed>;
  readonly left: Set<Left>;
}

function changeObject(
  work: Work,
  { number, body, stream }: PdfObject,
  information: ReadonlySet<number>,
): void {
  const own = work.text.slice(body.from, body.to);
  for (const span of telling(work.text, body, information.has(number), work.removed)) blank(work.bytes, span);
  for (const [sign, why] of LEFT) if (sign.test(own)) work.left.add(why);
  if (!stream) return;
  if (/\/Type\s{0,4}\/XRef\b/.test(own)) blankIdentifier(work, body);
  else if (/\/Type\s{0,4}\/Metadata\b|\/Subtype\s{0,4}\/XML\b/.test(own)) blankMetadata(work, body, stream);
  else if (/\/Type\s{0,4}\/ObjStm\b/.test(own)) repack(work, own, stream, information);
  else if (/\/DCTDecode\b/.test(own)) {
    const picture = work.bytes.subarray(stream.from, stream.to);
    if (!blankJpeg(picture, work.removed)) work.left.add('pictures');
  }
}

interface Blank extends Span {
  readonly hex: boolean;
}

/** Strings that tell: all of an information dictionary, elsewhere those behind telling names. */
function* telling(text: string, span: Span, all: boolean, removed: Set<Removed>): Generator<Blank> {
  const comment = /\/Annot\b|\/Subtype\b/.test(text.slice(span.from, span.to));
  const field = /\/Widget\b|\/FT\b/.test(text.slice(span.from, span.to));
  for (const found of stringsIn(text, span)) {
    const why = Object.hasOwn(TELLING, found.key) ? TELLING[found.key] : undefined;
    const commenter = found.key === 'T' && comment && !field;
    if (!all && !why && !commenter) continue;
    removed.add(why ?? (commenter ? 'author' : 'text'));
    yield found;
  }
}

function blank(bytes: Uint8Array, { from, to, hex }: Blank): void {
  if (!hex) bytes.fill(SPACE, from + 1, to - 1);
  // Two digits a space; an odd last one counts as 0.
  else for (let at = from + 1; at < to - 1; at += 1) bytes[at] = (at - from) % 2 === 1 ? 0x32 : 0x30;
}

/** The two strings of /ID; what is not encrypted does not need them. */
function blankIdentifier({ bytes, text, removed }: Work, span: Span): void {
  for (const found of stringsIn(text, span)) {
    if (found.key !== 'ID') continue;
    removed.add('other');
    if (found.hex) bytes.fill(0x30, found.from + 1, found.to - 1);
    else bytes.fill(SPACE, found.from + 1, found.to - 1);
  }
}

/** Spaces in place of XMP. Its filter goes from the dictionary, for spaces are not packed. */
function blankMetadata({ bytes, text, removed }: Work, body: Span, stream: Span): void {
  removed.add('xmp');
  bytes.fill(SPACE, stream.from, stream.to);
  const own = text.slice(body.from, body.to);
  for (const found of own.matchAll(
    /\/(?:Filter|DecodeParms)\s{0,4}(?:\/\w{1,40}|\[[^\]]{0,200}\]|<<[^>]{0,200}>>)/g,
  ))
    bytes.fill(SPACE, body.from + found.index, body.from + found.index + found[0].length);
}

/** Objects packed into a stream: unpacked, blanked, packed again into the same length. */
function repack(work: Work, own: string, stream: Span, information: ReadonlySet<number>): void {
  const count = Number(/\/N\s{0,4}(\d{1,7})/.exec(own)?.[1] ?? 0);
  const first = Number(/\/First\s{0,4}(\d{1,9})/.exec(own)?.[1] ?? 0);
  const plain = /\/Filter\s{0,4}(?:\/FlateDecode|\[\s{0,4}\/FlateDecode\s{0,4}\])/.test(own);
  const packed = work.bytes.subarray(stream.from, stream.to);
  const unpacked = plain && !/\/DecodeParms/.test(own) ? unzlibWithin(packed, MOST_PACKED_OBJECTS) : null;
  if (!unpacked || first > unpacked.length) {
    work.left.add('packed');
    return;
  }
  const text = latin1(unpacked);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  let changed = false;
  let before = first;
  for (let at = 0; at < count && at * 2 + 1 < numbers.length; at += 1) {
    const from = first + (numbers[at * 2 + 1] ?? 0);
    const to = Math.min(first + (numbers[at * 2 + 3] ?? text.length), text.length);
    // Attacker: objects that lie over each other, so that each of many is as long as all.
    if (from < before) {
      work.left.add('packed');
      break;
    }
    before = from;
    for (const [sign, why] of LEFT) if (sign.test(text.slice(from, to))) work.left.add(why);
    for (const span of telling(text, { from, to }, information.has(numbers[at * 2] ?? -1), work.removed)) {
      blank(unpacked, span);
      changed = true;
    }
  }
  if (!changed) return;
  const again = zlibSync(unpacked, { level: 9 });
  if (again.length > packed.length) work.left.add('packed');
  else {
    packed.set(again);
    packed.fill(0, again.length);
  }
}

/** How often it was saved over itself: what was taken out later may still be in it. A fast web view has two ends. */
function revisions(text: string, { objects, between }: PdfParts): number {
  const ends = between.reduce((sum, { from, to }) => sum + text.slice(from, to).split('%%EOF').length - 1, 0);
  const first = objects[0]?.body;
  const linear = first !== undefined && /\/Linearized\b/.test(text.slice(first.from, first.to));
  return ends - (linear ? 1 : 0);
}
