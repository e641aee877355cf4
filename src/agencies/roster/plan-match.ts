import type { CurrentPerson, UnitRef } from './plan-types.ts';
import type { ParsedRow, UsableRow } from './types.ts';
import { nameKey } from './words.ts';

/**
 * Finds the people of the present roster that a row may mean. More than one: nobody can tell, so nothing is done.
 * A person whom some row names by number is not there to be found by name.
 */
export function personIndex(current: readonly CurrentPerson[], rows: readonly ParsedRow[]) {
  const numbers = group(current, (person) => (person.idNumber ? numberKey(person) : null));
  const names = group(current, (person) =>
    person.category === 'non-asn' ? `${person.unitId}|${nameKey(person.name)}` : null,
  );
  const byNumber = (row: Pick<ParsedRow, 'idKind' | 'idNumber'>) =>
    row.idNumber ? numbers.get(numberKey({ idKind: row.idKind ?? null, idNumber: row.idNumber })) : undefined;
  const numbered: ReadonlySet<string> = new Set(
    rows.flatMap((row) => byNumber(row)?.map((person) => person.id) ?? []),
  );
  const claimed = new Set<string>();
  return {
    numbered,
    /** False when an earlier row of the file already meant this person. */
    claim(person: CurrentPerson): boolean {
      if (claimed.has(person.id)) return false;
      claimed.add(person.id);
      return true;
    },
    find(row: UsableRow, unit: UnitRef): readonly CurrentPerson[] {
      const exact = byNumber(row);
      if (exact) return exact;
      if (row.category !== 'non-asn' || unit.kind === 'new') return [];
      const named = (names.get(`${unit.id}|${nameKey(row.name)}`) ?? []).filter(
        (person) => !numbered.has(person.id),
      );
      const withoutNumber = named.filter((person) => person.idNumber === null);
      return row.idNumber || withoutNumber.length > 0 ? withoutNumber : named;
    },
  };
}

/** NIP and NI PPPK share one number space; local numbers have their own. */
function numberKey(person: Pick<CurrentPerson, 'idKind' | 'idNumber'>) {
  return `${person.idKind === 'local' ? 'local' : 'asn'} ${person.idNumber}`;
}

function group(people: readonly CurrentPerson[], keyOf: (person: CurrentPerson) => string | null) {
  const groups = new Map<string, CurrentPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const members = groups.get(key);
    if (members) members.push(person);
    else groups.set(key, [person]);
  }
  return groups;
}
