import { addObject, addStream, type Objects, openObject, put, startObjects, taken } from './objects.ts';
import { WRITER_VERSION } from './paper.ts';
import type { Series } from './series.ts';
import { dateString, num, reference, textString } from './syntax.ts';

/** What differs from one document of a series to the next. */
export interface DocumentBody {
  readonly title: string;
  readonly author: string;
  /** RFC 3339 UTC; the only time in the file. */
  readonly at: string;
  /** Content streams, one a page. */
  readonly pages: readonly Page[];
  /** Bytes of the series' attachments, in its order; a string is ASCII. */
  readonly attachments: readonly (Uint8Array | string)[];
  /** 32 hexadecimal digits, another for each document; where absent, a digest of what stands before them. */
  readonly identity?: string;
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
  /** By object number, of those that are not the series' own. */
  readonly offsets: readonly number[];
  /** Count of object numbers, zero included. */
  readonly size: number;
  readonly identity: string | undefined;
}

export function prepareDocument(series: Series, document: DocumentBody): Prepared {
  const { numbers, plan } = series;
  if (plan.signed !== (document.seal !== undefined))
    throw new Error('series and document disagree about a seal');
  if (plan.attachments.length !== document.attachments.length)
    throw new Error('attachments do not match the series');
  const objects = startObjects(series.bytes.length);
  addObject(objects, numbers.pages, pageTree(document.pages.length, numbers.firstPage));
  const date = dateString(document.at);
  addObject(objects, numbers.info, information(document, date));
  document.attachments.forEach((data, at) => {
    const params = `/Params << /Size ${data.length} /CreationDate ${date} /ModDate ${date} >>`;
    addStream(objects, numbers.firstAttachment + at, `${series.attachmentKinds[at]} ${params}`, data);
  });
  document.pages.forEach((page, at) => {
    addPage(objects, series, page, numbers.firstPage + 2 * at, at === 0);
  });
  const size = numbers.firstPage + 2 * document.pages.length;
  if (document.seal) openSignature(objects, numbers.signature, document.seal, date);
  else addObject(objects, numbers.signature, 'null');
  return { series, body: taken(objects), offsets: objects.offsets, size, identity: document.identity };
}

function pageTree(count: number, first: number): string {
  let kids = reference(first);
  for (let at = 1; at < count; at++) kids += ` ${reference(first + 2 * at)}`;
  return `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`;
}

function information(document: DocumentBody, date: string): string {
  const words = `/Title ${textString(document.title)} /Author ${textString(document.author)}`;
  return `<< ${words} /Producer (Ikrar writer ${WRITER_VERSION}) /CreationDate ${date} >>`;
}

function addPage(to: Objects, series: Series, page: Page, number: number, first: boolean): void {
  const { numbers, plan } = series;
  const box = `/MediaBox [0 0 ${num(page.width)} ${num(page.height)}]`;
  const content = `/Resources ${reference(numbers.resources)} /Contents ${reference(number + 1)}`;
  const field = first && plan.signed ? ` /Annots [${reference(numbers.widget)}]` : '';
  addObject(to, number, `<< /Type /Page /Parent ${reference(numbers.pages)} ${box} ${content}${field} >>`);
  addStream(to, number + 1, '', page.operators);
}

/** Leaves the dictionary open before its byte range; `frameDocument` closes it. */
function openSignature(
  to: Objects,
  number: number,
  seal: { name: string; reason: string },
  date: string,
): void {
  openObject(to, number);
  const kind = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';
  const words = `/Name ${textString(seal.name)} /Reason ${textString(seal.reason)} /M ${date}`;
  put(to, `${number} 0 obj\n<< ${kind} ${words} /ByteRange `);
}
