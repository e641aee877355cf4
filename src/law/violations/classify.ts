import { inForce } from '../in-force.ts';
import type { Register } from '../make-register.ts';
import { SHIPPED } from '../register.ts';
import type { Confidence, IsoDate, Source } from '../types.ts';
import { criminalInForce } from './criminal-in-force.ts';
import { oldLevels, oldRule } from './data/legacy.ts';
import { ORDINARY_ETHICS } from './data/ordinary-ethics.ts';
import { type ElectionLine, type Line, type Side, sideOf } from './line.ts';
import { bindingsOf, levelsFor, type Person, personReasons } from './person.ts';
import { reason, type Reason } from './reason.ts';
import { holdsOn, weakest } from './stated.ts';
import type { ActKind, Basis, Binding, CriminalSide, Group, ItemId, Level, LevelClaim, Violation } from './types.ts';
import { findViolation, SIDES } from './violations.ts';

/** An act as it happened. The day on which it was reported is no part of it, because it decides nothing. */
export type Act = ({ readonly kind: ActKind } | { readonly item: ItemId }) & {
  readonly date: IsoDate;
  readonly election: ElectionLine;
  readonly person: Person;
};

export interface Classification {
  readonly group: Group | 'undetermined';
  /** Null where the list has no item, or where two are possible. */
  readonly item: ItemId | null;
  /** All items that may apply; one of them unless undetermined. */
  readonly candidates: readonly ItemId[];
  /** The level most surely stated; null where sources are even or nothing is set. */
  readonly level: Level | null;
  readonly levels: readonly LevelClaim[];
  readonly side: Side;
  /** Only what was in force on the day of the act. */
  readonly bases: readonly Basis[];
  readonly bindings: readonly Binding[];
  readonly criminal: readonly CriminalSide[];
  readonly why: readonly Reason[];
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

/**
 * Ethics or discipline, by the date of the act against the determination of candidates of that election and region, under
 * the law in force on that date. What the dates do not settle stays undetermined and says why; nothing is guessed.
 */
export function classify(act: Act, register: Register = SHIPPED): Classification {
  const kind = 'kind' in act ? act.kind : (findViolation(act.item) as Violation).kind;
  const side = sideOf(act.date, act.election);
  const { before, after } = SIDES[kind];
  const found = side === 'before' ? [before] : side === 'after' || side === 'on-the-day' ? [after] : [before, after];
  const candidates = [...new Set(found.filter((id) => id !== null))];
  const groups = new Set(found.map((id) => (id === null ? 'ethics' : (findViolation(id) as Violation).group)));
  const why = [...lineReasons(kind, side), ...lawReasons(act)];
  const lines = act.election.lines.filter((line) => line !== null);

  if (!act.election.held) return undetermined(candidates, side, [reason('notHeld')], lines);
  if (kind === 'other') return undetermined(['D13'], side, [...why, reason('taskForce')], lines);
  if (act.person.spouseOnLeave && kind === 'spouse-campaign')
    return undetermined(candidates, side, [...why, reason('spouseOnLeave')], lines);
  const [group] = groups;
  if (groups.size > 1 || !group) return undetermined(candidates, side, why, lines);

  const item = candidates.length === 1 && found.length === new Set(found).size ? (candidates[0] ?? null) : null;
  const single = new Set(found).size === 1 ? (found[0] ?? null) : item;
  const items = candidates.map((id) => findViolation(id) as Violation);
  const bindings = bindingsOf(act.person, group, act.date, register);
  const bases = basesOf(act, group, items, register);
  if (!bindings.some((one) => one.person === act.person.category) || bases === null)
    return undetermined(candidates, side, [...why, ...personReasons(act), reason('noRule')], lines);

  const levels = levelsFor(act.person, group, statedLevels(act, group, items, kind));
  const level = levels[0] && levels[0].confidence !== 'conflict' && candidates.length < 2 ? levels[0].level : null;
  const sources = [lines, items, levels, bases, bindings].flat().flatMap((one) => one.sources);
  return {
    group,
    item: single,
    candidates,
    level,
    levels,
    side,
    bases,
    bindings,
    criminal: criminalInForce(candidates, act.election.kind, act.date, register),
    why: [...why, ...personReasons(act), ...(level ? [] : [reason('levelOpen')])],
    confidence: sureness(act, kind, side, level, levels, bindings, lines),
    sources: unique(sources),
  };
}
