import type { Sheet, Value } from '../../coverage/index.ts';
import { formatDate, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { TALLIES, type Tally, unaccounted } from './data/tallies.ts';
import { t } from './messages.ts';

/** What others counted, side by side by what they say they counted; differences are stated, nothing is averaged. */
export function tallyTable(lang: Lang): Sheet {
  const tr = t(lang);
  return {
    key: 'others',
    title: tr('figures.others'),
    columns: [
      { key: 'matter', head: tr('figures.matter'), kind: 'text' },
      { key: 'who', head: tr('figures.who'), kind: 'text' },
      { key: 'counted', head: tr('figures.counted'), kind: 'text' },
      { key: 'as_of', head: tr('figures.asOfDay'), kind: 'text' },
      { key: 'total', head: tr('figures.total'), kind: 'count' },
      { key: 'parts', head: tr('figures.parts'), kind: 'text' },
      { key: 'difference', head: tr('figures.difference'), kind: 'text' },
      { key: 'source', head: tr('figures.source'), kind: 'text' },
    ],
    rows: TALLIES.map((one): Value[] => [
      tr(`figures.matter.${one.matter}`),
      one.who[lang],
      one.counted[lang],
      one.asOf ? formatDate(lang, one.asOf) : tr('figures.noDay'),
      one.total,
      one.parts.map(({ what, count }) => `${what[lang]}: ${formatNumber(lang, count)}`).join('; ') || null,
      difference(lang, one),
      `${one.source ?? tr('figures.press')} (${tr(one.confidence === 'verified' ? 'figures.seen' : 'figures.unsure')})`,
    ]),
  };
}

function difference(lang: Lang, one: Tally): string | null {
  const left = unaccounted(one);
  if (left === null || left === 0) return null;
  const count = formatNumber(lang, Math.abs(left));
  return t(lang)(left > 0 ? 'figures.unaccounted' : 'figures.overcounted', { count });
}
