import type { ParsedRoster } from './parse.ts';
import { personIndex } from './plan-match.ts';
import type {
  Change,
  CurrentPerson,
  CurrentUnit,
  ImportPlan,
  PersonValues,
  PlanOptions,
  PlanRow,
} from './plan-types.ts';
import { unitResolver } from './plan-units.ts';
import { isUsable, type ParsedRow, type Problem, refuse, type UsableRow } from './types.ts';

/**
 * What accepting this file would do, row by row, with nothing done yet. Pure: the same input gives the same plan,
 * and after the plan is carried out the same file plans nothing but `same`. An empty cell never erases what is known.
 * A national number identifies a person; a non-ASN person is found by local number, else by name and unit.
 */
export function planImport(
  current: readonly CurrentPerson[],
  units: readonly CurrentUnit[],
  parsed: Pick<ParsedRoster, 'rows'>,
  options: PlanOptions = {},
): ImportPlan {
  const resolver = unitResolver(units, options.unitAnswers ?? {});
  const people = personIndex(current, parsed.rows);
  const found = new Set(people.numbered);
  const rows = parsed.rows.map((row) => planRow(row, resolver, people, found));
  const missing = missingPeople(current, found, options.wholeAgency ? null : resolver.touched);
  const count = (kind: PlanRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    rows,
    newUnits: resolver.newUnits(),
    unitQuestions: resolver.questions(),
    missing,
    counts: {
      add: count('add'),
      change: count('change'),
      same: count('same'),
      refuse: count('refuse'),
      missing: missing.length,
    },
  };
}

type Resolver = ReturnType<typeof unitResolver>;
type People = ReturnType<typeof personIndex>;

function planRow(row: ParsedRow, resolver: Resolver, people: People, found: Set<string>): PlanRow {
  const notes = row.problems.filter((problem) => problem.severity === 'warn');
  const refused = (reasons: Problem[]): PlanRow => ({
    kind: 'refuse',
    rowNumber: row.rowNumber,
    name: row.name,
    reasons,
    notes,
  });
  if (!isUsable(row)) return refused(row.problems.filter((problem) => problem.severity === 'refuse'));
  const unit = resolver.resolve(row.unitName, row.unitCode ?? null);
  if ('problem' in unit) return refused([unit.problem]);
  const matches = people.find(row, unit.ref);
  const person = matches[0];
  const taken = person !== undefined && !people.claim(person);
  for (const match of matches) found.add(match.id);
  if (matches.length > 1 || taken) return refused([refuse('person.ambiguous')]);
  resolver.count(unit.ref);
  const values = merged(row, unit, person);
  if (!person) return { kind: 'add', rowNumber: row.rowNumber, values, notes };
  const changes = differences(person, values, resolver.nameOf);
  return changes.length === 0
    ? { kind: 'same', rowNumber: row.rowNumber, personId: person.id, notes }
    : { kind: 'change', rowNumber: row.rowNumber, personId: person.id, values, changes, notes };
}

function merged(
  row: UsableRow,
  unit: { ref: PersonValues['unit']; name: string },
  person: CurrentPerson | undefined,
): PersonValues {
  const inferred = row.problems.some((problem) => problem.code === 'category.inferred');
  return {
    idKind: row.idKind ?? person?.idKind ?? null,
    idNumber: row.idNumber ?? person?.idNumber ?? null,
    name: row.name,
    category: inferred && person ? person.category : row.category,
    rank: row.rank ?? person?.rank ?? null,
    post: row.post ?? person?.post ?? null,
    postStatus: row.post || !person || row.postStatus !== 'definitive' ? row.postStatus : person.postStatus,
    email: row.email ?? person?.email ?? null,
    status: row.status ?? person?.status ?? 'active',
    unit: unit.ref,
    unitName: unit.name,
  };
}

const COMPARED = ['idNumber', 'name', 'category', 'rank', 'post', 'postStatus', 'email', 'status'] as const;

function differences(
  person: CurrentPerson,
  values: PersonValues,
  unitName: (id: string) => string,
): Change[] {
  const changes: Change[] = [];
  for (const field of COMPARED) {
    if (person[field] !== values[field]) changes.push({ field, before: person[field], after: values[field] });
  }
  const stays = values.unit.kind === 'known' && values.unit.id === person.unitId;
  if (!stays) changes.push({ field: 'unit', before: unitName(person.unitId), after: values.unitName });
  return changes;
}

/** Who has left already is not missed. */
function missingPeople(
  current: readonly CurrentPerson[],
  found: ReadonlySet<string>,
  touched: ReadonlySet<string> | null,
) {
  const gone: ReadonlySet<string> = new Set(['retired', 'moved', 'dismissed', 'deceased']);
  return current
    .filter(
      (person) => !found.has(person.id) && !gone.has(person.status) && (touched?.has(person.unitId) ?? true),
    )
    .map((person) => ({ personId: person.id, name: person.name, unitId: person.unitId }));
}
