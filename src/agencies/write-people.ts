import type { ClientBase } from 'pg';
import * as z from 'zod';
import type { Caller } from '../platform/api/index.ts';
import { exec, many, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { type Lang, messageOf } from '../platform/i18n.ts';
import { newId } from '../platform/ids.ts';
import { type Agency, agencyOn } from './agency.ts';
import sqlText from './api.sql';
import type { PersonDetails } from './correct-person.ts';
import { checkPerson, readPersonForm } from './pages/person-form.ts';
import { addPeople, CATEGORIES, changePeople, Person, POST_STATUSES, STATUSES } from './person.ts';
import { type Unit, unitsOf } from './unit.ts';

export const sql = queries(sqlText);

const text = (most: number) => z.string().max(most);

/** What is absent stays as it is known; an empty text takes it away. The unit by our id or by its code. */
export const SentPerson = z
  .object({
    idNumber: text(40).min(1),
    name: text(300).min(1),
    category: z.enum(CATEGORIES),
    rank: text(100).optional(),
    post: text(500).optional(),
    postStatus: z.enum(POST_STATUSES).optional(),
    unitId: text(100).optional(),
    unitCode: text(60).optional(),
    email: text(254).optional(),
    status: z.enum(STATUSES).optional(),
  })
  .strict();
type SentPerson = z.output<typeof SentPerson>;

const Result = z.object({
  row: z.int().meta({ description: 'Place in what was sent, from 0' }),
  result: z.enum(['added', 'changed', 'same', 'refused']),
  personId: z.string().nullable(),
  problems: z.array(z.object({ field: z.string(), detail: z.string() })),
});
type Result = z.output<typeof Result>;

export const Written = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  results: z.array(Result),
});

export interface Sending {
  caller: Caller;
  /** null: all units */
  unitIds: readonly string[] | null;
  people: readonly SentPerson[];
  lang: Lang;
}

const Known = Person.extend({ changedAt: z.date() });
type Known = z.output<typeof Known>;
type Judged = {
  row: number;
  details: PersonDetails | null;
  before: Known | null;
  problems: Result['problems'];
};

/**
 * Adds and changes people by their numbers, each judged by the rules of roster files; one who is refused keeps none of
 * the others back. Campaigns that are already open do not change. Owner: whoever holds the row of the institution.
 */
export async function writePeople(
  client: ClientBase,
  sending: Sending,
  now: Date,
): Promise<z.output<typeof Written>> {
  const { agencyId } = sending.caller;
  const judged = await judge(client, sending, now);
  const added = judged.filter(({ details, before }) => details && !before);
  const changed = judged.filter((one) => one.details && one.before && differs(one));
  const { isExample } = await agencyOn(client, agencyId, null);
  const newcomers = added.map(({ details }) => ({ ...(details as PersonDetails), isExample }));
  const ids = await addPeople(client, agencyId, newcomers, now);
  const changes = changed.map(({ details, before }) => ({
    ...(details as PersonDetails),
    id: (before as Known).id,
  }));
  await changePeople(client, agencyId, changes, now);
  const newIds = new Map(added.map((one, i) => [one.row, ids[i] as string]));
  await keep(client, sending, [...added, ...changed], newIds, now);
  const results = judged.map((one) => resultOf(one, newIds));
  const counts = { added: added.length, changed: changed.length, ...restOf(results) };
  if (added.length + changed.length > 0) await tell(client, sending, counts, now);
  return { ...counts, results };
}

async function judge(client: ClientBase, sending: Sending, now: Date): Promise<Judged[]> {
  const { caller, people, lang, unitIds } = sending;
  const { agencyId } = caller;
  const agency = await agencyOn(client, agencyId, null);
  const units = findUnits(await unitsOf(client, agencyId), unitIds);
  const numbers = people.map(({ idNumber }) => digits(idNumber));
  const rows = await many(client, sql.peopleByNumber, { agencyId, numbers }, Known);
  const known = new Map(rows.map((row) => [row.idNumber, row]));
  const seen = new Set<string>();
  return people.map((sent, row) => {
    const number = digits(sent.idNumber);
    const before = known.get(number) ?? null;
    const refused = (field: string, code: string): Judged => ({
      ...{ row, details: null, before },
      problems: [{ field, detail: messageOf(lang, code) ?? code }],
    });
    if (seen.has(number)) return refused('idNumber', 'agencies.api.twice');
    seen.add(number);
    const unit = units.of(sent, before);
    if (!unit) return refused('unitId', 'agencies.api.unitUnknown');
    if (before && !units.has(before.unitId)) return refused('idNumber', 'agencies.api.elsewhere');
    const judged = judgeOne({ sent, before, unit, agency, lang, now });
    if (judged.details && judged.details.idNumber !== number)
      return refused('idNumber', 'agencies.api.numberForm');
    return { row, before, ...judged };
  });
}

/** As the form for one person is judged, filled with what is known. */
function judgeOne(given: {
  sent: SentPerson;
  before: Known | null;
  unit: Unit;
  agency: Agency;
  lang: Lang;
  now: Date;
}): Pick<Judged, 'details' | 'problems'> {
  const { sent, before, unit, agency, lang, now } = given;
  const form = readPersonForm({
    ...{ postStatus: 'definitive', status: 'active' },
    ...Object.fromEntries(Object.entries(before ?? {}).filter(([, value]) => typeof value === 'string')),
    ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
    ...{ unitId: unit.id, reason: 'API' },
  });
  const { details, errors } = checkPerson(form, { lang, agency, units: [unit], now });
  return { details, problems: Object.entries(errors).map(([field, detail]) => ({ field, detail })) };
}

/** The units that the token may write to, by id and by code; a code that two units share means neither. */
function findUnits(units: readonly Unit[], within: readonly string[] | null) {
  const allowed = within && new Set(within);
  const own = units.filter(({ id }) => allowed?.has(id) ?? true);
  const byId = new Map(own.map((unit) => [unit.id, unit]));
  const byCode = Map.groupBy(
    own.filter(({ code }) => code !== null),
    ({ code }) => code as string,
  );
  return {
    has: (id: string) => byId.has(id),
    of({ unitId, unitCode }: SentPerson, before: Known | null): Unit | undefined {
      if (unitId !== undefined) return byId.get(unitId);
      if (unitCode === undefined) return before ? byId.get(before.unitId) : undefined;
      const found = byCode.get(unitCode) ?? [];
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

/** Blanks in a number do not matter, as in a roster file. */
function digits(number: string): string {
  return number.replace(/\s+/g, '');
}

function differs({ details, before }: Judged): boolean {
  const fields = Object.keys(details ?? {}) as (keyof PersonDetails)[];
  return fields.some((field) => details?.[field] !== before?.[field]);
}

function resultOf(one: Judged, newIds: ReadonlyMap<number, string>): Result {
  const { row, details, before, problems } = one;
  if (!details) return { row, result: 'refused', personId: before?.id ?? null, problems };
  if (!before) return { row, result: 'added', personId: newIds.get(row) ?? null, problems };
  return { row, result: differs(one) ? 'changed' : 'same', personId: before.id, problems };
}

function restOf(results: readonly Result[]) {
  const count = (wanted: Result['result']) => results.filter(({ result }) => result === wanted).length;
  return { same: count('same'), refused: count('refused') };
}

async function keep(
  client: ClientBase,
  { caller: { agencyId, by } }: Sending,
  written: readonly Judged[],
  newIds: ReadonlyMap<number, string>,
  now: Date,
): Promise<void> {
  await exec(client, sql.addCorrections, {
    ...{ agencyId, by, now, reason: 'API' },
    ids: written.map(() => newId(now)),
    personIds: written.map(({ before, row }) => before?.id ?? newIds.get(row)),
    befores: written.map(({ before }) => before && JSON.stringify(before)),
    afters: written.map(({ details }) => JSON.stringify(details)),
  });
}

async function tell(
  client: ClientBase,
  { caller: { agencyId, by, tokenId } }: Sending,
  data: Record<string, number>,
  now: Date,
): Promise<void> {
  await happened(client, { agencyId, at: now, actor: by, kind: 'roster.written', subject: tokenId, data });
}
