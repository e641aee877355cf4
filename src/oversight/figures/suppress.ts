import { isSafe, LEAST_COUNT } from '../../coverage/index.ts';
import type { CaseFact } from './facts.ts';
import { quarterOf } from './quarters.ts';

/** Cases of one institution that are shown from the end of the quarter on in which they were enough. */
export interface Batch {
  readonly from: string;
  readonly to: string;
  readonly facts: readonly CaseFact[];
}

/**
 * Cases by quarters of arrival, so many quarters together that each batch has five cases and more; the rest waits. So an
 * institution's total moves by five or not at all, at the end of a quarter, and nobody can read off it that one report came.
 */
export function batchesOf(facts: readonly CaseFact[]): readonly Batch[] {
  const byQuarter = Map.groupBy(facts, ({ arrivedOn }) => quarterOf(arrivedOn));
  const batches: Batch[] = [];
  let open: { from: string; facts: CaseFact[] } | null = null;
  for (const [quarter, own] of [...byQuarter].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const whole: CaseFact[] = [...(open?.facts ?? []), ...own];
    const from: string = open?.from ?? quarter;
    open = whole.length < LEAST_COUNT ? { from, facts: whole } : null;
    if (!open) batches.push({ from, to: quarter, facts: whole });
  }
  return batches;
}

/** One row of a table in which each case stands once; `id` null: all values that have no row, together. */
export interface Together {
  readonly id: string | null;
  readonly count: number;
}

/**
 * Rows of five and more. Smaller ones are put together without being named, with the smallest of the others until they are
 * at least two and five: so no total minus the rest gives one of them. Empty where all are fewer than five.
 */
export function together(counts: ReadonlyMap<string, number>): readonly Together[] {
  const filled = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const own = filled.filter(([, count]) => count >= LEAST_COUNT);
  const rest = filled.filter(([, count]) => count < LEAST_COUNT);
  const sum = () => rest.reduce((all, [, count]) => all + count, 0);
  while (rest.length > 0 && own.length > 0 && (rest.length < 2 || sum() < LEAST_COUNT))
    rest.push(own.pop() as [string, number]);
  if (rest.length > 0 && sum() < LEAST_COUNT) return [];
  const rows = own.map(([id, count]) => ({ id, count }));
  return rest.length > 0 ? [...rows, { id: null, count: sum() }] : rows;
}

/** Counts to everybody in steps of five, so that one case that moves between rows does not show. */
export function band(count: number): { readonly least: number; readonly most: number } {
  const least = Math.floor(count / LEAST_COUNT) * LEAST_COUNT;
  return { least, most: least + LEAST_COUNT - 1 };
}

/** May be said of a part: neither it nor what it leaves of the whole, nor what the whole leaves of all, is a handful. */
export function mayTell({ n, of }: { readonly n: number; readonly of: number }, all: number): boolean {
  return isSafe({ audience: of, signed: n }) && (of === all || all - of >= LEAST_COUNT);
}
