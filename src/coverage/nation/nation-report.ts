import { electionName } from '../../elections/index.ts';
import { dateIn, formatMoment, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t as coverageText } from '../messages.ts';
import { countColumns, countMeanings, countValues, textColumn } from './columns.ts';
import {
  type Institution,
  isOverdue,
  type Nation,
  overdueFirst,
  perCategory,
  perProvince,
  provinceName,
  type Sum,
  sumOf,
} from './figures.ts';
import { t } from './messages.ts';
import type { Report, Sheet } from './report.ts';

/** Times of the nation are told in the zone of the capital. */
export const NATION_ZONE = 'Asia/Jakarta';

/**
 * Figures of one election: of the nation with its provinces, or of one province.
 * @param shown the institutions to list; a file lists all, a page a part
 */
export function nationReport(
  lang: Lang,
  nation: Nation,
  province: string | null,
  shown = overdueFirst(nation.institutions, nation.asOf),
): Report {
  const tr = t(lang);
  const sheets = [
    ...(province === null ? [provinceSheet(lang, nation)] : []),
    categorySheet(lang, nation),
    institutionSheet(lang, nation, shown),
  ];
  return {
    file: `cakupan-${province === null ? 'negara' : `wilayah-${province}`}-${nation.electionId}`,
    title: titleOf(lang, nation.electionId, province),
    asOf: nation.asOf,
    zone: NATION_ZONE,
    facts: factsOf(lang, nation),
    definitions: [
      ...countMeanings(lang),
      [tr('nation.overdue'), tr('nation.means.overdue')],
      [tr('nation.province'), tr('nation.means.province')],
    ],
    sheets,
  };
}

export function titleOf(lang: Lang, electionId: string, province: string | null): string {
  const tr = t(lang);
  const election = electionName(lang, electionId);
  if (province === null) return tr('nation.title', { election });
  return tr('nation.titleProvince', { election, name: provinceName(province) ?? province });
}

/** What is in the denominator and what is not, in one sentence each. */
export function factsOf(lang: Lang, nation: Nation): (readonly [string, string])[] {
  const tr = t(lang);
  const sum = sumOf(nation.institutions, nation.asOf);
  return [
    ...(nation.example ? [[tr('nation.exampleLabel'), tr('nation.example')] as const] : []),
    [tr('nation.election'), electionName(lang, nation.electionId)],
    [tr('nation.asOfLabel'), formatMoment(lang, nation.asOf, NATION_ZONE)],
    [tr('nation.denominator'), denominatorText(lang, sum)],
    ...(sum.notOpened > 0 ? [[tr('nation.outside'), outsideText(lang, sum)] as const] : []),
    [tr('nation.which'), tr('nation.whichText')],
    [tr('nation.source'), tr('nation.sourceText')],
  ];
}

export function denominatorText(lang: Lang, { counts, opened }: Sum): string {
  const [signed, audience] = [formatNumber(lang, counts.signed), formatNumber(lang, counts.audience)];
  return t(lang)('nation.headline', { signed, audience, institutions: formatNumber(lang, opened) });
}

export function outsideText(lang: Lang, { notOpened, outside, uncounted }: Sum): string {
  const tr = t(lang);
  if (uncounted === notOpened)
    return tr('nation.outsideUnknown', { institutions: formatNumber(lang, notOpened) });
  const said = tr('nation.outsideText', {
    institutions: formatNumber(lang, notOpened),
    people: formatNumber(lang, outside),
  });
  return uncounted === 0
    ? said
    : `${said} ${tr('nation.uncounted', { institutions: formatNumber(lang, uncounted) })}`;
}

export function provinceSheet(lang: Lang, { electionId, institutions, asOf }: Nation): Sheet {
  const tr = t(lang);
  const rows = perProvince(institutions).map((row) => ({ ...row, sum: sumOf(row.institutions, asOf) }));
  return {
    key: 'provinces',
    title: tr('nation.perProvince'),
    columns: [
      textColumn('province', tr('nation.province')),
      textColumn('code', tr('nation.code')),
      { key: 'opened', head: tr('nation.opened'), kind: 'count' },
      { key: 'institutions', head: tr('nation.institutions'), kind: 'count' },
      { key: 'overdue', head: tr('nation.overdue'), kind: 'count' },
      ...countColumns(lang),
    ],
    rows: rows.map(({ code, name, sum }) => [
      name ?? tr('nation.central'),
      code,
      sum.opened,
      sum.institutions,
      sum.overdue,
      ...countValues(sum.counts),
    ]),
    links: rows.map(({ code, sum }) =>
      sum.institutions === 0 ? null : regionHref(electionId, code ?? CENTRAL),
    ),
  };
}

/** In the place of a province's code in an address. */
export const CENTRAL = 'pusat';

export function regionHref(electionId: string, region: string): string {
  return `${to('nationRegion', { region })}?pemilu=${encodeURIComponent(electionId)}`;
}

export function categorySheet(lang: Lang, { institutions, asOf }: Nation): Sheet {
  const tr = coverageText(lang);
  return {
    key: 'categories',
    title: tr('coverage.perCategory'),
    columns: [textColumn('category', tr('coverage.category')), ...countColumns(lang)],
    rows: perCategory(institutions).map(({ category, counts }) => [
      tr(`coverage.category.${category}`),
      ...countValues(counts),
    ]),
    total: [tr('coverage.total'), ...countValues(sumOf(institutions, asOf).counts)],
  };
}

/** These institutions in this order; a page shows a part of what a file holds. */
function institutionSheet(lang: Lang, nation: Nation, shown: readonly Institution[]): Sheet {
  const tr = t(lang);
  return {
    key: 'institutions',
    title: tr('nation.overdueFirst'),
    columns: [
      textColumn('institution', tr('nation.institution')),
      textColumn('province_code', tr('nation.code')),
      textColumn('standing', tr('nation.standing')),
      textColumn('deadline', tr('nation.deadline')),
      ...countColumns(lang),
    ],
    rows: shown.map((one) => [
      one.name,
      one.province,
      tr(`nation.standing.${standingOf(one, nation.asOf)}`),
      one.campaign && dateIn(one.campaign.deadline, one.zone),
      ...countValues(one.counts),
    ]),
    links: shown.map(({ id, campaign }) => campaign && agencyHref(nation.electionId, id)),
  };
}

export function agencyHref(electionId: string, agency: string): string {
  return `${to('nationAgency', { agency })}?pemilu=${encodeURIComponent(electionId)}`;
}

function standingOf(one: Institution, now: Date): 'notOpened' | 'overdue' | 'closed' | 'running' {
  if (one.campaign === null) return 'notOpened';
  if (isOverdue(one, now)) return 'overdue';
  return one.campaign.closedAt ? 'closed' : 'running';
}
