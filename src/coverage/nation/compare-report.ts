import { electionName } from '../../elections/index.ts';
import { formatMoment } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { t as coverageText } from '../messages.ts';
import { fallenFirst, paired, pairSheet } from './compare.ts';
import { type Nation, perCategory, perProvince, sumOf } from './figures.ts';
import { t } from './messages.ts';
import { denominatorText, NATION_ZONE } from './nation-report.ts';
import type { Report } from './report.ts';
import { type UnitFigures, unitDenominator, unitTotal } from './units-report.ts';

/** Two elections side by side, by province and category; each has a denominator of its own. */
export function nationCompareReport(lang: Lang, first: Nation, second: Nation): Report {
  const tr = t(lang);
  const [before, after] = [electionName(lang, first.electionId), electionName(lang, second.electionId)];
  const provinces = paired(perProvince(first.institutions), perProvince(second.institutions), {
    key: (row) => row.code ?? '',
    name: (row) => row.name ?? tr('nation.central'),
    counts: (row) => {
      const { counts, opened } = sumOf(row.institutions, first.asOf);
      return opened > 0 ? counts : null;
    },
  });
  const categories = paired(perCategory(first.institutions), perCategory(second.institutions), {
    key: (row) => row.category,
    name: (row) => coverageText(lang)(`coverage.category.${row.category}`),
    counts: (row) => row.counts,
  });
  return {
    file: `banding-${first.electionId}-${second.electionId}`,
    title: tr('nation.compareTitle', { before, after }),
    asOf: second.asOf,
    zone: NATION_ZONE,
    facts: [
      [tr('nation.asOfLabel'), formatMoment(lang, second.asOf, NATION_ZONE)],
      [before, denominatorText(lang, sumOf(first.institutions, first.asOf))],
      [after, denominatorText(lang, sumOf(second.institutions, second.asOf))],
      [tr('nation.which'), tr('nation.whichText')],
      [tr('nation.source'), tr('nation.sourceText')],
    ],
    definitions: meanings(lang),
    sheets: [
      pairSheet(
        lang,
        { key: 'provinces', title: tr('nation.perProvince'), first: tr('nation.province'), before, after },
        provinces,
      ),
      pairSheet(lang, { ...categoryWords(lang), before, after }, categories),
    ],
  };
}

/** Two campaigns of one institution side by side, by unit (at the top of the tree) and category. */
export function campaignCompareReport(lang: Lang, first: UnitFigures, second: UnitFigures): Report {
  const tr = t(lang);
  const [before, after] = [first.campaign.title, second.campaign.title];
  const units = paired(first.branches, second.branches, {
    key: (row) => row.id,
    name: (row) => row.name,
    counts: (row) => row.counts,
  });
  const categories = paired(first.categories, second.categories, {
    key: (row) => row.category,
    name: (row) => coverageText(lang)(`coverage.category.${row.category}`),
    counts: (row) => row.counts,
  });
  const heads = { before: tr('nation.firstShort'), after: tr('nation.secondShort') };
  return {
    file: `banding-${first.agency.id}`,
    title: tr('nation.compareTitle', { before, after }),
    asOf: second.asOf,
    zone: second.agency.zone,
    facts: [
      [tr('nation.asOfLabel'), formatMoment(lang, second.asOf, second.agency.zone)],
      [tr('nation.firstSide', { name: before }), unitDenominator(lang, unitTotal(first))],
      [tr('nation.secondSide', { name: after }), unitDenominator(lang, unitTotal(second))],
      [tr('nation.source'), tr('nation.sourceCompare', { agency: first.agency.id })],
    ],
    definitions: [...meanings(lang), [coverageText(lang)('coverage.unit'), tr('nation.means.unit')]],
    sheets: [
      pairSheet(
        lang,
        {
          ...{ key: 'units', title: tr('nation.unitsCompared') },
          ...{ first: coverageText(lang)('coverage.unit'), ...heads },
        },
        fallenFirst(units),
      ),
      pairSheet(lang, { ...categoryWords(lang), ...heads }, categories),
    ],
  };
}

function categoryWords(lang: Lang) {
  const tr = coverageText(lang);
  return { key: 'categories', title: tr('coverage.perCategory'), first: tr('coverage.category') };
}

function meanings(lang: Lang): Report['definitions'] {
  const [tr, words] = [t(lang), coverageText(lang)];
  return [
    [words('coverage.audience'), tr('nation.means.audience')],
    [words('coverage.state.signed'), words('coverage.means.signed')],
    [tr('nation.points'), tr('nation.means.points')],
    ['–', tr('nation.means.dash')],
  ];
}
