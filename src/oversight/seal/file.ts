import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concat, randomBytes, SealError, uint32, utf8 } from './bytes.ts';

/** Of plain bytes in one part; all parts of a file are as long, the last one filled with zeros. */
export const FILE_PART = 512 * 1024;
export const MAX_FILE = 25 * 1024 * 1024;

/** What the message that brings a file says of it; without the key the parts are noise. */
export interface FileKey {
  id: string;
  key: Uint8Array;
  /** Of the plain file. */
  length: number;
  parts: number;
}

/** @throws SealError too-long */
export function fileKey(id: string, length: number): FileKey {
  if (length > MAX_FILE) throw new SealError('too-long');
  return { id, key: randomBytes(32), length, parts: Math.max(1, Math.ceil(length / FILE_PART)) };
}

/**
 * Part `n` from 0, FILE_PART + 16 bytes. The key is used for one file alone, so the number of the part serves as nonce;
 * the file's id and how many parts it has are bound to each.
 */
export function sealPart(file: FileKey, n: number, plain: Uint8Array): Uint8Array {
  const whole = concat(plain, new Uint8Array(FILE_PART - plain.length));
  return cipher(file, n).encrypt(whole);
}

/** @throws SealError not-for-us */
export function openPart(file: FileKey, n: number, sealed: Uint8Array): Uint8Array {
  try {
    return cipher(file, n)
      .decrypt(sealed)
      .subarray(0, Math.min(FILE_PART, file.length - n * FILE_PART));
  } catch {
    throw new SealError('not-for-us');
  }
}

function cipher({ id, key, parts }: FileKey, n: number) {
  const nonce = concat(new Uint8Array(8), uint32(n));
  return chacha20poly1305(key, nonce, concat(utf8('ikrar/sealed-file/v1\n'), uint32(parts), utf8(id)));
}
