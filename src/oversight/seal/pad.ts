import { concat, SealError, uint32 } from './bytes.ts';

const KB = 1024;
/** A watcher of sizes learns which of these a text fits into, and no more. */
const SIZES = [4 * KB, 16 * KB, 64 * KB, 256 * KB, 1024 * KB];

/** The text's length (4 bytes), the text, zeros up to the next size. @throws SealError too-long above 1 MiB - 4 */
export function pad(plain: Uint8Array): Uint8Array {
  const size = SIZES.find((one) => one >= plain.length + 4);
  if (!size) throw new SealError('too-long');
  return concat(uint32(plain.length), plain, new Uint8Array(size - plain.length - 4));
}

/** @throws SealError bad-padding */
export function unpad(padded: Uint8Array): Uint8Array {
  if (!SIZES.includes(padded.length)) throw new SealError('bad-padding');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = length + 4;
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0))
    throw new SealError('bad-padding');
  return padded.slice(4, end);
}
