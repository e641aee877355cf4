import { addObject, addStream, append, type Objects, startObjects } from './objects.ts';
import { WRITER_VERSION } from './paper.ts';
import type { Series } from './series.ts';
import { dateString, nameObject, num, reference, textString } from './syntax.ts';

/** What differs from one document of a series to the next. */
export interface DocumentBody {
  readonly title: string;
  readonly author: string;
  /** RFC 3339 UTC; the only time in the file. */
  readonly at: string;
  /** Content streams, one a page. */
  readonly pages: readonly Page[];
  /** Bytes of the series' attachments, in its order. */
  readonly attachments: readonly Uint8Array[];
  /** What the signature dictionary says; for signed series only. */
  readonly seal?: { readonly name: string; readonly reason: string };
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly operators: string;
}

/** A document complete but for its signature value: everything except byte range, signature, xref and trailer. */
export interface Prepared {
  readonly series: Series;
  /** Variable objects; of a signed document, up to the byte range in the signature dictionary. */
  readonly body: Buffer;
  readonly offsets: ReadonlyMap<number, number>;
  /** Count of object numbers, zero included. */
  readonly size: number;
}

export function prepareDocument(series: Series, document: DocumentBody): Prepared {
  const { numbers, plan } = series;
  if (plan.signed !== (document.seal !== undefined))
    throw new Error('series and document disagree about a seal');
  if (plan.attachments.length !== document.attachments.length)
    throw new Error('attachments do not match the series');
  const objects = startObjects(series.bytes.length);
  addObject(objects, numbers.pages, pageTree(document.pages.length, numbers.firstPage));
  addObject(objects, numbers.info, information(document));
  document.attachments.forEach((data, at) => {
    const dates = `/CreationDate ${dateString(document.at)} /ModDate ${dateString(document.at)}`;
    const kind = `/Type /EmbeddedFile /Subtype ${nameObject(plan.attachments[at]!.type)}`;
    const entries = `${kind} /Params << /Size ${data.length} ${dates} >>`;
    addStream(objects, numbers.firstAttachment + at, entries, data);
  });
  document.pages.forEach((page, at) => {
    addPage(objects, series, page, numbers.firstPage + 2 * at, at === 0);
  });
  const size = numbers.firstPage + 2 * document.pages.length;
  if (document.seal) openSignature(objects, numbers.signature, document.seal, document.at);
  else addObject(objects, numbers.signature, 'null');
  return { series, body: Buffer.concat(objects.chunks), offsets: objects.offsets, size };
}

function pageTree(count: number, first: number): string {
  const kids = Array.from({ length: count }, (_, at) => reference(first + 2 * at));
  return `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] >>`;
}

function information(document: DocumentBody): string {
  const words = `/Title ${textString(document.title)} /Author ${textString(document.author)}`;
  return `<< ${words} /Producer (Ikrar writer ${WRITER_VERSION}) /CreationDate ${dateString(document.at)} >>`;
}

function addPage(to: Objects, series: Series, page: Page, number: number, first: boolean): void {
  const { numbers, plan } = series;
  const box = `/MediaBox [0 0 ${num(page.width)} ${num(page.height)}]`;
  const content = `/Resources ${reference(numbers.resources)} /Contents ${reference(number + 1)}`;
  const field = first && plan.signed ? ` /Annots [${reference(numbers.widget)}]` : '';
  addObject(to, number, `<< /Type /Page /Parent ${reference(numbers.pages)} ${box} ${content}${field} >>`);
  addStream(to, number + 1, '', Buffer.from(page.operators, 'latin1'));
}

/** Leaves the dictionary open before its byte range; `frameDocument` closes it. */
function openSignature(
  to: Objects,
  number: number,
  seal: { name: string; reason: string },
  at: string,
): void {
  to.offsets.set(number, to.length);
  const kind = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';
  const words = `/Name ${textString(seal.name)} /Reason ${textString(seal.reason)} /M ${dateString(at)}`;
  append(to, Buffer.from(`${number} 0 obj\n<< ${kind} ${words} /ByteRange `, 'latin1'));
}
