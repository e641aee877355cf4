import type { CurrentUnit, NewUnit, PlanOptions, UnitQuestion, UnitRef } from './plan-types.ts';
import { similarFinder } from './similar.ts';
import { type Problem, refuse } from './types.ts';
import { nameKey } from './words.ts';

type Resolved = { ref: UnitRef; name: string } | { problem: Problem };
type Outcome = Resolved & { pending?: UnitQuestion };

/**
 * Turns the unit names of a file into units: by code, else by name without regard to capitals and punctuation.
 * An unknown name that is nearly a known one is asked about, so that a slip does not become an office.
 */
export function unitResolver(
  units: readonly CurrentUnit[],
  answers: NonNullable<PlanOptions['unitAnswers']>,
) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(units.filter((unit) => unit.code).map((unit) => [unit.code!.toLowerCase(), unit]));
  const byName = Map.groupBy(units, (unit) => nameKey(unit.name));
  const closest = similarFinder(units, (unit) => unit.name);
  const outcomes = new Map<string, Outcome>();
  const created = new Map<string, NewUnit>();
  const touched = new Set<string>();

  const known = (unit: CurrentUnit): Resolved => ({ ref: { kind: 'known', id: unit.id }, name: unit.name });
  const create = (key: string, name: string, code: string | null): Resolved => {
    if (!created.has(key)) created.set(key, { key, name, code, people: 0, similarTo: null });
    return { ref: { kind: 'new', key }, name: created.get(key)!.name };
  };
  const decide = (key: string, name: string, code: string | null): Outcome => {
    const coded = code ? byCode.get(code.toLowerCase()) : undefined;
    if (coded) return known(coded);
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer && answer !== 'create') {
      const chosen = byId.get(answer.use);
      if (chosen) return known(chosen);
    }
    const named = (byName.get(nameKey(name)) ?? []).filter((unit) => !otherCode(unit, code));
    if (named.length === 1) return known(named[0]!);
    if (named.length > 1) return { problem: refuse('unit.ambiguous', { unit: name, count: named.length }) };
    const near = answer === 'create' ? null : closest(name);
    if (!near || otherCode(near.value, code)) return create(key, name, code);
    const problem = refuse('unit.similar', { unit: name, suggestion: near.value.name });
    return { problem, pending: { key, name, suggested: near.value, people: 0 } };
  };
  return {
    /** Ids of the known units that the file names. */
    touched: touched as ReadonlySet<string>,
    nameOf: (id: string) => byId.get(id)?.name ?? '',
    resolve(name: string, code: string | null): Resolved {
      const key = code ? `#${code.toLowerCase()}` : nameKey(name);
      let outcome = outcomes.get(key);
      if (!outcome) {
        outcome = decide(key, name, code);
        outcomes.set(key, outcome);
      }
      if (outcome.pending) outcome.pending.people++;
      if ('ref' in outcome && outcome.ref.kind === 'known') touched.add(outcome.ref.id);
      return outcome;
    },
    count(ref: UnitRef) {
      const unit = ref.kind === 'new' ? created.get(ref.key) : undefined;
      if (unit) unit.people++;
    },
    newUnits: () => withLookalikes([...created.values()].filter((unit) => unit.people > 0)),
    questions: () => [...outcomes.values()].flatMap((outcome) => outcome.pending ?? []),
  };
}

/** The rarer spelling points at the commoner one: that is the likely slip. */
function withLookalikes(units: NewUnit[]): NewUnit[] {
  const closest = similarFinder(units, (unit) => unit.name);
  return units.map((unit) => {
    const near = closest(unit.name)?.value;
    const rarer = near && (near.people > unit.people || (near.people === unit.people && near.key < unit.key));
    return rarer ? { ...unit, similarTo: near.name } : unit;
  });
}

/** Two units of one name and two codes are two units: every office has its "Sekretariat". */
function otherCode(unit: CurrentUnit, code: string | null) {
  return code !== null && unit.code !== null && unit.code.toLowerCase() !== code.toLowerCase();
}
