const SIZE = 2_000;

/**
 * A long list in pieces of one statement each: making the arrays of a statement is pure computation, and a hundred
 * thousand rows at once would stall every other request for seconds.
 */
export function* batches<T>(list: readonly T[]): Generator<{ part: readonly T[]; from: number }> {
  for (let from = 0; from < list.length; from += SIZE) yield { part: list.slice(from, from + SIZE), from };
}
