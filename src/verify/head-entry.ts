import { concat, fromUtf8, utf8 } from './bytes.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { FormatError } from './format-error.ts';

/** ASCII `ikrar` ‖ version 0x01 ‖ kind 0x03. */
const head = concat(utf8('ikrar'), Uint8Array.of(0x01, 0x03));
const longest = 1024;

/**
 * An entry of the tree over the roots of all logs: the text of a tree head, without signatures.
 * `docs/formats/entry.md`. @throws FormatError `bad-checkpoint` | `bad-entry`
 */
export function encodeHeadEntry(checkpoint: Checkpoint): Uint8Array {
  const bytes = concat(head, utf8(formatCheckpoint(checkpoint)));
  if (bytes.length > longest) throw new FormatError('bad-entry');
  return bytes;
}

/** Inverse of {@link encodeHeadEntry}; other spellings of the same head are refused. @throws FormatError */
export function decodeHeadEntry(bytes: Uint8Array): Checkpoint {
  const known = bytes.length <= longest && head.every((byte, i) => byte === bytes[i]);
  if (!known) throw new FormatError('bad-entry');
  const text = fromUtf8(bytes.subarray(head.length));
  const checkpoint = parseCheckpoint(text);
  if (formatCheckpoint(checkpoint) !== text) throw new FormatError('bad-entry');
  return checkpoint;
}
