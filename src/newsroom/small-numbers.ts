import type { Counts } from '../coverage/index.ts';

/** Fewer people than this are never told apart in public. */
export const SMALL = 5;

/** What may be said of the whole: an exact figure, a bound, or nothing. */
export type PublicTotal =
  | { readonly kind: 'exact' | 'at-least'; readonly signed: number; readonly audience: number }
  | { readonly kind: 'under'; readonly audience: number }
  | { readonly kind: 'withheld' };

/** Blurs the total where few people signed or few did not, since few can be guessed by name. */
export function publicTotal({ signed, audience }: Counts): PublicTotal {
  const rest = audience - signed;
  const [fewSigned, fewRest] = [isFew(signed), isFew(rest)];
  if (audience < SMALL || (fewSigned && fewRest)) return { kind: 'withheld' };
  if (fewSigned) return { kind: 'under', audience };
  return fewRest
    ? { kind: 'at-least', signed: audience - SMALL + 1, audience }
    : { kind: 'exact', signed, audience };
}

interface Line {
  readonly counts: Counts;
}

/**
 * The units that may be shown. Hidden are those in which fewer than five signed, or one to four did not; and then as
 * many more, smallest first, as it takes so that total minus shown does not give the hidden ones away.
 */
export function publicUnits<Row extends Line>(rows: readonly Row[]): { shown: Row[]; hidden: number } {
  const shown = rows
    .filter((row) => maySay(row.counts))
    .sort((a, b) => b.counts.audience - a.counts.audience);
  const hidden = rows.filter((row) => !maySay(row.counts));
  while (hidden.length > 0 && shown.length > 0 && !maySay(sum(hidden))) hidden.push(shown.pop() as Row);
  return { shown, hidden: hidden.length };
}

function maySay({ signed, audience }: Pick<Counts, 'signed' | 'audience'>): boolean {
  return signed >= SMALL && !isFew(audience - signed);
}

function isFew(n: number): boolean {
  return n > 0 && n < SMALL;
}

function sum(rows: readonly Line[]): { signed: number; audience: number } {
  const add = (key: 'signed' | 'audience') => rows.reduce((total, row) => total + row.counts[key], 0);
  return { signed: add('signed'), audience: add('audience') };
}
