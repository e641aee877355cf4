import { Refusal } from '../../../platform/refusal.ts';
import { type Line, paragraphsOf } from './pdf-lines.ts';

export const PDF_PAGES = 300;
/** UTF-16 units: far beyond any circular, and as much as the checker is given elsewhere. */
const TEXT_LIMIT = 5 * 1024 * 1024;
const TIME_LIMIT = 20_000;

/**
 * The text of a PDF, a line for each paragraph, pages in order, their heads and feet where they stand. Nothing of the
 * file is run, drawn or fetched: no script, no font, no picture, no compiled function. The time limit is looked at
 * between pages. Call it in a thread that can be ended: a damaged file may take any time and memory, and leaves rejected
 * promises behind that nobody awaits, which end a process.
 * @throws Refusal newsroom.check.file.pdfNoText, pdfBroken, pdfLocked, pdfPages, tooSlow, tooLarge
 */
export async function pdfText(bytes: Uint8Array, timeLimit = TIME_LIMIT): Promise<string> {
  const { getResolvedPDFJS } = await import('unpdf');
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({ data: new Uint8Array(bytes), ...NOTHING_BUT_TEXT });
  try {
    const pages = await pagesOf(await task.promise, performance.now() + timeLimit);
    const text = pages.filter(Boolean).join('\n');
    if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('newsroom.check.file.pdfNoText', 422);
    return text;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const locked = (error as Error).name === 'PasswordException';
    throw new Refusal(`newsroom.check.file.${locked ? 'pdfLocked' : 'pdfBroken'}`, 422);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** Attacker: a font program or a function of a PDF must never become code here (CVE-2024-4367). */
const NOTHING_BUT_TEXT = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  disableAutoFetch: true,
  disableRange: true,
  disableStream: true,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  maxImageSize: 0,
  verbosity: 0,
} as const;

type Document = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

async function pagesOf(document: Document, deadline: number): Promise<string[]> {
  const { numPages: count } = document;
  if (count > PDF_PAGES) {
    throw new Refusal('newsroom.check.file.pdfPages', 422, { pages: count, limit: PDF_PAGES });
  }
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= count; number++) {
    if (performance.now() > deadline) throw new Refusal('newsroom.check.file.tooSlow', 422);
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = paragraphsOf(linesOf(items)).join('\n');
    page.cleanup();
    pages.push(text);
    length += text.length;
    if (length > TEXT_LIMIT) throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: '5 MB' });
  }
  return pages;
}

type Item = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getTextContent']>>['items'][number];

/** Pieces of text in the file's own order, put together where they stand on one line. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[];
    const height = item.height || Math.hypot(skew, scale) || 1;
    const same = line && Math.abs(line.y - y) < line.height * 0.5;
    if (item.str !== '' && !same) {
      line = { text: '', x, y, right: x, height };
      lines.push(line);
    }
    if (line) {
      line.text += item.str;
      if (item.str.trim() !== '') line.right = Math.max(line.right, x + item.width);
      if (item.hasEOL) line = undefined;
    }
  }
  return lines
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter((one) => one.text !== '');
}
