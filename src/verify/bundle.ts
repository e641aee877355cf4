import { concat, view } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { tileWidth } from './tile-path.ts';

/** C2SP tlog-tiles entry bundle: each entry behind its length, a big-endian uint16. @throws FormatError `bad-bundle` */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > tileWidth) throw new FormatError('bad-bundle');
  return concat(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** @throws FormatError `bad-bundle` */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] {
  const buffer = view(bytes);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (entries.length === tileWidth || at + 2 > bytes.length) throw new FormatError('bad-bundle');
    const end = at + 2 + buffer.readUInt16BE(at);
    if (end > bytes.length) throw new FormatError('bad-bundle');
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  if (entries.length === 0) throw new FormatError('bad-bundle');
  return entries;
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > 65_535) throw new FormatError('bad-bundle');
  return Uint8Array.of(entry.length >> 8, entry.length & 255);
}
