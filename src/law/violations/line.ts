import type { Confidence, IsoDate, Source } from '../types.ts';

/** The determination of candidates for one contest in one region: the dividing line. */
export interface Line {
  readonly from: IsoDate;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

/** What classification must know of the election; the caller asks the calendar of elections for it. */
export interface ElectionLine {
  readonly kind: 'pemilu' | 'pemilihan';
  /** False where that election is not held in the person's region. */
  readonly held: boolean;
  /** One for every contest that may be meant; null where its date is not known. */
  readonly lines: readonly (Line | null)[];
}

export type Side = 'before' | 'on-the-day' | 'after' | 'between' | 'unknown';

/**
 * On which side of every possible line a day lies; the day of determination itself counts as after it. `between`: after
 * one contest's line and before another's, so that the contest must be known.
 */
export function sideOf(date: IsoDate, { lines }: ElectionLine): Side {
  if (lines.length === 0 || lines.includes(null)) return 'unknown';
  const days = (lines as readonly Line[]).map((line) => line.from);
  if (days.every((day) => date < day)) return 'before';
  if (!days.every((day) => date >= day)) return 'between';
  return days.includes(date) ? 'on-the-day' : 'after';
}
