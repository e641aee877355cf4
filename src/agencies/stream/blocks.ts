import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Refusal } from '../../platform/refusal.ts';

const QUOTE = 0x22;
const LINE = 0x0a;
/** A record longer than this has lost its closing quote. */
const LONGEST_RECORD = 512 * 1024;

/** Whole records of the file, one behind the other. */
export interface Block {
  /** Theirs until the next block is asked for, which is read over them. */
  bytes: Buffer;
  /** Where in the file it ends. */
  untilByte: number;
  /** Of the digest before and these bytes: two files agree here only if they agree up to here. */
  digest: string;
}

/** What a part of the file adds to the digest of all before it. */
export function chained(before: string, bytes: Uint8Array): string {
  return createHash('sha256').update(before).update(bytes).digest('hex');
}

/**
 * The file from a record's beginning on, in pieces of about `size` bytes that end where a record ends. Memory: one piece.
 * @throws Refusal agencies.stream.quote (422) for a quote that is never closed
 */
export async function* blocksOf(
  file: FileHandle,
  from: { byte: number; digest: string },
  size: number,
  delimiter: string,
): AsyncGenerator<Block> {
  let { byte: start, digest } = from;
  // One for all blocks: a new one each would stand beside the heap, where nothing hurries to clear it away.
  const buffer = Buffer.allocUnsafeSlow(size + LONGEST_RECORD);
  let rest = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, rest, size, start + rest);
    const last = bytesRead < size;
    const bytes = buffer.subarray(0, rest + bytesRead);
    const end = last ? bytes.length : endOfRecords(bytes, delimiter.charCodeAt(0));
    if (bytes.length - end > LONGEST_RECORD) throw new Refusal('agencies.stream.quote', 422);
    const whole = bytes.subarray(0, end);
    rest = bytes.length - end;
    if (whole.length > 0) {
      start += whole.length;
      digest = chained(digest, whole);
      yield { bytes: whole, untilByte: start, digest };
    }
    if (last) return;
    buffer.copyWithin(0, end, end + rest);
  }
}

/** Behind the last line end that no quotes enclose. A quote opens only where a cell begins. */
function endOfRecords(bytes: Buffer, delimiter: number): number {
  if (!bytes.includes(QUOTE)) return bytes.lastIndexOf(LINE) + 1;
  let end = 0;
  let begins = true;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE && begins) {
      const close = closingQuote(bytes, at + 1);
      if (close < 0) return end;
      at = close;
      begins = false;
      continue;
    }
    if (byte === LINE) end = at + 1;
    begins = byte === LINE || byte === delimiter;
  }
  return end;
}

/** Of two quotes in a row none closes. */
function closingQuote(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2))
    if (bytes[at + 1] !== QUOTE) return at;
  return -1;
}

/**
 * Whether the file still begins as it did when its parts were written. @returns the first part that differs, or null
 */
export async function firstChanged(
  path: string,
  parts: Iterable<{ untilByte: number; digest: string }>,
): Promise<number | null> {
  const file = await open(path, 'r');
  try {
    let [byte, digest, nth] = [0, '', 0];
    let buffer = Buffer.alloc(0);
    for (const part of parts) {
      const length = part.untilByte - byte;
      if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(length);
      const { bytesRead } = await file.read(buffer, 0, length, byte);
      digest = chained(digest, buffer.subarray(0, bytesRead));
      if (digest !== part.digest) return nth;
      byte = part.untilByte;
      nth += 1;
    }
    return null;
  } finally {
    await file.close();
  }
}
