import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { Refusal } from '../../../platform/refusal.ts';

const PART = 'word/document.xml';
/** Unpacked size above which the file is taken for a bomb. */
const PART_LIMIT = 60 * 1024 * 1024;

/**
 * The text of a DOCX: a line for each paragraph, and automatic numbers written out, because the points of a pledge are
 * often numbered that way. Only the one part is unpacked, and not when it is too large.
 */
export function docxText(bytes: Uint8Array): string {
  const part = unpack(bytes);
  if (!part) throw new Refusal('newsroom.check.file.notWord', 422);
  try {
    return readXml(strFromU8(part)).join('\n');
  } catch {
    throw new Refusal('newsroom.check.file.notWord', 422);
  }
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== PART) return false;
        tooLarge = originalSize > PART_LIMIT;
        return !tooLarge;
      },
    });
    if (!tooLarge) return files[PART];
  } catch {
    throw new Refusal('newsroom.check.file.notWord', 422);
  }
  throw new Refusal('newsroom.check.file.tooLarge', 413, { limit: '60 MB' });
}

function readXml(xml: string): string[] {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  let line = '';
  let list: { id: string; level: string } | undefined;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:p') [line, list] = ['', undefined];
    else if (name === 'w:ilvl') list = { id: list?.id ?? '', level: value };
    else if (name === 'w:numId') list = { id: value, level: list?.level ?? '0' };
    else if (name === 'w:t') inText = true;
    else if (name === 'w:tab') line += ' ';
    else if (name === 'w:br') line += '\n';
  });
  parser.on('text', (text) => {
    if (inText) line += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    if (name === 'w:p') lines.push(numberOf(list, counts) + line);
  });
  parser.write(xml).close();
  return lines;
}

function numberOf(list: { id: string; level: string } | undefined, counts: Map<string, number>): string {
  if (!list || list.id === '' || list.id === '0') return '';
  const key = `${list.id}/${list.level}`;
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return `${next}. `;
}
