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
  together,
} from '../evidence/pdf/index.ts';
import { formatMoment, formatNumber, formatShare } from '../platform/format.ts';
import type { Lang } from '../platform/i18n.ts';
import { printedLine as printable } from '../platform/print/index.ts';
import { type Counts, STATES, signedShare, worstFirst } from './counts.ts';
import { t } from './messages.ts';
import type { Recap } from './recap.ts';

const WIDTH = textWidthOf(PLAIN_PAPER);
const BODY: ParagraphStyle = { face: 'regular', size: 10.5, leading: 1.35 };
const SMALL: ParagraphStyle = { face: 'regular', size: 8.5, leading: 1.3, tone: 0.25 };
const HEAD: ParagraphStyle = { face: 'bold', size: 11.5, leading: 1.3 };

/** Share, audience, then the states: the longest word of each heading fits. */
const FIGURE_WIDTHS = [38, 36, 47, 43, 54, 45, 38, 36];

/** The recap on paper for the chief, ready to be sealed. Only figures, no names of people. */
export function recapPaper(lang: Lang, recap: Recap): Prepared {
  const tr = t(lang);
  const { subject, coverage } = recap;
  const series = compileSeries({ shared: [], attachments: [], signed: true, language: lang });
  const foot = tr('coverage.sealedBy', { name: subject.agency });
  return prepareDocument(series, {
    title: printable(`${tr('coverage.recapTitle')}: ${subject.title}`),
    author: printable(subject.agency),
    at: coverage.asOf.toISOString(),
    pages: footedPages(PLAIN_PAPER, blocksOf(lang, recap), (page, pages) =>
      plainFoot(printable(foot), tr('coverage.pageOf', { page, pages })),
    ),
    attachments: [],
    seal: { name: printable(subject.agency), reason: tr('coverage.sealReason') },
  });
}

function blocksOf(lang: Lang, recap: Recap): Block[] {
  const tr = t(lang);
  const { subject, coverage } = recap;
  const place = { width: WIDTH, gap: 0 };
  const head = subject.letterhead.length > 0 ? subject.letterhead : [subject.agency];
  const text = (words: string, style: ParagraphStyle, gap: number) =>
    paragraph(printable(words), style, { ...place, gap });
  return [
    ...(subject.isExample
      ? text(tr('coverage.exampleSheet'), { ...SMALL, face: 'bold', align: 'centre' }, 0)
      : []),
    ...head.flatMap((line) => text(line, { face: 'bold', size: 12, leading: 1.25, align: 'centre' }, 0)),
    ...text(
      tr('coverage.recapTitle').toUpperCase(),
      { face: 'bold', size: 14, leading: 1.3, align: 'centre' },
      18,
    ),
    ...text(subject.title, { ...BODY, align: 'centre' }, 2),
    ...fields(factsOf(lang, recap), BODY, 120, { ...place, gap: 16 }),
    ...together(text(tr('coverage.perState'), HEAD, 16)),
    ...gapped(stateTable(lang, coverage.total), 4),
    ...together(text(tr('coverage.perUnit'), HEAD, 16)),
    ...gapped(unitTable(lang, recap), 4),
    ...together(text(tr('coverage.perCategory'), HEAD, 16)),
    ...gapped(categoryTable(lang, recap), 4),
    ...together([
      ...text(tr('coverage.definitions'), HEAD, 16),
      ...text(tr('coverage.definition'), SMALL, 3),
    ]),
    ...STATES.flatMap((state) =>
      text(`${tr(`coverage.state.${state}`)}: ${tr(`coverage.means.${state}`)}`, SMALL, 2),
    ),
  ];
}

function factsOf(lang: Lang, { subject, coverage }: Recap) {
  const tr = t(lang);
  const rows = [
    { label: tr('coverage.agency'), value: subject.agency },
    ...(subject.circular ? [{ label: tr('coverage.circular'), value: subject.circular }] : []),
    { label: tr('coverage.deadline'), value: formatMoment(lang, subject.deadline, subject.zone) },
    { label: tr('coverage.asOfLabel'), value: formatMoment(lang, coverage.asOf, subject.zone) },
    { label: tr('coverage.state.signed'), value: headline(lang, coverage.total), strong: true },
    {
      label: tr('coverage.source'),
      value: tr('coverage.sourceText', { agency: subject.agencyId, campaign: subject.campaignId }),
    },
  ];
  return rows.map((row) => ({ ...row, value: printable(row.value) }));
}

function headline(lang: Lang, total: Counts): string {
  const [signed, audience] = [formatNumber(lang, total.signed), formatNumber(lang, total.audience)];
  if (total.audience === 0) return t(lang)('coverage.nobody');
  return `${shareOf(lang, total)}. ${t(lang)('coverage.headline', { signed, audience })}`;
}

function stateTable(lang: Lang, total: Counts): Block[] {
  const tr = t(lang);
  const columns: Column[] = [
    { title: tr('coverage.state'), width: WIDTH - 180 },
    { title: tr('coverage.people'), width: 90, align: 'right' },
    { title: tr('coverage.share'), width: 90, align: 'right' },
  ];
  const rows = STATES.map((state) => [
    tr(`coverage.state.${state}`),
    formatNumber(lang, total[state]),
    total.audience === 0 ? '–' : formatShare(lang, total[state] / total.audience),
  ]);
  return table(columns, [...rows, [tr('coverage.audience'), formatNumber(lang, total.audience), '']], {
    size: 9.5,
    leading: 1.3,
  });
}

function unitTable(lang: Lang, recap: Recap): Block[] {
  const rows = worstFirst(recap.rows).map((row) => countRow(lang, printable(row.name), row.counts));
  return countTable(lang, t(lang)('coverage.unit'), rows, recap.coverage.total);
}

function categoryTable(lang: Lang, { coverage }: Recap): Block[] {
  const tr = t(lang);
  const rows = coverage.perCategory.map((row) =>
    countRow(lang, tr(`coverage.category.${row.category}`), row.counts),
  );
  return countTable(lang, tr('coverage.category'), rows, coverage.total);
}

function countTable(lang: Lang, first: string, rows: string[][], total: Counts): Block[] {
  const tr = t(lang);
  const heads = [
    tr('coverage.share'),
    tr('coverage.audience'),
    ...STATES.map((state) => tr(`coverage.state.${state}`)),
  ];
  const columns: Column[] = [
    { title: first, width: WIDTH - FIGURE_WIDTHS.reduce((sum, width) => sum + width, 0) },
    ...heads.map((title, at) => ({ title, width: FIGURE_WIDTHS[at]!, align: 'right' as const })),
  ];
  return table(columns, [...rows, countRow(lang, tr('coverage.total'), total)], { size: 7.5, leading: 1.3 });
}

function countRow(lang: Lang, name: string, counts: Counts): string[] {
  const numbers = [counts.audience, ...STATES.map((state) => counts[state])];
  return [name, shareOf(lang, counts), ...numbers.map((n) => formatNumber(lang, n))];
}

function shareOf(lang: Lang, counts: Counts): string {
  const share = signedShare(counts);
  return share === null ? '–' : formatShare(lang, share);
}
