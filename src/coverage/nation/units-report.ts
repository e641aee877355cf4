import type { Category } from '../../campaigns/index.ts';
import { electionName } from '../../elections/index.ts';
import { formatMoment, formatNumber, type Zone } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { addCounts, type Counts, NOBODY } from '../counts.ts';
import { t as coverageText } from '../messages.ts';
import { countColumns, countMeanings, countValues, textColumn } from './columns.ts';
import { t } from './messages.ts';
import type { Branch, OpenedCampaign } from './read-units.ts';
import type { Report, Sheet } from './report.ts';

/** One campaign of one institution, or one unit of it with all below. */
export interface UnitFigures {
  readonly agency: { readonly id: string; readonly name: string; readonly zone: Zone };
  readonly campaign: OpenedCampaign;
  /** From the top down to the unit that was opened; empty at the top. */
  readonly path: readonly { readonly id: string; readonly name: string }[];
  /** Whose branches these are: the unit that was opened, or the single root. */
  readonly opened: string | null;
  readonly branches: readonly Branch[];
  /** Branches in all, beyond those that were read. */
  readonly total: number;
  readonly categories: readonly { readonly category: Category; readonly counts: Counts }[];
  readonly asOf: Date;
}

export function unitTotal({ categories }: UnitFigures): Counts {
  return categories.reduce((sum, { counts }) => addCounts(sum, counts), NOBODY);
}

/** @param href where a unit leads on the page; null: nowhere */
export function unitsReport(lang: Lang, figures: UnitFigures, href: (unit: string) => string | null): Report {
  const { agency, campaign, path, asOf } = figures;
  const tr = t(lang);
  const focus = path.at(-1);
  return {
    file: `cakupan-${agency.id}-${focus?.id ?? campaign.id}`,
    title: focus ? `${focus.name}, ${agency.name}` : agency.name,
    asOf,
    zone: agency.zone,
    facts: [
      [tr('nation.campaign'), campaign.title],
      [tr('nation.election'), electionName(lang, campaign.electionId)],
      [tr('nation.asOfLabel'), formatMoment(lang, asOf, agency.zone)],
      [tr('nation.deadline'), formatMoment(lang, campaign.deadline, agency.zone)],
      [tr('nation.denominator'), unitDenominator(lang, unitTotal(figures))],
      [tr('nation.source'), tr('nation.sourceAgency', { agency: agency.id, campaign: campaign.id })],
    ],
    definitions: [...countMeanings(lang), [coverageText(lang)('coverage.unit'), tr('nation.means.unit')]],
    sheets: [branchSheet(lang, figures, href), categoriesSheet(lang, figures)],
  };
}

export function unitDenominator(lang: Lang, { signed, audience }: Counts): string {
  return t(lang)('nation.headlineUnit', {
    signed: formatNumber(lang, signed),
    audience: formatNumber(lang, audience),
  });
}

function branchSheet(lang: Lang, figures: UnitFigures, href: (unit: string) => string | null): Sheet {
  const tr = coverageText(lang);
  const focus = figures.path.at(-1);
  return {
    key: 'units',
    title: focus ? tr('coverage.perUnitOf', { name: focus.name }) : tr('coverage.perUnit'),
    columns: [textColumn('unit', tr('coverage.unit')), ...countColumns(lang)],
    rows: figures.branches.map(({ id, name, counts }) => [
      id === figures.opened ? tr('coverage.direct', { name }) : name,
      ...countValues(counts),
    ]),
    links: figures.branches.map(({ id, known }) => (known && id !== figures.opened ? href(id) : null)),
  };
}

function categoriesSheet(lang: Lang, figures: UnitFigures): Sheet {
  const tr = coverageText(lang);
  return {
    key: 'categories',
    title: tr('coverage.perCategory'),
    columns: [textColumn('category', tr('coverage.category')), ...countColumns(lang)],
    rows: figures.categories.map(({ category, counts }) => [
      tr(`coverage.category.${category}`),
      ...countValues(counts),
    ]),
    total: [tr('coverage.total'), ...countValues(unitTotal(figures))],
  };
}
