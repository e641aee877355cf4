import { writeXlsx, type XlsxColumn, type XlsxSheet, type XlsxValue } from '../platform/files/index.ts';
import { formatMoment, formatShare } from '../platform/format.ts';
import type { Lang } from '../platform/i18n.ts';
import { type Counts, STATES, signedShare, UNSIGNED } from './counts.ts';
import { t } from './messages.ts';
import type { StandingPerson } from './people.ts';
import type { Recap } from './recap.ts';
import { pathTo } from './tree.ts';

/**
 * The recap as a workbook: summary with definitions and as-of time, units, categories and, where `people` is given,
 * the names of those who have not signed.
 */
export function recapXlsx(
  lang: Lang,
  recap: Recap,
  people: readonly StandingPerson[] | null,
): Promise<Uint8Array> {
  const sheets = [summarySheet(lang, recap), unitSheet(lang, recap), categorySheet(lang, recap)];
  return writeXlsx(people ? [...sheets, peopleSheet(lang, recap, people)] : sheets);
}

function summarySheet(lang: Lang, recap: Recap): XlsxSheet {
  const tr = t(lang);
  const { subject, coverage, path } = recap;
  const share = signedShare(coverage.total);
  const unit = path.at(-1)?.name;
  const rows: XlsxValue[][] = [
    [tr('coverage.agency'), subject.agency],
    [tr('coverage.campaign'), subject.title],
    ...(unit ? [[tr('coverage.unit'), unit]] : []),
    [tr('coverage.circular'), subject.circular],
    [tr('coverage.deadline'), formatMoment(lang, subject.deadline, subject.zone)],
    [tr('coverage.asOfLabel'), formatMoment(lang, coverage.asOf, subject.zone)],
    [
      tr('coverage.source'),
      tr('coverage.sourceText', { agency: subject.agencyId, campaign: subject.campaignId }),
    ],
    [tr('coverage.audience'), coverage.total.audience],
    ...STATES.map((state) => [tr(`coverage.state.${state}`), coverage.total[state]]),
    [tr('coverage.shareSigned'), share === null ? null : formatShare(lang, share)],
    [tr('coverage.definitions'), tr('coverage.definition')],
    ...STATES.map((state) => [tr(`coverage.state.${state}`), tr(`coverage.means.${state}`)]),
  ];
  const columns = [column(tr('coverage.item'), 30), column(tr('coverage.value'), 60)];
  return { name: tr('coverage.sheet.summary'), columns, rows, preamble: preamble(lang, recap) };
}

function unitSheet(lang: Lang, recap: Recap): XlsxSheet {
  const tr = t(lang);
  const rows = recap.coverage.perUnit.map(({ unitId, name, counts }): XlsxValue[] => {
    const path = pathTo(recap.nodes, unitId);
    const above = path
      .slice(0, -1)
      .map((node) => node.name)
      .join(' / ');
    return [path.at(-1)?.name ?? name, above, ...figures(counts)];
  });
  return {
    name: tr('coverage.sheet.units'),
    columns: [column(tr('coverage.unit'), 40), column(tr('coverage.path'), 40), ...figureColumns(lang)],
    rows: [...rows.sort(byFirst), [tr('coverage.total'), '', ...figures(recap.coverage.total)]],
    preamble: preamble(lang, recap),
  };
}

function categorySheet(lang: Lang, recap: Recap): XlsxSheet {
  const tr = t(lang);
  const rows = recap.coverage.perCategory.map(({ category, counts }): XlsxValue[] => [
    tr(`coverage.category.${category}`),
    ...figures(counts),
  ]);
  return {
    name: tr('coverage.sheet.categories'),
    columns: [column(tr('coverage.category'), 24), ...figureColumns(lang)],
    rows: [...rows, [tr('coverage.total'), ...figures(recap.coverage.total)]],
    preamble: preamble(lang, recap),
  };
}

function peopleSheet(lang: Lang, recap: Recap, people: readonly StandingPerson[]): XlsxSheet {
  const tr = t(lang);
  const rows = people.map((person): XlsxValue[] => [
    person.unitName,
    person.name,
    person.idNumber,
    person.post,
    tr(`coverage.category.${person.category}`),
    tr(`coverage.state.${person.state}`),
    person.state === 'exempted' ? person.exemptionReason : null,
  ]);
  return {
    name: tr('coverage.sheet.people'),
    columns: [
      column(tr('coverage.unit'), 36),
      column(tr('coverage.name'), 36),
      column(tr('coverage.number'), 22),
      column(tr('coverage.post'), 30),
      column(tr('coverage.category'), 18),
      column(tr('coverage.state'), 18),
      column(tr('coverage.reason'), 30),
    ],
    rows,
    preamble: [...preamble(lang, recap), tr('coverage.listNote')],
  };
}

/** Above every sheet, since sheets are copied out one by one. */
function preamble(lang: Lang, { subject, coverage }: Recap): string[] {
  const tr = t(lang);
  return [
    `${tr('coverage.recapTitle')}: ${subject.title}`,
    `${subject.agency}. ${tr('coverage.asOf', { at: formatMoment(lang, coverage.asOf, subject.zone) })}`,
    ...(subject.isExample ? [tr('coverage.exampleSheet')] : []),
  ];
}

function figureColumns(lang: Lang): XlsxColumn[] {
  const tr = t(lang);
  const heads = [tr('coverage.audience'), ...STATES.map((state) => tr(`coverage.state.${state}`))];
  return [...heads.map((head) => column(head, 14, false)), column(`${tr('coverage.share')} (%)`, 10, false)];
}

function figures(counts: Counts): XlsxValue[] {
  const share = signedShare(counts);
  const rest = UNSIGNED.map((state) => counts[state]);
  return [counts.audience, counts.signed, ...rest, share === null ? null : Math.round(share * 1000) / 10];
}

function column(header: string, width: number, text = true): XlsxColumn {
  return { header, width, text };
}

function byFirst(a: readonly XlsxValue[], b: readonly XlsxValue[]): number {
  return `${a[1]} ${a[0]}`.toLowerCase() < `${b[1]} ${b[0]}`.toLowerCase() ? -1 : 1;
}
