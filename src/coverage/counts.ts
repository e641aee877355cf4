/** Where a person of the audience stands: exactly one of these, the first that holds in this order. */
export const STATES = ['signed', 'declined', 'exempted', 'symbolic', 'attended', 'notYet'] as const;
export type State = (typeof STATES)[number];

/** Everything but a signature of one's own. */
export const UNSIGNED = STATES.filter((state) => state !== 'signed');

/** States of people who are still to be reached by a make-up session. */
export const REMAINING = ['notYet', 'attended', 'symbolic'] as const satisfies readonly State[];

/** People in each state; `audience` is the denominator. Invariant: the states add up to it. */
export type Counts = Readonly<Record<State | 'audience', number>>;

export const NOBODY: Counts = {
  audience: 0,
  signed: 0,
  declined: 0,
  exempted: 0,
  symbolic: 0,
  attended: 0,
  notYet: 0,
};

/** As the tally keeps them: people of one unit and category. */
export interface Cell {
  readonly unitId: string;
  readonly unitName: string;
  readonly category: string;
  readonly counts: Counts;
}

export function sumCells(cells: Iterable<Cell>): Counts {
  let sum = NOBODY;
  for (const { counts } of cells) sum = addCounts(sum, counts);
  return sum;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    audience: a.audience + b.audience,
    signed: a.signed + b.signed,
    declined: a.declined + b.declined,
    exempted: a.exempted + b.exempted,
    symbolic: a.symbolic + b.symbolic,
    attended: a.attended + b.attended,
    notYet: a.notYet + b.notYet,
  };
}

/** Share of the audience who signed for themselves, 0..1; null where nobody must sign. */
export function signedShare(counts: Counts): number | null {
  return counts.audience === 0 ? null : counts.signed / counts.audience;
}

/** How many a make-up session could still reach: not refused, not exempted, not signed. */
export function remainingIn(counts: Counts): number {
  let sum = 0;
  for (const state of REMAINING) sum += counts[state];
  return sum;
}

/** Lowest share first; of equals the one with more people remaining, then by name. */
export function worstFirst<Row extends { readonly counts: Counts; readonly name: string }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort(
    (a, b) =>
      (signedShare(a.counts) ?? 2) - (signedShare(b.counts) ?? 2) ||
      remainingIn(b.counts) - remainingIn(a.counts) ||
      (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
  );
}
