import { concat } from '../seal/bytes.ts';
import { type Cleaned, damaged, type Removed, startsWith } from './stripped.ts';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [PLAIN_TEXT, CONTROL, COMMENT, APPLICATION] = [0x01, 0xf9, 0xfe, 0xff];
const LOOP_BYTES = 5;

/** Pictures, their timing and whether they repeat (GIF 89a). @throws StripError damaged */
export function stripGif(file: Uint8Array): Cleaned {
  const removed = new Set<Removed>();
  let at = 13 + tableBytes(file[10]);
  const kept = [file.subarray(0, at)];
  for (;;) {
    const start = at;
    const kind = file[at];
    // Some writers leave the end out.
    if (kind === TRAILER || (kind === undefined && kept.length > 1)) break;
    if (kind === IMAGE) {
      at = blocksEnd(file, at + 10 + tableBytes(file[at + 9]) + 1);
      kept.push(file.subarray(start, at));
    } else if (kind === EXTENSION) {
      at = blocksEnd(file, at + 2);
      const part = keptOf(file.subarray(start, at), removed);
      if (part) kept.push(part);
    } else throw damaged();
  }
  if (at + 1 < file.length) removed.add('trailing');
  return { bytes: concat(...kept, Uint8Array.of(TRAILER)), removed, left: new Set() };
}

function tableBytes(flags: number | undefined): number {
  if (flags === undefined) throw damaged();
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Behind the empty block that ends a row of blocks. */
function blocksEnd(file: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const length = file[at];
    if (length === undefined) throw damaged();
    at += 1 + length;
    if (length === 0) return at;
  }
}

function keptOf(extension: Uint8Array, removed: Set<Removed>): Uint8Array | null {
  const label = extension[1];
  if (label === CONTROL) return extension;
  const repeats = startsWith(extension, 'NETSCAPE2.0', 3) || startsWith(extension, 'ANIMEXTS1.0', 3);
  if (label === APPLICATION && repeats) {
    const loop = extension.subarray(0, 14 + LOOP_BYTES);
    return loop[14] === 3 && loop[15] === 1 && loop.length > 18
      ? concat(loop.subarray(0, 18), Uint8Array.of(0))
      : null;
  }
  if (label === COMMENT) removed.add('comment');
  else if (label === PLAIN_TEXT) removed.add('text');
  else removed.add(startsWith(extension, 'XMP Data', 3) ? 'xmp' : 'other');
  return null;
}
