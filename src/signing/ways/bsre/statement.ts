import {
  A4,
  type Block,
  closeDocument,
  compileSeries,
  fields,
  footedPages,
  hanging,
  type Paper,
  type ParagraphStyle,
  paragraph,
  prepareDocument,
  textAt,
  textRight,
  textWidthOf,
  together,
  wrap,
} from '../../../evidence/pdf/index.ts';
import { dateIn, formatDate } from '../../../platform/format.ts';
import type { SealedRecord } from '../../../verify/index.ts';
import { t } from './messages.ts';

const PAPER: Paper = { ...A4, bottom: 70 };
const WIDTH = textWidthOf(PAPER);
const BODY: ParagraphStyle = { face: 'regular', size: 11, leading: 1.32 };
const SMALL = { face: 'regular', size: 7.8, tone: 0.25 } as const;

/**
 * What is handed to the provider: the pact's text and person on A4, without place in the log and without seal, for
 * neither exists yet. The sealed record names the digest of what comes back.
 */
export function statementPdf(record: SealedRecord): Uint8Array {
  const { text, person, agency, act } = record;
  const tr = t(text.language);
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: text.language });
  const prepared = prepareDocument(series, {
    title: `${text.title} – ${person.name}`,
    author: agency.name,
    at: act.at,
    attachments: [],
    pages: footedPages(PAPER, blocksOf(record), (page, pages) =>
      footer(record, pages > 1 ? tr('bsre.paper.page', { page, pages }) : ''),
    ),
  });
  return closeDocument(prepared);
}

function blocksOf(record: SealedRecord): Block[] {
  const { agency, campaign, text, bases, example } = record;
  const tr = t(text.language);
  const head = agency.letterhead.length > 0 ? agency.letterhead : [agency.name];
  const centred = (words: string, size: number, gap: number, face: 'regular' | 'bold' = 'bold') =>
    paragraph(words, { face, size, leading: 1.28, align: 'centre' }, { width: WIDTH, gap });
  const plain = (words: string, gap = 8) =>
    words === '' ? [] : paragraph(words, BODY, { width: WIDTH, gap });
  const leads = /bertanda ?tangan di bawah ini|the undersigned/i.test(text.opener);
  return [
    ...(example ? centred(tr('bsre.paper.example'), 8.5, 0) : []),
    ...head.flatMap((line) => centred(line, 12, 1)),
    ...centred(text.title, 13.5, 16),
    ...centred(campaign.election, 11, 2, 'regular'),
    ...basisLines(bases, tr('bsre.paper.bases')),
    ...together(plain(leads ? text.opener : tr('bsre.paper.undersigned'), 12)),
    ...personLines(record),
    ...(leads ? [] : plain(text.opener)),
    ...text.points.flatMap((point, at) => hanging(`${at + 1}.`, point, BODY, 19, { width: WIDTH, gap: 5 })),
    ...plain(text.closing),
    ...signatory(record),
  ];
}

function basisLines(bases: readonly string[], word: string): Block[] {
  const style: ParagraphStyle = { face: 'regular', size: 9.5, leading: 1.25 };
  if (bases.length === 0) return [];
  const lines = bases.flatMap((basis, at) =>
    hanging(`${at + 1}.`, basis, style, 19, { width: WIDTH, gap: 2 }),
  );
  return [...together(paragraph(`${word}:`, style, { width: WIDTH, gap: 12 })), ...lines];
}

function personLines({ person, text }: SealedRecord): Block[] {
  const tr = t(text.language);
  const rows = [
    { label: tr('bsre.paper.name'), value: person.name, strong: true },
    { label: tr(`bsre.paper.${person.idKind}`), value: person.idNumber },
    { label: tr('bsre.paper.rank'), value: person.rank ?? '' },
    { label: tr('bsre.paper.post'), value: person.post ?? '' },
    { label: tr('bsre.paper.unit'), value: person.unit },
    { label: tr('bsre.paper.employer'), value: person.employer },
  ];
  const known = rows.filter(({ value }) => value !== '');
  return fields(known, BODY, 105, { left: 19, width: WIDTH - 19, gap: 5 });
}

/** Place, day and name together; the signature itself is the provider's, and shows in the reader. */
function signatory({ act, agency, person, text }: SealedRecord): Block[] {
  const day = formatDate(text.language, dateIn(new Date(act.at), agency.zone));
  const place = { left: WIDTH / 2, width: WIDTH / 2 };
  const line = (words: string, gap: number, style = BODY) => paragraph(words, style, { ...place, gap });
  return together([
    ...line(act.place === null ? day : `${act.place}, ${day}`, 16),
    ...line(t(text.language)('bsre.paper.signatory'), 0),
    ...line(person.name, 30, { ...BODY, face: 'bold' }),
  ]);
}

function footer({ text }: SealedRecord, number: string): string {
  const words = t(text.language)('bsre.paper.foot', {
    id: text.id,
    version: text.version,
    digest: text.digest,
  });
  const lines = wrap('regular', SMALL.size, words, WIDTH - 70);
  const set = lines.map((line, at) => textAt(PAPER.left, 46 - at * 10, SMALL, line));
  return set.join('') + textRight(PAPER.width - PAPER.right, 46, SMALL, number);
}
