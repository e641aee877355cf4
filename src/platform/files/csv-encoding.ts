import { isUtf8 } from 'node:buffer';
import { isUtf16 } from './sniff.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const STEP = 64 * 1024;

/**
 * A byte order mark decides; else valid UTF-8 is UTF-8, and everything else is Windows-1252, which is what Excel
 * on an Indonesian Windows writes and which gives every byte a meaning, so decoding cannot fail.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (isUtf16(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text in pieces of about 64 KiB, without byte order mark. */
export function* decodeText(bytes: Uint8Array, encoding: TextEncoding): Generator<string, void> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += STEP)
    yield decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
  yield decoder.decode();
}
