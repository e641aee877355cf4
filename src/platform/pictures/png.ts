import { crc32, createInflate } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import { checkSize } from './size.ts';

const HEAD_BYTES = 8;
/** Transparency, density and colour space: what shows, and nothing that tells (PNG, third edition, 11.3). */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'pHYs', 'sRGB', 'gAMA', 'cHRM']);
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The same picture without text, time, Exif and whatever follows it.
 * @throws Refusal pictures.damaged where a chunk or the pixels are not whole, pictures.tooWide, pictures.tooSmall
 */
export async function pngWithoutMetadata(bytes: Uint8Array): Promise<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = readChunks(file);
  const [header] = chunks;
  if (header?.name !== 'IHDR' || chunks.filter(({ name }) => name === 'IHDR').length > 1) throw damaged();
  const pixels = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data);
  await checkPixels(pixels, pixelBytes(header.data));
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map(({ whole }) => whole);
  return Buffer.concat([file.subarray(0, HEAD_BYTES), ...kept]);
}

interface Chunk {
  name: string;
  data: Buffer;
  whole: Buffer;
}

/** Up to IEND; each with its check sum, none critical that is unknown. */
function readChunks(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = HEAD_BYTES; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) throw damaged();
    const name = file.toString('latin1', at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw damaged();
    if (!KEPT.has(name) && !/^[a-z][A-Za-z]{3}$/.test(name)) throw damaged();
    chunks.push({ name, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  throw damaged();
}

/**
 * How many bytes the pixels unpack to, a filter byte for each line included.
 * @throws Refusal pictures.damaged, pictures.tooWide, pictures.tooSmall
 */
function pixelBytes(header: Buffer): number {
  if (header.length !== 13) throw damaged();
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8);
  const bits = depth * (SAMPLES[colour] ?? 1);
  if (!DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) throw damaged();
  checkSize(width, height);
  const passes = interlace === 0 ? [[0, 0, 1, 1] as const] : ADAM7;
  return passes.reduce((sum, [left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const lines = Math.ceil((height - top) / down);
    return sum + lines * (1 + Math.ceil((columns * bits) / 8));
  }, 0);
}

/** First column and line of each pass, and the steps between them (PNG, third edition, 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Attacker: a small file that unpacks without end. Counted as it flows, stopped as soon as it is too much. */
async function checkPixels(data: Buffer[], wanted: number): Promise<void> {
  const inflate = createInflate();
  inflate.end(Buffer.concat(data));
  let count = 0;
  try {
    for await (const part of inflate) {
      count += (part as Buffer).length;
      if (count > wanted) break;
    }
  } catch {
    throw damaged();
  }
  if (count !== wanted) throw damaged();
}

function damaged(): Refusal {
  return new Refusal('pictures.damaged');
}
