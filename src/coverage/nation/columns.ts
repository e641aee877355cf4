import type { Lang } from '../../platform/i18n.ts';
import { type Counts, STATES, signedShare } from '../counts.ts';
import { t as coverageText } from '../messages.ts';
import { t } from './messages.ts';
import type { ReportColumn, Value } from './report.ts';

const KEYS = {
  signed: 'signed',
  declined: 'declined',
  exempted: 'exempted',
  symbolic: 'symbolic_only',
  attended: 'attended_only',
  notYet: 'not_yet',
} as const;

/** Share, denominator and every state, in the same order and words everywhere. */
export function countColumns(lang: Lang): ReportColumn[] {
  const tr = coverageText(lang);
  return [
    { key: 'share_signed', head: tr('coverage.share'), kind: 'share' },
    { key: 'audience', head: tr('coverage.audience'), kind: 'count' },
    ...STATES.map(
      (state): ReportColumn => ({ key: KEYS[state], head: tr(`coverage.state.${state}`), kind: 'count' }),
    ),
  ];
}

export function countValues(counts: Counts): Value[] {
  return [signedShare(counts), counts.audience, ...STATES.map((state) => counts[state])];
}

/** What each column means, for every page and file with these columns. */
export function countMeanings(lang: Lang): (readonly [string, string])[] {
  const tr = coverageText(lang);
  return [
    [tr('coverage.audience'), t(lang)('nation.means.audience')],
    [tr('coverage.share'), t(lang)('nation.means.share')],
    ...STATES.map((state) => [tr(`coverage.state.${state}`), tr(`coverage.means.${state}`)] as const),
  ];
}

export function textColumn(key: string, head: string): ReportColumn {
  return { key, head, kind: 'text' };
}
