import { firstDay, lastDay, type Standing } from '../in-force.ts';
import type { Confidence, DatedFact, IsoDate, Source } from '../types.ts';

/** Our own words in both languages; never the official text. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** A statement of law: since when it holds, how sure it is, where it was seen. Nothing of law is said without these. */
export interface Stated {
  /** First day on which it holds. */
  readonly since: DatedFact;
  /** First day on which it no longer holds. */
  readonly until?: DatedFact;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

/** Something on which sources differ or which none of them settles. It is shown, never resolved here. */
export interface Dispute extends Stated {
  readonly about: 'level' | 'basis' | 'wording' | 'line' | 'days' | 'transition';
  readonly text: Text;
}

/** Whether a statement holds on that day; inside a year or month known only as such the answer is `unknown`. */
export function holdsOn({ since, until }: Pick<Stated, 'since' | 'until'>, date: IsoDate): Standing {
  if (until && date >= firstDay(until.date)) {
    const surely = until.date.length === 10 || date > lastDay(until.date);
    return surely ? 'revoked' : 'unknown';
  }
  if (date < firstDay(since.date)) return 'not-yet';
  return date < lastDay(since.date) ? 'unknown' : 'in-force';
}

const ORDER: readonly Confidence[] = ['verified', 'inferred', 'recalled', 'conflict'];

/** A conclusion is no surer than the least sure of what it rests on. */
export function weakest(all: readonly Confidence[]): Confidence {
  return ORDER[Math.max(0, ...all.map((one) => ORDER.indexOf(one)))] as Confidence;
}
