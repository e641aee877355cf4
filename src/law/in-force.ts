import type { Confidence, Instrument, IsoDate, PartialDate } from './types.ts';

export type Standing = 'in-force' | 'not-yet' | 'revoked' | 'unknown';

/**
 * Whether the instrument was in force on that day (`YYYY-MM-DD`). A date known only to the year or month answers
 * `unknown` inside that year or month, never a guess. On the day of revocation it is revoked.
 */
export function inForce(instrument: Instrument, date: IsoDate): Standing {
  const { inForceFrom, inForceUntil } = instrument;
  if (inForceUntil && date > lastDay(inForceUntil.date)) return 'revoked';
  if (inForceUntil && date >= firstDay(inForceUntil.date))
    return isFull(inForceUntil.date) ? 'revoked' : 'unknown';
  if (!inForceFrom) return 'unknown';
  if (date < firstDay(inForceFrom.date)) return 'not-yet';
  if (date < lastDay(inForceFrom.date)) return 'unknown';
  return 'in-force';
}

/** The confidence of the date that decides the answer of {@link inForce}. */
export function standingConfidence(instrument: Instrument, date: IsoDate): Confidence {
  const standing = inForce(instrument, date);
  if (standing === 'revoked') return instrument.inForceUntil?.confidence ?? instrument.confidence;
  if (standing === 'not-yet') return instrument.inForceFrom?.confidence ?? instrument.confidence;
  return instrument.confidence;
}

export function firstDay(date: PartialDate): IsoDate {
  return `${date}-01-01`.slice(0, 10);
}

export function lastDay(date: PartialDate): IsoDate {
  if (isFull(date)) return date;
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year as number, month ?? 12, 0)).toISOString().slice(0, 10);
}

function isFull(date: PartialDate): boolean {
  return date.length === 10;
}
