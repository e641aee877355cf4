import { recordBytes, type Seal, type SealedRecord } from '../../../verify/index.ts';
import type { Block } from '../kit/block.ts';
import { type Prepared, prepareDocument } from '../kit/document.ts';
import { flow } from '../kit/flow.ts';
import { A4, type Arrangement, arrangePage, fillPage, textHeightOf, textWidthOf } from '../kit/paper.ts';
import { qrCode } from '../qr/encode.ts';
import { foot, pageNumber } from './foot.ts';
import { localTime } from './local-time.ts';
import { personBlock, signatoryBlock } from './person.ts';
import { compilePact, isTemplateOf, type PactTemplate } from './template.ts';

/** What else may be at hand. */
export interface PactParts {
  /** The record's canonical bytes. */
  readonly bytes?: Uint8Array;
  /** What the QR code says; otherwise the address where the document is checked. */
  readonly qrText?: string;
}

/**
 * The pact of one sealed record, laid out from nothing but the record, its seal and what the QR code says, ready for
 * `sealDocument` or `rebuildPdf`. Give the campaign's `template` when making many.
 * @throws Error when a character has no glyph (ask `unprintable` before anything is sealed) or the template is another's
 * @throws FormatError when the record is not in its format
 */
export function preparePact(
  record: SealedRecord,
  seal: Seal,
  template = compilePact(record),
  { bytes = recordBytes(record), qrText = seal.verifyUrl }: PactParts = {},
): Prepared {
  if (!isTemplateOf(template, record)) throw new Error('the template belongs to another text or institution');
  const { labels, body, series } = template;
  const width = textWidthOf(A4);
  const at = localTime(record.act.at, record.agency.zone, labels);
  const own = [...personBlock(record, labels, body, width), signatoryBlock(record, labels, body, width, at)];
  const pages = arrangedFor(template, own);
  const furniture = template.notice + foot(record, seal, labels, at, qrCode(qrText));
  return prepareDocument(series, {
    title: `${record.text.title}: ${record.person.name}`,
    author: record.agency.name,
    at: record.act.at,
    pages: pages.map((page, number) => {
      return fillPage(A4, page, own, furniture + pageNumber(number + 1, pages.length, labels));
    }),
    attachments: [bytes, sealText(seal)],
    identity: identityOf(record.receipt),
    seal: { name: record.agency.name, reason: labels.reason },
  });
}

/** The sixteen characters of the receipt number, which no other document bears, in ASCII. */
export function identityOf(receipt: string): string {
  return Buffer.from(receipt.replaceAll('-', ''), 'latin1').toString('hex');
}

const MOST_ARRANGEMENTS = 64;

/** Where everything stands depends on a person only by the heights of their blocks, and few differ in those. */
function arrangedFor(template: PactTemplate, own: readonly Block[]): readonly Arrangement[] {
  const { beforePerson, afterPerson, series, arrangements } = template;
  const key = own.map(({ height }) => height).join(' ');
  const known = arrangements.get(key);
  if (known) return known;
  const blocks = [...beforePerson, ...own.slice(0, -1), ...afterPerson, own.at(-1)!];
  const made = flow(blocks, textHeightOf(A4)).map((placed) => arrangePage(A4, placed, series.names, own));
  if (arrangements.size >= MOST_ARRANGEMENTS) arrangements.clear();
  arrangements.set(key, made);
  return made;
}

/** The bytes of `sealBytes`, whose fields were all checked when the record and its log were made. */
function sealText({ index, origin, salt, verifyUrl }: Seal): string {
  const value = Buffer.from(salt.buffer, salt.byteOffset, salt.length).toString('base64');
  return JSON.stringify({ format: 'ikrar/seal/v1', index, origin, salt: value, verifyUrl });
}
