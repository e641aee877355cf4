import { FormatError } from './format-error.ts';
import { PdfFile, type PdfStream } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-values.ts';

const mostPages = 2000;

/**
 * The bytes of every picture among the resources of the pages, each once, in their order there: JPEG files as they are.
 * Small pictures within a page's own marks, as a QR code is one, are not among them.
 * @throws FormatError `pdf-structure` | `pdf-too-complex` | those of reading a PDF
 */
export function readPhotos(bytes: Uint8Array): Uint8Array[] {
  const file = new PdfFile(bytes);
  const pages = file.dict(file.dict(file.trailer, 'Root'), 'Pages');
  const kids = file.array(pages, 'Kids');
  if (kids.length > mostPages) throw new FormatError('pdf-too-complex');
  const photos = new Set<PdfStream>();
  for (const kid of kids) {
    for (const value of formsOf(file, kid)) {
      const object = file.resolve(value);
      if (object?.kind === 'stream' && isName(object.dict, 'Subtype', 'Image')) photos.add(jpeg(object));
    }
  }
  return [...photos].map((photo) => photo.bytes);
}

function formsOf(file: PdfFile, kid: PdfValue): PdfValue[] {
  const page = file.resolve(kid);
  if (page?.kind !== 'dict' || !isName(page, 'Type', 'Page'))
    throw new FormatError('pdf-structure', { at: 'Kids' });
  const resources = file.dict(page, 'Resources');
  return resources.entries.has('XObject') ? [...file.dict(resources, 'XObject').entries.values()] : [];
}

function jpeg(stream: PdfStream): PdfStream {
  if (!isName(stream.dict, 'Filter', 'DCTDecode')) throw new FormatError('pdf-structure', { at: 'Filter' });
  return stream;
}

function isName(dict: PdfDict, key: string, name: string): boolean {
  const value = dict.entries.get(key);
  return value?.kind === 'name' && value.name === name;
}
