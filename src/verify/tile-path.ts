import { FormatError } from './format-error.ts';

/** C2SP tlog-tiles: a tile holds 256 hashes and stands for eight levels of the tree. */
export const tileWidth = 256;

/** One tile: level 0..7 (a safe integer cannot fill more), number within the level, hashes it holds. */
export interface TilePlace {
  level: number;
  n: number;
  /** 1..256; less than 256 is a partial tile. */
  width: number;
}

/** `tile/<L>/<N>[.p/<W>]`, relative to the log's prefix. */
export function tilePath(place: TilePlace): string {
  return `tile/${place.level}/${numberPath(place.n)}${widthPath(place.width)}`;
}

/** `tile/entries/<N>[.p/<W>]`, relative to the log's prefix. */
export function entriesPath(n: number, width: number = tileWidth): string {
  return `tile/entries/${numberPath(n)}${widthPath(width)}`;
}

/** Inverse of {@link tilePath} and {@link entriesPath}; other spellings give null. */
export function parseTilePath(path: string): (TilePlace & { entries: boolean }) | null {
  const found = /^tile\/(entries|[0-9]{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (found === null) return null;
  const entries = found[1] === 'entries';
  const n = Number((found[2] as string).replace(/[x/]/g, ''));
  const place = { level: entries ? 0 : Number(found[1]), n, width: Number(found[3] ?? tileWidth) };
  if (!Number.isSafeInteger(n)) return null;
  const spelled = entries ? entriesPath(n, place.width) : tilePath(place);
  return spelled === path ? { ...place, entries } : null;
}

/** How many hashes the `n`-th tile of `level` holds in a tree of `size` entries; 0 if there is none. */
export function widthAt(level: number, n: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** level) - n * tileWidth;
  return Math.max(0, Math.min(tileWidth, hashes));
}

/** Every tile of a tree of `size` entries, lowest level first. */
export function* tilesOf(size: number): Generator<TilePlace> {
  for (let level = 0; widthAt(level, 0, size) > 0; level += 1) {
    for (let n = 0; widthAt(level, n, size) > 0; n += 1) yield { level, n, width: widthAt(level, n, size) };
  }
}

function numberPath(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new FormatError('bad-index');
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

function widthPath(width: number): string {
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) throw new FormatError('bad-tile');
  return width === tileWidth ? '' : `.p/${width}`;
}
