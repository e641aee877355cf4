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
 * Rows of five and more. Smaller ones are put together without being named, always with the smallest of the others and all
 * that are as small: so no total minus the rest gives one of them, nor that all are small (four times four is sixteen), nor
 * which of equals was taken. Empty where all together are fewer than five.
 */
export function together(counts: ReadonlyMap<string, number>): readonly Together[] {
  const filled = [...counts].map(([id, count]) => ({ id, count })).filter(({ count }) => count > 0);
  const own = filled.filter(({ count }) => count >= LEAST_COUNT);
  if (own.length === filled.length) return own;
  const smallest = Math.min(...own.map(({ count }) => count));
  const rest = filled.filter((one) => one.count <= smallest);
  const count = rest.reduce((sum, one) => sum + one.count, 0);
  return count < LEAST_COUNT ? [] : [...own.filter((one) => one.count > smallest), { id: null, count }];
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
