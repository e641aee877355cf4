import { LEAST_COUNT, LEAST_PEOPLE } from '../../coverage/index.ts';
import { formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { DIMENSION_IDS, DURATION_IDS, SHARE_IDS } from './measures.ts';
import { t } from './messages.ts';

/** Each measure in words: what is counted, of whom, from which day to which. */
export function meanings(lang: Lang, forEverybody: boolean): readonly (readonly [string, string])[] {
  const tr = t(lang);
  const limits = { few: formatNumber(lang, LEAST_COUNT), people: formatNumber(lang, LEAST_PEOPLE) };
  return [
    [tr('figures.cases'), tr('figures.means.cases')],
    ...DIMENSION_IDS.map((by) => [tr(`figures.dimension.${by}`), tr(`figures.means.${by}`)] as const),
    ...SHARE_IDS.map((what) => [tr(`figures.shareOf.${what}`), tr(`figures.means.${what}`)] as const),
    ...DURATION_IDS.map(
      (what) => [tr(`figures.duration.${what}`), tr(`figures.means.time.${what}`)] as const,
    ),
    [tr('figures.median'), tr('figures.means.median')],
    [tr('figures.p90'), tr('figures.means.p90')],
    ...(forEverybody
      ? ([
          [tr('figures.quarter'), tr('figures.means.quarter', limits)],
          [tr('figures.few'), tr('figures.means.few', limits)],
        ] as const)
      : []),
    [tr('figures.others'), tr('figures.means.others')],
  ];
}
