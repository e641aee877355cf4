import { Refusal } from '../../../platform/refusal.ts';
import { docxText } from './docx.ts';
import { htmlText } from './html.ts';
import { kindOf } from './kind-of.ts';
import { pdfText } from './pdf.ts';

/** Larger files are refused: no circular or article comes near it. */
export const DOCUMENT_LIMIT = 20 * 1024 * 1024;

/**
 * The text of a document given as bytes: plain text, HTML, DOCX or PDF, told by content before name. Offsets of the
 * checker count in this text. Refuses what is too large, a PDF without text, and what we cannot read (old DOC).
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes.length > DOCUMENT_LIMIT)
    throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: '20 MB' });
  const kind = kindOf(bytes, name);
  if (kind === 'oldWord') throw new Refusal('newsroom.check.file.oldWord', 422);
  if (kind === 'pdf') return pdfText(bytes);
  if (kind === 'zip') return docxText(bytes);
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
