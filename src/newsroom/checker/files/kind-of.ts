export type FileKind = 'pdf' | 'oldWord' | 'zip' | 'text';

/** What a PDF reader still takes for the beginning: the mark may stand anywhere in the first 1024 bytes (ISO 32000, annex H). */
const HEAD = 1024;

/** Told by content before name. A text that only speaks of `%PDF-` further down its first line stays a text. */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  if (/^[\s\u0000\u00ef\u00bb\u00bf]*%PDF/.test(head)) return 'pdf';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'oldWord';
  if (head.startsWith('PK')) return 'zip';
  return /\.pdf$/i.test(name) ? 'pdf' : 'text';
}
