import type { Register } from '../make-register.ts';
import { SHIPPED } from '../register.ts';
import type { Confidence, IsoDate, Source } from '../types.ts';
import { kindReasons, lawReasons, lineReasons } from './act-reasons.ts';
import { type ElectionLine, type Side, sideOf } from './line.ts';
import { bindingsOf, levelsFor, type Person, personReasons } from './person.ts';
import { type Reason, reason } from './reason.ts';
import { applies, ruleOn } from './rule.ts';
import { weakest } from './stated.ts';
import type {
  ActKind,
  Basis,
  Binding,
  CriminalSide,
  Group,
  ItemId,
  Level,
  LevelClaim,
  Violation,
} from './types.ts';
import { criminalSideOf, findViolation, SIDES } from './violations.ts';

/** An act as it happened. The day on which it was reported is no part of it, because it decides nothing. */
export interface Act {
  /** What was done; or an item of the list, whose kind of act is then judged by the date anew. */
  readonly what: ActKind | ItemId;
  readonly date: IsoDate;
  readonly election: ElectionLine;
  readonly person: Person;
}

export interface Classification {
  readonly group: Group | 'undetermined';
  /** Null where the list names no item for the act, or where the day leaves two possible. */
  readonly item: ItemId | null;
  readonly candidates: readonly ItemId[];
  /** The level best stated; null where sources are even or none is set. */
  readonly level: Level | null;
  readonly levels: readonly LevelClaim[];
  readonly side: Side;
  /** Only what was in force on the day of the act; so are `bindings` and `criminal`. */
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
  const reading = readAct(act);
  const { kind, side, group, items } = reading;
  const settled = reading.stop === null && group !== null;
  if (!settled) return undetermined(act, reading, reading.stop);

  const rule = ruleOn(act.date, kind, group, items, register);
  const bindings = bindingsOf(act.person, group, act.date, register);
  const own = bindings.some((binding) => binding.person === act.person.category);
  const law = lawReasons(act.date, kind, group, register);
  const outside = act.person.category === 'non-asn';
  if (!own || (!outside && rule.bases.length === 0)) return undetermined(act, reading, reason('noRule'), law);

  const bases = outside ? [] : rule.bases;
  const levels = levelsFor(act.person, bindings, rule.levels);
  const level = mainLevel(levels, outside ? 1 : items.length);
  const criminal = (outside ? [] : items)
    .flatMap((item) => criminalSideOf(item.id))
    .filter((one) => one.election === act.election.kind && applies(one, act.date, register));
  return {
    ...outline(reading),
    group,
    level,
    levels,
    bases,
    bindings,
    criminal,
    why: [...reading.why, ...law, ...personReasons(act.person), ...(level ? [] : [reason('levelOpen')])],
    confidence: weakest([
      ...sureOfLine(act, kind, side),
      ...(law.length > 0 || (items.length === 0 && !outside) ? ['inferred' as const] : []),
      ...bindings.filter((one) => one.person === act.person.category).map((one) => one.confidence),
      level ? (levels[0] as LevelClaim).confidence : 'conflict',
    ]),
    sources: unique([...linesOf(act), ...items, ...levels, ...bases, ...bindings, ...criminal]),
  };
}

interface Reading {
  readonly kind: ActKind;
  readonly side: Side;
  readonly possible: readonly (ItemId | null)[];
  readonly items: readonly Violation[];
  /** Null where the two sides differ and the side is not known. */
  readonly group: Group | null;
  readonly why: readonly Reason[];
  /** Why no further answer is possible, besides the dates. */
  readonly stop: Reason | null;
}

function readAct({ what, date, election, person }: Act): Reading {
  const kind = findViolation(what)?.kind ?? (what as ActKind);
  const side = sideOf(date, election);
  const { before, after } = SIDES[kind];
  const possible = [...new Set(side === 'before' ? [before] : isAfter(side) ? [after] : [before, after])];
  const items = possible.flatMap((id) => findViolation(id ?? '') ?? []);
  const groups = new Set(possible.map((id) => findViolation(id ?? '')?.group ?? 'ethics'));
  const leave = kind === 'spouse-campaign' && person.spouse === 'on-leave';
  return {
    kind,
    side,
    possible,
    items,
    group: groups.size === 1 && kind !== 'other' ? ([...groups][0] as Group) : null,
    why: [...lineReasons(election, side, date), ...kindReasons(kind, side)],
    stop: !election.held ? reason('notHeld') : leave ? reason('spouseOnLeave') : null,
  };
}

function outline({ possible, items, side }: Reading) {
  const [only] = possible;
  const item = possible.length === 1 && only ? only : null;
  return { item, side, candidates: items.map(({ id }) => id) };
}

function undetermined(
  act: Act,
  reading: Reading,
  stop: Reason | null,
  law: readonly Reason[] = [],
): Classification {
  return {
    ...outline(reading),
    group: 'undetermined',
    level: null,
    levels: [],
    bases: [],
    bindings: [],
    criminal: [],
    why: [...reading.why, ...law, ...(stop ? [stop] : [])],
    confidence: 'conflict',
    sources: unique([...linesOf(act), ...reading.items]),
  };
}

/** The first claim counts as the main one unless sources are even on it. */
function mainLevel(levels: readonly LevelClaim[], items: number): Level | null {
  const [main] = levels;
  if (!main || items > 1 || main.confidence === 'conflict') return null;
  const rivals = levels.some((one) => one.level !== main.level && one.confidence === main.confidence);
  return rivals ? null : main.level;
}

/** An act that is the same item on both sides does not hang on the line; on the day itself the hour is not known. */
function sureOfLine(act: Act, kind: ActKind, side: Side): readonly Confidence[] {
  const { before, after } = SIDES[kind];
  if (before === after) return [];
  const lines = linesOf(act).map((line) => line.confidence);
  return side === 'on-the-day' ? [...lines, 'inferred'] : lines;
}

const isAfter = (side: Side) => side === 'after' || side === 'on-the-day';
const linesOf = ({ election }: Act) => election.lines.filter((line) => line !== null);

function unique(stated: readonly { readonly sources: readonly Source[] }[]): readonly Source[] {
  const all = stated.flatMap((one) => one.sources);
  return [...new Map(all.map((source) => [`${source.url}\n${source.note}`, source])).values()];
}
