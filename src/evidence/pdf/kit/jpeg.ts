/** What a JPEG file says of itself, as the dictionary of a picture needs it. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** One is grey, three are colours. */
  readonly components: 1 | 3;
}

export interface Photo extends JpegHeader {
  readonly bytes: Uint8Array;
}

const LONGEST_SIDE = 8192;

/**
 * The header of a baseline or progressive JPEG of eight bits, grey or in colours, or null. Only markers are read: that
 * a viewer can decode the rest is for whoever took the photo in.
 */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 32 || file.readUInt16BE(0) !== 0xffd8) return null;
  if (file.readUInt16BE(file.length - 2) !== 0xffd9) return null;
  let header: JpegHeader | null = null;
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file.readUInt16BE(at);
    const length = file.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > file.length) return null;
    if (marker === START_OF_SCAN) return header;
    if (FRAMES.includes(marker)) {
      if (header !== null) return null;
      header = frameAt(file, at + 4, length - 2);
      if (header === null) return null;
    } else if (!isOther(marker)) return null;
    at += 2 + length;
  }
  return null;
}

/** @throws Error where it is none that can be printed */
export function photoOf(bytes: Uint8Array): Photo {
  const header = jpegHeader(bytes);
  if (header === null) throw new Error('not a JPEG that can be printed');
  return { ...header, bytes };
}

const FRAMES = [0xffc0, 0xffc2];
const START_OF_SCAN = 0xffda;

/** Tables, restart interval, application data, comment. */
function isOther(marker: number): boolean {
  const isTable = [0xffc4, 0xffdb, 0xffdd, 0xfffe].includes(marker);
  return isTable || (marker >= 0xffe0 && marker <= 0xffef);
}

function frameAt(file: Buffer, at: number, length: number): JpegHeader | null {
  if (length < 6) return null;
  const [bits, height, width, components] = [
    file.readUInt8(at),
    file.readUInt16BE(at + 1),
    file.readUInt16BE(at + 3),
    file.readUInt8(at + 5),
  ];
  const inSize = [width, height].every((side) => side > 0 && side <= LONGEST_SIDE);
  if (bits !== 8 || !inSize || (components !== 1 && components !== 3)) return null;
  return length === 6 + 3 * components ? { width, height, components } : null;
}
