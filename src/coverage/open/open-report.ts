import { CATEGORIES, type Category } from '../../campaigns/index.ts';
import { electionName } from '../../elections/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t as coverageText } from '../messages.ts';
import { PAGE } from '../nation/asked.ts';
import { PROVINCES, provinceName } from '../nation/figures.ts';
import { CENTRAL, NATION_ZONE } from '../nation/nation-report.ts';
import type { Report, ReportColumn, Sheet, Value } from '../nation/report.ts';
import { t } from './messages.ts';
import type { OpenAgency } from './read-open.ts';
import { hourOf } from './refresh.ts';
import type { Shown } from './shown.ts';
import { type OpenRow, sumRows } from './suppress.ts';

export const LICENCE = 'CC BY 4.0';

/**
 * Provinces and institutions that show their figures; one province of them where it is named. A file lists all, a page
 * fifty.
 */
export function openReport(
  lang: Lang,
  electionId: string,
  all: readonly Shown[],
  region: string | null,
  now: Date,
  page?: number,
): Report {
  const tr = t(lang);
  const shown = shownIn(all, region);
  const listed = page === undefined ? shown : shown.slice((page - 1) * PAGE, page * PAGE);
  const election = electionName(lang, electionId);
  const name = region && region !== CENTRAL ? (provinceName(region) ?? region) : tr('open.central');
  return {
    file: region === null ? 'cakupan-publik' : `cakupan-publik-${region}`,
    title: region === null ? tr('open.title', { election }) : tr('open.titleRegion', { election, name }),
    asOf: hourOf(now),
    zone: NATION_ZONE,
    facts: [[tr('open.denominator'), denominator(lang, shown)], ...factsOf(lang, now)],
    definitions: meanings(lang),
    sheets: [...(region === null ? [provinceSheet(lang, shown, electionId)] : []), agencySheet(lang, listed)],
  };
}

export function shownIn(all: readonly Shown[], region: string | null): readonly Shown[] {
  return region === null ? all : all.filter((one) => (one.province ?? CENTRAL) === region);
}

/** Units and categories of one institution. Small ones stand together in one row. */
export function openAgencyReport(lang: Lang, { shown, figures, names }: OpenAgency, now: Date): Report {
  const tr = t(lang);
  const unitName = ({ ids }: OpenRow) =>
    ids.length === 1
      ? (names.get(ids[0]!) ?? tr('open.oneUnit'))
      : tr('open.mergedUnits', { count: formatNumber(lang, ids.length) });
  const categoryName = ({ ids }: OpenRow) =>
    CATEGORIES.filter((one) => ids.includes(one))
      .map((one: Category) => coverageText(lang)(`coverage.category.${one}`))
      .join(', ');
  return {
    file: `cakupan-publik-${shown.id}`,
    title: tr('open.titleAgency', { name: shown.name }),
    asOf: hourOf(now),
    zone: NATION_ZONE,
    facts: [
      [tr('open.campaign'), shown.title],
      [tr('open.election'), electionName(lang, shown.electionId)],
      ...factsOf(lang, now),
    ],
    definitions: meanings(lang),
    sheets: [
      rowSheet(lang, 'units', tr('open.perUnit'), tr('open.unit'), figures.units, unitName),
      ...(figures.categories
        ? [
            rowSheet(
              lang,
              'categories',
              tr('open.perCategory'),
              tr('open.category'),
              figures.categories,
              categoryName,
            ),
          ]
        : []),
    ],
  };
}

/** Only those of whom there is a figure. */
export function counted(shown: readonly Shown[]): { audience: number; signed: number; asOf: Date }[] {
  return shown.flatMap(({ audience, signed, asOf }) =>
    audience !== null && signed !== null && asOf ? [{ audience, signed, asOf }] : [],
  );
}

export function denominator(lang: Lang, shown: readonly Shown[]): string {
  const rows = counted(shown);
  const { audience, signed } = sumRows(rows);
  return t(lang)('open.headline', {
    ...{ signed: formatNumber(lang, signed), audience: formatNumber(lang, audience) },
    institutions: formatNumber(lang, rows.length),
  });
}

function factsOf(lang: Lang, now: Date): Report['facts'] {
  const tr = t(lang);
  return [
    [tr('open.checked'), formatMoment(lang, hourOf(now), NATION_ZONE)],
    [tr('open.source'), tr('open.sourceText')],
    [tr('open.licence'), tr('open.licenceText', { licence: LICENCE })],
  ];
}

function meanings(lang: Lang): Report['definitions'] {
  const tr = t(lang);
  return [
    [tr('open.audience'), tr('open.means.audience')],
    [tr('open.signed'), tr('open.means.signed')],
    [tr('open.share'), tr('open.means.share')],
    [tr('open.moved'), tr('open.means.moved')],
    [tr('open.few'), tr('open.means.few')],
  ];
}

function provinceSheet(lang: Lang, shown: readonly Shown[], electionId: string): Sheet {
  const tr = t(lang);
  const groups = Map.groupBy(shown, ({ province }) => province ?? CENTRAL);
  const rows = [
    ...PROVINCES.map(({ code, name }) => ({ code, name })),
    { code: CENTRAL, name: tr('open.central') },
  ].filter(({ code }) => groups.has(code));
  return {
    key: 'provinces',
    title: tr('open.perProvince'),
    columns: [
      { key: 'province', head: tr('open.province'), kind: 'text' },
      { key: 'code', head: tr('open.code'), kind: 'text' },
      { key: 'institutions', head: tr('open.institutions'), kind: 'count' },
      ...figureColumns(lang),
    ],
    rows: rows.map(({ code, name }) => {
      const own = groups.get(code) ?? [];
      return [name, code === CENTRAL ? null : code, own.length, ...figures(lang, counted(own))];
    }),
    links: rows.map(({ code }) => `${to('openRegion', { region: code })}?pemilu=${electionId}`),
  };
}

function agencySheet(lang: Lang, shown: readonly Shown[]): Sheet {
  const tr = t(lang);
  return {
    key: 'institutions',
    title: tr('open.perInstitution'),
    columns: [
      { key: 'institution', head: tr('open.institution'), kind: 'text' },
      { key: 'id', head: tr('open.id'), kind: 'text' },
      { key: 'province_code', head: tr('open.code'), kind: 'text' },
      ...figureColumns(lang),
    ],
    rows: shown.map((one) => [one.name, one.id, one.province, ...figures(lang, counted([one]))]),
    links: shown.map(({ id, electionId }) => `${to('openAgency', { agency: id })}?pemilu=${electionId}`),
  };
}

function rowSheet(
  lang: Lang,
  key: string,
  title: string,
  first: string,
  rows: readonly OpenRow[],
  name: (row: OpenRow) => string,
): Sheet {
  const dated = rows.map((row) => ({ ...row, asOf: new Date(row.asOf) }));
  return {
    key,
    title,
    columns: [{ key: 'name', head: first, kind: 'text' }, ...figureColumns(lang)],
    rows: rows.map((row, at) => [name(row), ...figures(lang, [dated[at]!])]),
    ...(rows.length > 0 ? { total: [t(lang)('open.total'), ...figures(lang, dated)] } : {}),
  };
}

function figureColumns(lang: Lang): ReportColumn[] {
  const tr = t(lang);
  return [
    { key: 'share_signed', head: tr('open.share'), kind: 'share' },
    { key: 'audience', head: tr('open.audience'), kind: 'count' },
    { key: 'signed', head: tr('open.signed'), kind: 'count' },
    { key: 'moved', head: tr('open.moved'), kind: 'text' },
  ];
}

/** Where nothing may be shown the words say so, in place of when it last moved. */
function figures(lang: Lang, rows: readonly { audience: number; signed: number; asOf: Date }[]): Value[] {
  if (rows.length === 0) return [null, null, null, t(lang)('open.few')];
  const { audience, signed } = sumRows(rows);
  const last = new Date(Math.max(...rows.map(({ asOf }) => asOf.getTime())));
  return [signed / audience, audience, signed, formatMoment(lang, last, NATION_ZONE)];
}
