import { LEAST_PEOPLE, type Sheet, type Value } from '../../coverage/index.ts';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import type { Stage } from '../cases/stages.ts';
import type { CaseFact } from './facts.ts';
import {
  countsBy,
  DIMENSION_IDS,
  DIMENSIONS,
  type Dimension,
  DURATION_IDS,
  SHARE_IDS,
  shareOf,
  spreadOf,
} from './measures.ts';
import { t } from './messages.ts';
import { quarterOf } from './quarters.ts';
import { type Batch, band, mayTell, together } from './suppress.ts';

/** How a value of a dimension is called. */
function valueName(lang: Lang, by: Dimension, value: string): string {
  if (by === 'kind' && value !== 'none') return messageOf(lang, `violations.kind.${value}`) ?? value;
  if (by === 'level' && value !== 'unset') return messageOf(lang, `violations.level.${value}`) ?? value;
  const tr = t(lang);
  if (by === 'stage') return tr(`figures.stage.${value as Stage}`);
  return tr(`figures.value.${value}` as Parameters<typeof tr>[0]);
}

/** Every value in its order with the exact number: for those who work with the cases. */
export function exactTables(lang: Lang, facts: readonly CaseFact[]): Sheet[] {
  const tr = t(lang);
  return DIMENSION_IDS.map((by) => {
    const counts = countsBy(facts, by);
    return {
      key: by,
      title: tr(`figures.by.${by}`),
      columns: [
        { key: by, head: tr(`figures.dimension.${by}`), kind: 'text' },
        { key: 'cases', head: tr('figures.cases'), kind: 'count' },
      ],
      rows: DIMENSIONS[by].values.map((value) => [valueName(lang, by, value), counts.get(value) ?? 0]),
      total: [tr('figures.total'), facts.length],
    };
  });
}

/** Rows of five and more, in steps of five, small ones together: for everybody. */
export function openTables(lang: Lang, facts: readonly CaseFact[]): Sheet[] {
  const tr = t(lang);
  return DIMENSION_IDS.map((by) => {
    const order = (id: string | null) =>
      id === null ? Number.MAX_SAFE_INTEGER : (DIMENSIONS[by].values as readonly string[]).indexOf(id);
    const rows = [...together(countsBy(facts, by))].sort((a, b) => order(a.id) - order(b.id));
    return {
      key: by,
      title: tr(`figures.by.${by}`),
      columns: [
        { key: by, head: tr(`figures.dimension.${by}`), kind: 'text' },
        { key: 'at_least', head: tr('figures.least'), kind: 'count' },
        { key: 'at_most', head: tr('figures.most'), kind: 'count' },
      ],
      rows: rows.map(({ id, count }) => {
        const { least, most } = band(count);
        return [
          id === null ? tr(rows.length > 1 ? 'figures.rest' : 'figures.all') : valueName(lang, by, id),
          least,
          most,
        ];
      }),
    };
  });
}

export function quarterTable(lang: Lang, facts: readonly CaseFact[]): Sheet {
  const tr = t(lang);
  const byQuarter = Map.groupBy(facts, ({ arrivedOn }) => quarterOf(arrivedOn));
  return {
    key: 'arrivals',
    title: tr('figures.arrivals'),
    columns: [
      { key: 'quarter', head: tr('figures.quarter'), kind: 'text' },
      { key: 'cases', head: tr('figures.cases'), kind: 'count' },
    ],
    rows: [...byQuarter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([quarter, own]) => [quarter, own.length]),
    total: [tr('figures.total'), facts.length],
  };
}

export function batchTable(
  lang: Lang,
  all: readonly { readonly name: string; readonly batches: readonly Batch[] }[],
): Sheet {
  const tr = t(lang);
  return {
    key: 'arrivals',
    title: tr('figures.arrivals'),
    columns: [
      { key: 'institution', head: tr('figures.institution'), kind: 'text' },
      { key: 'from', head: tr('figures.from'), kind: 'text' },
      { key: 'to', head: tr('figures.to'), kind: 'text' },
      { key: 'cases', head: tr('figures.cases'), kind: 'count' },
    ],
    rows: all.flatMap(({ name, batches }) =>
      batches.map(({ from, to, facts }): Value[] => [name, from, to, facts.length]),
    ),
  };
}

/** Lengths and parts of one institution; never of several together, whose cases are not alike. */
export interface Own {
  readonly name: string;
  readonly facts: readonly CaseFact[];
}

export function durationTable(lang: Lang, all: readonly Own[], exact: boolean): Sheet {
  const tr = t(lang);
  return {
    key: 'durations',
    title: tr('figures.durations'),
    columns: [
      { key: 'institution', head: tr('figures.institution'), kind: 'text' },
      { key: 'measure', head: tr('figures.measure'), kind: 'text' },
      {
        key: exact ? 'n' : 'n_at_least',
        head: tr(exact ? 'figures.behind' : 'figures.behindLeast'),
        kind: 'count',
      },
      { key: 'median_days', head: tr('figures.median'), kind: 'count' },
      { key: 'p90_days', head: tr('figures.p90'), kind: 'count' },
    ],
    rows: all.flatMap(({ name, facts }) =>
      DURATION_IDS.map((what): Value[] => {
        const { n, median, p90 } = spreadOf(facts, what);
        const label = tr(`figures.duration.${what}`);
        if (exact) return [name, label, n, median, p90];
        if (n < LEAST_PEOPLE) return [name, label, null, null, null];
        return [name, label, band(n).least, median, p90];
      }),
    ),
  };
}

export function shareTable(lang: Lang, all: readonly Own[], exact: boolean): Sheet {
  const tr = t(lang);
  return {
    key: 'shares',
    title: tr('figures.shares'),
    columns: [
      { key: 'institution', head: tr('figures.institution'), kind: 'text' },
      { key: 'measure', head: tr('figures.measure'), kind: 'text' },
      { key: 'share', head: tr('figures.share'), kind: 'share' },
      { key: 'n', head: tr('figures.part'), kind: 'count' },
      { key: 'of', head: tr('figures.whole'), kind: 'count' },
    ],
    rows: all.flatMap(({ name, facts }) =>
      SHARE_IDS.map((what): Value[] => {
        const share = shareOf(facts, what);
        const label = tr(`figures.shareOf.${what}`);
        const shown = share.of > 0 && (exact || mayTell(share, facts.length));
        return shown ? [name, label, share.n / share.of, share.n, share.of] : [name, label, null, null, null];
      }),
    ),
  };
}
