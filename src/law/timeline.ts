import { firstDay } from './in-force.ts';
import type { Register } from './make-register.ts';
import { relationsOf } from './relations.ts';
import type { DatedFact, Instrument, Source } from './types.ts';

export type Happening = 'signed' | 'in-force' | 'changed' | 'revoked' | 'replaced' | 'over';

/** One point of an instrument's life. */
export interface LifeEvent {
  readonly kind: Happening;
  /** Absent where no date is known. */
  readonly fact?: DatedFact;
  /** What changed, revoked or replaced it. */
  readonly by?: Instrument;
  readonly confidence: DatedFact['confidence'];
  readonly sources: readonly Source[];
}

/**
 * Signed, in force, changed by each instrument that amends it, and no longer in force; by date, what has no date last.
 * A change happens on the day on which the amending instrument comes into force.
 */
export function timelineOf(register: Register, instrument: Instrument): LifeEvent[] {
  const { signed, inForceFrom, inForceUntil, sources } = instrument;
  const own = (kind: Happening, fact: DatedFact | undefined, by?: Instrument): LifeEvent[] =>
    fact ? [{ kind, fact, confidence: fact.confidence, sources, ...(by ? { by } : {}) }] : [];
  const { amendedBy, replacedBy } = relationsOf(register, instrument);
  return [
    ...own('signed', signed),
    ...own('in-force', inForceFrom),
    ...amendedBy.map(changed),
    ...own(endOf(instrument, replacedBy[0]), inForceUntil, replacedBy[0]),
    ...(inForceUntil ? [] : replacedBy.map((by) => ({ ...changed(by), kind: 'replaced' as const }))),
  ].sort(byDate);
}

function changed(by: Instrument): LifeEvent {
  const fact = by.inForceFrom ?? by.signed;
  const { sources } = by;
  return {
    kind: 'changed',
    by,
    sources,
    confidence: fact?.confidence ?? by.confidence,
    ...(fact ? { fact } : {}),
  };
}

function endOf({ status }: Instrument, by: Instrument | undefined): Happening {
  if (!by) return 'over';
  return status === 'superseded' ? 'replaced' : 'revoked';
}

function byDate(a: LifeEvent, b: LifeEvent): number {
  const [first, second] = [dayOf(a), dayOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

const ORDER: readonly Happening[] = ['signed', 'in-force', 'changed', 'revoked', 'replaced', 'over'];

function dayOf({ fact }: LifeEvent): string {
  return fact ? firstDay(fact.date) : '9999';
}
