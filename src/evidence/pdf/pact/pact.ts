import { recordBytes, type Seal, type SealedRecord, sealBytes } from '../../../verify/index.ts';
import { type Prepared, prepareDocument } from '../kit/document.ts';
import { flow } from '../kit/flow.ts';
import { A4, setPage, textHeightOf, textWidthOf } from '../kit/paper.ts';
import { qrModules } from '../kit/qr.ts';
import { foot, notice, pageNumber } from './foot.ts';
import { personBlock, signatoryBlock } from './person.ts';
import { compilePact, type PactTemplate, templateKey } from './template.ts';

/**
 * The pact of one sealed record, laid out from nothing but the record and its seal, ready for `sealDocument` or
 * `assemblePdf`. Give the campaign's `template` when making many.
 * @throws Error when a character has no glyph (ask `unprintable` before anything is sealed) or the template is another's
 * @throws FormatError when the record or the seal is not in its format
 */
export function preparePact(record: SealedRecord, seal: Seal, template = compilePact(record)): Prepared {
  if (template.key !== templateKey(record))
    throw new Error('the template belongs to another text or institution');
  const { labels, series } = template;
  const pages = flow(blocks(record, template), textHeightOf(A4));
  const furniture = notice(record, labels) + foot(record, seal, labels, qrModules(seal.verifyUrl));
  return prepareDocument(series, {
    title: `${record.text.title} – ${record.person.name}`,
    author: record.agency.name,
    at: record.act.at,
    pages: pages.map((placed, at) => {
      return setPage(A4, placed, series.names, furniture + pageNumber(at + 1, pages.length, labels));
    }),
    attachments: [recordBytes(record), sealBytes(seal)],
    seal: { name: record.agency.name, reason: labels.reason },
  });
}

function blocks(record: SealedRecord, template: PactTemplate) {
  const { labels, body, beforePerson, afterPerson } = template;
  const width = textWidthOf(A4);
  return [
    ...beforePerson,
    ...personBlock(record, labels, body, width),
    ...afterPerson,
    signatoryBlock(record, labels, body, width),
  ];
}
