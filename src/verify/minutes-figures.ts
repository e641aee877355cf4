import { integer } from './fields.ts';
import { FormatError } from './format-error.ts';

/** Whole numbers of people; `expected` is the denominator of all others. */
export interface MinutesFigures {
  expected: number;
  present: number;
  /** There, but late; not counted in `present`. */
  late: number;
  dutyElsewhere: number;
  excused: number;
  absent: number;
  unrecorded: number;
  signed: number;
  /** Of those who were there, on time or late. */
  presentSigned: number;
  symbolic: number;
}

export const people = integer(0, 1_000_000);
export const figures = {
  expected: people,
  present: people,
  late: people,
  dutyElsewhere: people,
  excused: people,
  absent: people,
  unrecorded: people,
  signed: people,
  presentSigned: people,
  symbolic: people,
};
const figureNames = Object.keys(figures) as (keyof MinutesFigures)[];

interface Counts {
  total: MinutesFigures;
  byCategory: readonly MinutesFigures[];
  byUnit: readonly MinutesFigures[];
}

/** That the figures of categories and of units give the total, and no part is more than its whole. @throws FormatError */
export function requireCounts({ counts }: { counts: Counts }): void {
  const { total, byCategory, byUnit } = counts;
  for (const [at, parts] of Object.entries({ byCategory, byUnit })) {
    for (const name of figureNames) {
      if (parts.reduce((sum, part) => sum + part[name], 0) !== total[name])
        throw new FormatError('counts-mismatch', { at: `${at}.${name}` });
    }
  }
  for (const one of [total, ...byCategory, ...byUnit]) {
    if (!holdTogether(one)) throw new FormatError('counts-mismatch', { at: 'expected' });
  }
}

/** Each expected person has one standing. */
function holdTogether(one: MinutesFigures): boolean {
  const { expected, present, late, dutyElsewhere, excused, absent, unrecorded } = one;
  const standings = present + late + dutyElsewhere + excused + absent + unrecorded;
  const signed = one.signed <= expected && one.presentSigned <= Math.min(one.signed, present + late);
  return standings === expected && signed && one.symbolic <= expected;
}
