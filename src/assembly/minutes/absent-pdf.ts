import {
  type Block,
  type Column,
  compileSeries,
  fields,
  footedPages,
  gapped,
  type ParagraphStyle,
  PLAIN_PAPER,
  type Prepared,
  paragraph,
  plainFoot,
  prepareDocument,
  table,
  textWidthOf,
} from '../../evidence/pdf/index.ts';
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { printedLine } from '../../platform/print/index.ts';
import { canonicalJson } from '../../verify/index.ts';
import { t } from './messages.ts';
import type { AbsentLine, Draft } from './minutes.ts';

const WIDTH = textWidthOf(PLAIN_PAPER);
const BODY: ParagraphStyle = { face: 'regular', size: 10, leading: 1.35 };
const SMALL: ParagraphStyle = { face: 'regular', size: 8.5, leading: 1.3, tone: 0.25 };
const TITLE: ParagraphStyle = { face: 'bold', size: 14, leading: 1.3, align: 'centre' };

/** What the annex tells of the version that it belongs to. */
export interface AbsentPaper {
  draft: Draft;
  version: number;
  receipt: string;
  /** Part of the list for who sees only own units; null: the whole, with what is needed to prove it. */
  part: readonly AbsentLine[] | null;
  /** Who asked for it, and when: a restricted paper says whose copy it is. */
  copyFor: string;
  now: Date;
}

/** The restricted annex on paper, ready to be sealed. The whole list carries its own proof: list and salt as a file. */
export function absentPaper(lang: Lang, paper: AbsentPaper): Prepared {
  const tr = t(lang);
  const { content, absent, salt } = paper.draft;
  const whole = paper.part === null;
  const proof = { name: 'tidak-hadir.json', type: 'application/json', relationship: 'Data' } as const;
  const series = compileSeries({
    ...{ shared: [], attachments: whole ? [proof] : [], signed: true, language: lang },
  });
  const copy = tr('minutes.annexCopy', {
    who: paper.copyFor,
    moment: formatMoment(lang, paper.now, content.agency.zone),
  });
  const agency = printedLine(content.agency.name);
  return prepareDocument(series, {
    title: printedLine(`${tr('minutes.annexTitle')}: ${content.ceremony.title}`),
    author: agency,
    at: paper.now.toISOString(),
    pages: footedPages(PLAIN_PAPER, blocksOf(lang, paper), (page, pages) =>
      plainFoot(printedLine(copy), tr('minutes.annexPage', { page, pages })),
    ),
    attachments: whole ? [canonicalJson({ list: absent, salt: salt.toString('hex') })] : [],
    seal: { name: agency, reason: tr('minutes.annexSealReason') },
  });
}

function blocksOf(lang: Lang, paper: AbsentPaper): Block[] {
  const tr = t(lang);
  const { content } = paper.draft;
  const list = paper.part ?? paper.draft.absent;
  const text = (words: string, style: ParagraphStyle, gap: number) =>
    paragraph(printedLine(words), style, { width: WIDTH, gap });
  const centred: ParagraphStyle = { face: 'bold', size: 12, leading: 1.25, align: 'centre' };
  const head = content.agency.letterhead.length > 0 ? content.agency.letterhead : [content.agency.name];
  return [
    ...text(tr('minutes.annexRestricted'), { ...TITLE, size: 12 }, 0),
    ...(content.example ? text(tr('minutes.exampleSheet'), { ...SMALL, align: 'centre' }, 2) : []),
    ...head.flatMap((line, at) => text(line, centred, at === 0 ? 8 : 0)),
    ...text(tr('minutes.annexTitle').toUpperCase(), TITLE, 14),
    ...text(content.ceremony.title, { ...BODY, align: 'centre' }, 2),
    ...fields(factsOf(lang, paper, list.length), BODY, 130, { width: WIDTH, gap: 14 }),
    ...text(tr(paper.part === null ? 'minutes.annexWhole' : 'minutes.annexPart'), SMALL, 8),
    ...(list.length === 0 ? text(tr('minutes.annexNobody'), BODY, 12) : gapped(peopleTable(lang, list), 10)),
    ...text(tr('minutes.annexNote'), SMALL, 10),
  ];
}

function factsOf(lang: Lang, { draft, version, receipt }: AbsentPaper, listed: number) {
  const tr = t(lang);
  const { content, frozenAt } = draft;
  const { held, counts, annexes } = content;
  const { expected } = counts.total;
  return [
    {
      label: tr('minutes.date'),
      value: held.date ? formatDate(lang, held.date, true) : tr('minutes.notRecorded'),
    },
    { label: tr('minutes.place'), value: held.place ?? tr('minutes.notRecorded') },
    { label: tr('minutes.belongsTo'), value: tr('minutes.versionReceipt', { version, receipt }) },
    { label: tr('minutes.asOf'), value: formatMoment(lang, frozenAt, content.agency.zone) },
    {
      label: tr('minutes.listed'),
      value: tr('minutes.ofExpected', {
        count: formatNumber(lang, listed),
        expected: formatNumber(lang, expected),
      }),
    },
    { label: tr('minutes.commitment'), value: annexes[0]?.commitment.match(/.{1,32}/g)?.join(' ') ?? '' },
  ].map((row) => ({ ...row, value: printedLine(row.value) }));
}

function peopleTable(lang: Lang, list: readonly AbsentLine[]): Block[] {
  const tr = t(lang);
  const columns: Column[] = [
    { title: tr('minutes.number'), width: 28, align: 'right' },
    { title: tr('minutes.name'), width: 140 },
    { title: tr('minutes.unit'), width: 120 },
    { title: tr('minutes.standing'), width: 80 },
    { title: tr('minutes.reason'), width: WIDTH - 368 },
  ];
  const rows = list.map(({ name, unit, standing, reason }, at) => [
    ...[formatNumber(lang, at + 1), printedLine(name), printedLine(unit)],
    ...[tr(`minutes.standing.${standing}`), printedLine(reason ?? '')],
  ]);
  return table(columns, rows, { size: 8.5, leading: 1.3 });
}
