import type { Lang } from '../../platform/i18n.ts';
import { type Counts, signedShare } from '../counts.ts';
import { textColumn } from './columns.ts';
import { t } from './messages.ts';
import type { Sheet, Value } from './report.ts';

/** One line on either side; null where it is not there at all. */
export interface Pair {
  readonly name: string;
  readonly before: Counts | null;
  readonly after: Counts | null;
}

/** Lines of both sides by their key, in the order of the first and then what only the second has. */
export function paired<Row>(
  before: readonly Row[],
  after: readonly Row[],
  of: { key: (row: Row) => string; name: (row: Row) => string; counts: (row: Row) => Counts | null },
): Pair[] {
  const [left, right] = [before, after].map((rows) => new Map(rows.map((row) => [of.key(row), row])));
  const keys = new Set([...left!.keys(), ...right!.keys()]);
  return [...keys].map((key) => {
    const [a, b] = [left!.get(key), right!.get(key)];
    return { name: of.name((b ?? a)!), before: a ? of.counts(a) : null, after: b ? of.counts(b) : null };
  });
}

/** In parts of one; null where one side has nobody to count. */
export function difference({ before, after }: Pair): number | null {
  const [a, b] = [before && signedShare(before), after && signedShare(after)];
  return a === null || b === null ? null : b - a;
}

/** What fell most stands first; what stands on one side only comes last. */
export function fallenFirst(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort((a, b) => (difference(a) ?? 2) - (difference(b) ?? 2) || (a.name < b.name ? -1 : 1));
}

export function pairSheet(
  lang: Lang,
  sheet: { key: string; title: string; first: string; before: string; after: string },
  pairs: readonly Pair[],
): Sheet {
  const tr = t(lang);
  const side = (key: string, name: string) =>
    [
      { key: `share_${key}`, head: tr('nation.shareIn', { name }), kind: 'share' },
      { key: `signed_${key}`, head: tr('nation.signedIn', { name }), kind: 'count' },
      { key: `audience_${key}`, head: tr('nation.audienceIn', { name }), kind: 'count' },
    ] as const;
  return {
    key: sheet.key,
    title: sheet.title,
    columns: [
      textColumn('name', sheet.first),
      ...side('first', sheet.before),
      ...side('second', sheet.after),
      { key: 'difference_points', head: tr('nation.points'), kind: 'points' },
    ],
    rows: pairs.map((pair) => [
      pair.name,
      ...sideValues(pair.before),
      ...sideValues(pair.after),
      difference(pair),
    ]),
  };
}

function sideValues(counts: Counts | null): Value[] {
  return counts ? [signedShare(counts), counts.signed, counts.audience] : [null, null, null];
}
