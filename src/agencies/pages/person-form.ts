import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { Agency } from '../agency.ts';
import type { KnownPerson, PersonDetails } from '../correct-person.ts';
import { rosterWords, t } from '../messages.ts';
import { CATEGORIES, POST_STATUSES, STATUSES } from '../person.ts';
import { explain, parseOne } from '../roster/index.ts';
import type { Unit } from '../unit.ts';
import { field } from './staff.ts';

const FIELDS = [
  'name',
  'idNumber',
  'category',
  'rank',
  'post',
  'postStatus',
  'unitId',
  'email',
  'status',
] as const;
/** What was typed, kept when it is refused. `seen` is the moment of the last change that the officer saw. */
export type PersonForm = Record<(typeof FIELDS)[number] | 'reason' | 'seen', string>;

export const LONGEST_REASON = 500;

const EMPTY: PersonForm = {
  name: '',
  idNumber: '',
  category: 'pns',
  rank: '',
  post: '',
  postStatus: 'definitive',
  unitId: '',
  email: '',
  status: 'active',
  reason: '',
  seen: '',
};

export function formOf(person: KnownPerson | null): PersonForm {
  if (!person) return EMPTY;
  const values = FIELDS.map((name) => [name, person[name] ?? '']);
  return { ...EMPTY, ...Object.fromEntries(values), seen: person.changedAt.toISOString() };
}

export function readPersonForm(body: Readonly<Record<string, unknown>>): PersonForm {
  const names = Object.keys(EMPTY) as (keyof PersonForm)[];
  return Object.fromEntries(names.map((name) => [name, field(body, name).slice(0, 2000)])) as PersonForm;
}

/** The form by the rules of roster files, and what is wrong with it by field. */
export function checkPerson(
  form: PersonForm,
  context: { lang: Lang; agency: Agency; units: readonly Unit[]; now: Date },
): { details: PersonDetails | null; errors: FieldErrors } {
  const { lang, agency, units, now } = context;
  const tr = t(lang);
  const category = CATEGORIES.find((known) => known === form.category) ?? 'pns';
  const postStatus = POST_STATUSES.find((known) => known === form.postStatus) ?? 'definitive';
  const status = STATUSES.find((known) => known === form.status) ?? 'active';
  const unit = units.find(({ id }) => id === form.unitId);
  const words = {
    ...form,
    id: form.idNumber,
    category: rosterWords.id[`agencies.roster.category.${category}`],
  };
  const { row, wrong } = parseOne({ ...words, unit: unit?.name ?? '' }, dateIn(now, agency.zone));
  const errors: Record<string, string> = {};
  for (const problem of wrong) errors[fieldOf(problem.code)] ??= explain(problem, rosterWords[lang]);
  if (!unit) errors.unitId = tr('agencies.personUnitMissing');
  if (form.reason === '') errors.reason = tr('agencies.personReasonMissing');
  if (form.reason.length > LONGEST_REASON)
    errors.reason = tr('agencies.personReasonLong', { limit: LONGEST_REASON });
  if (!row || !unit || Object.keys(errors).length > 0) return { details: null, errors };
  const details: PersonDetails = {
    idKind: row.idKind ?? 'local',
    idNumber: row.idNumber ?? null,
    name: row.name,
    category,
    rank: row.rank ?? null,
    post: row.post ?? null,
    postStatus: row.postStatus === 'definitive' ? postStatus : row.postStatus,
    unitId: unit.id,
    email: row.email ?? null,
    status,
  };
  return { details, errors };
}

/** Codes begin with the part of a row that they speak of. */
function fieldOf(code: string): string {
  const [part = ''] = code.split('.');
  return { id: 'idNumber', unit: 'unitId', row: 'name' }[part] ?? part;
}
