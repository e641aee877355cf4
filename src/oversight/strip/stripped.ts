/** What was taken out of a file. */
export const REMOVED = [
  'exif',
  'gps',
  'xmp',
  'iptc',
  'comment',
  'icc',
  'text',
  'time',
  'thumbnail',
  'author',
  'trailing',
  'other',
] as const;
export type Removed = (typeof REMOVED)[number];

/** Why it cannot be said that nothing is left that tells of its maker. */
export const LEFT = [
  'kind',
  'encrypted',
  'packed',
  'revisions',
  'attachments',
  'macros',
  'signed',
  'pictures',
  'tracks',
] as const;
export type Left = (typeof LEFT)[number];

export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly removed: ReadonlySet<Removed>;
  readonly left: ReadonlySet<Left>;
}

export interface Stripped {
  readonly bytes: Uint8Array;
  /** A plain one: what somebody called a file may tell who they are. */
  readonly name: string;
  readonly type: string;
  readonly removed: readonly Removed[];
  readonly left: readonly Left[];
  /** clean: nothing is left of the kinds that docs/decisions/2026-11-22-strip.md lists. Never said of what is seen or read in it. */
  readonly kept: 'clean' | 'unknown';
}

export type StripFault = 'damaged' | 'too-large';

/** The file is not what it says it is, or unpacks to more than a browser should hold. */
export class StripError extends Error {
  readonly code: StripFault;

  constructor(code: StripFault) {
    super(code);
    this.name = 'StripError';
    this.code = code;
  }
}

export const damaged = (): StripError => new StripError('damaged');

/** One character a byte, so that places in the text are places in the file. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}

export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
