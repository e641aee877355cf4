import { Refusal } from '../../../platform/refusal.ts';
import { docxText } from './docx.ts';
import { htmlText } from './html.ts';

/** Larger files are refused: no circular or article comes near it. */
export const DOCUMENT_LIMIT = 20 * 1024 * 1024;

/**
 * The text of a document given as bytes: plain text, HTML or DOCX, told by content before name. Offsets of the checker
 * count in this text. Refuses what is too large, empty of text, or of a kind that we cannot read (PDF, old DOC).
 */
export function readDocument(bytes: Uint8Array, name: string): string {
  if (bytes.length > DOCUMENT_LIMIT)
    throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: '20 MB' });
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('%PDF')) throw new Refusal('newsroom.check.file.pdf', 422);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new Refusal('newsroom.check.file.oldWord', 422);
  if (head.startsWith('PK')) return docxText(bytes);
  const text = decode(bytes);
  if (text.slice(0, 4000).includes('\u0000')) throw new Refusal('newsroom.check.file.binary', 422);
  return /\.html?$/i.test(name) || /^\s*<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 200))
    ? htmlText(text)
    : text;
}

/** UTF-8, UTF-16 by its mark, else Windows-1252, in which no byte is wrong. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
