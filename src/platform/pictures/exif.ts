const HEAD = 'Exif\0\0';
const ORIENTATION = 0x0112;
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;
const DATE_TIME_ORIGINAL = 0x9003;
const [ASCII, SHORT, LONG] = [2, 3, 4];
const MOST_ENTRIES = 512;

/** What a camera says about a photo that somebody may want to keep or must be told of. */
export interface CameraData {
  /** Which side is up, 1 to 8 (Exif 2.32, 4.6.4); null where it says nothing. */
  readonly orientation: number | null;
  /** The camera's own clock when the shutter opened, 'YYYY-MM-DDTHH:MM:SS' without a zone: a claim, not a fact. */
  readonly takenAt: string | null;
  readonly hasPlace: boolean;
}

/**
 * From the content of an APP1 segment; null where it is not Exif. Runs in the browser too. Attacker: the file's maker;
 * every offset is checked, no directory is followed twice.
 */
export function readExif(content: Uint8Array): CameraData | null {
  if (latin1(content.subarray(0, 6)) !== HEAD || content.length < 20) return null;
  const tiff = new DataView(content.buffer, content.byteOffset + 6, content.byteLength - 6);
  const order = latin1(content.subarray(6, 8));
  if (order !== 'II' && order !== 'MM') return null;
  const little = order === 'II';
  if (tiff.getUint16(2, little) !== 42) return null;
  const main = directory(tiff, tiff.getUint32(4, little), little);
  const camera = main.get(EXIF_IFD);
  const inner = camera?.kind === LONG ? directory(tiff, camera.value, little) : new Map<number, Entry>();
  return {
    orientation: side(main.get(ORIENTATION)),
    takenAt: moment(tiff, inner.get(DATE_TIME_ORIGINAL)),
    hasPlace: main.has(GPS_IFD),
  };
}

interface Entry {
  kind: number;
  count: number;
  /** The short itself, or a long: a number or an offset. */
  value: number;
}

function directory(tiff: DataView, at: number, little: boolean): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  if (at + 2 > tiff.byteLength) return entries;
  const count = Math.min(tiff.getUint16(at, little), MOST_ENTRIES);
  for (let i = 0, here = at + 2; i < count && here + 12 <= tiff.byteLength; i++, here += 12) {
    const kind = tiff.getUint16(here + 2, little);
    const value = kind === SHORT ? tiff.getUint16(here + 8, little) : tiff.getUint32(here + 8, little);
    entries.set(tiff.getUint16(here, little), { kind, count: tiff.getUint32(here + 4, little), value });
  }
  return entries;
}

function side(entry: Entry | undefined): number | null {
  return entry?.kind === SHORT && entry.value >= 1 && entry.value <= 8 ? entry.value : null;
}

/** 'YYYY:MM:DD HH:MM:SS'; what is no moment of a calendar is as good as nothing. */
function moment(tiff: DataView, entry: Entry | undefined): string | null {
  if (entry?.kind !== ASCII || entry.count < 19 || entry.value + 19 > tiff.byteLength) return null;
  const text = latin1(new Uint8Array(tiff.buffer, tiff.byteOffset + entry.value, 19));
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  return parts ? asMoment(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`) : null;
}

/** The same text where it is a moment of the calendar after 1990, else null. */
export function asMoment(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) || text < '1990') return null;
  const at = new Date(`${text}Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== text ? null : text;
}

/** An Exif segment that says nothing but which side is up. */
export function orientationSegment(value: number): Uint8Array {
  const tiff = [
    ...ascii('MM\0*'),
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    SHORT,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([0xff, 0xe1, 0, 2 + HEAD.length + tiff.length, ...ascii(HEAD), ...tiff]);
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
