import type { FileHandle } from 'node:fs/promises';

/** One file inside a tar: where its bytes lie. */
export interface TarEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

const block = 512;

/**
 * Appends one entry of unknown length: room for the header, the bytes, padding, then the header in its place.
 * Format: POSIX ustar (IEEE Std 1003.1, pax), sizes from 8 GiB on in base 256 as GNU tar writes them.
 * @param at offset in the file, a multiple of 512
 * @returns the offset after the entry
 */
export async function appendEntry(
  file: FileHandle,
  at: number,
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  modified: Date,
): Promise<number> {
  let end = at + block;
  for await (const chunk of chunks) {
    await file.write(chunk, 0, chunk.length, end);
    end += chunk.length;
  }
  const size = end - at - block;
  await file.write(header(name, size, modified), 0, block, at);
  const padding = Buffer.alloc((block - (size % block)) % block);
  await file.write(padding, 0, padding.length, end);
  return end + padding.length;
}

/** Two blocks of zeros end a tar. */
export async function endTar(file: FileHandle, at: number): Promise<void> {
  await file.write(Buffer.alloc(2 * block), 0, 2 * block, at);
}

/** Every entry in order. @throws Error when a header is damaged or the file was cut short */
export async function readEntries(file: FileHandle): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  const { size: length } = await file.stat();
  for (let at = 0; ; ) {
    const bytes = Buffer.alloc(block);
    const { bytesRead } = await file.read(bytes, 0, block, at);
    if (bytesRead < block) throw new Error('the file is cut short');
    if (bytes.every((byte) => byte === 0)) return entries;
    const { name, size } = parseHeader(bytes);
    entries.push({ name, start: at + block, size });
    at += block + Math.ceil(size / block) * block;
    if (at > length) throw new Error('the file is cut short');
  }
}

function header(name: string, size: number, modified: Date): Buffer {
  const bytes = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name}: too long for a tar.`);
  bytes.write(name, 0);
  bytes.write('0000600\0', 100);
  bytes.write('0000000\0', 108);
  bytes.write('0000000\0', 116);
  writeSize(bytes, size);
  bytes.write(
    `${Math.floor(modified.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  bytes.write('0', 156);
  bytes.write('ustar\u000000', 257);
  bytes.write(checksumField(bytes), 148);
  return bytes;
}

function writeSize(bytes: Buffer, size: number): void {
  if (size < 8 ** 11) {
    bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    return;
  }
  bytes.writeUInt8(0x80, 124);
  bytes.writeBigUInt64BE(BigInt(size), 128);
}

function parseHeader(bytes: Buffer): { name: string; size: number } {
  if (bytes.toString('latin1', 148, 156) !== checksumField(bytes)) throw new Error('a header is damaged');
  const size =
    bytes[124] === 0x80 ? Number(bytes.readBigUInt64BE(128)) : Number.parseInt(text(bytes, 124, 12), 8);
  return { name: text(bytes, 0, 100), size };
}

/** The sum of all bytes, its own eight counted as blanks; six octal digits, zero, blank. */
function checksumField(bytes: Buffer): string {
  const sum = bytes.reduce((all, byte, index) => all + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  return `${sum.toString(8).padStart(6, '0')}\0 `;
}

function text(bytes: Buffer, start: number, length: number): string {
  return bytes.toString('utf8', start, start + length).split('\0', 1)[0] ?? '';
}
