import { FormatError } from './format-error.ts';

/**
 * One value in DER (X.690), read strictly: one-byte tags and definite lengths in the fewest bytes, so that no two
 * encodings of one value are accepted and no byte of a seal is without meaning.
 */
export interface Der {
  tag: number;
  content: Uint8Array;
  /** Tag, length and content. */
  raw: Uint8Array;
}

export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
} as const;

/** The one value that fills these bytes. @throws FormatError `cms-structure` */
export function readDer(bytes: Uint8Array): Der {
  const value = readAt(bytes, 0);
  if (value.raw.length !== bytes.length) throw broken('length');
  return value;
}

/** The values that fill the content of a constructed value of this tag. @throws FormatError `cms-structure` */
export function childrenOf(value: Der | undefined, tag: number): Der[] {
  if (value?.tag !== tag) throw broken(`tag ${tag}`);
  const children: Der[] = [];
  for (let at = 0; at < value.content.length; ) {
    const child = readAt(value.content, at);
    children.push(child);
    at += child.raw.length;
  }
  return children;
}

/** The content of a primitive value of this tag. @throws FormatError `cms-structure` */
export function contentOf(value: Der | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw broken(`tag ${tag}`);
  return value.content;
}

/** An object identifier as dotted numbers. @throws FormatError `cms-structure` */
export function oidOf(value: Der | undefined): string {
  const content = contentOf(value, tags.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    if ((arc === 0 && byte === 0x80) || arc > 0xff_ffff_ffff) throw broken('oid');
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first, ...rest] = arcs;
  if (first === undefined || ((content.at(-1) ?? 0x80) & 0x80) !== 0) throw broken('oid');
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

export function broken(at: string): FormatError {
  return new FormatError('cms-structure', { at });
}

function readAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw broken('tag');
  const extra = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || extra > 3) throw broken('length');
  const length = extra === 0 ? first : longLength(bytes.subarray(at + 2, at + 2 + extra), extra);
  const start = at + 2 + extra;
  if (start + length > bytes.length) throw broken('length');
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) };
}

function longLength(digits: Uint8Array, expected: number): number {
  const length = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = length >= 0x80 && digits[0] !== 0;
  if (digits.length !== expected || !shortest) throw broken('length');
  return length;
}
