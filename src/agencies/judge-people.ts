import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import type { Caller } from '../platform/api/index.ts';
import { type Client, many } from '../platform/db/index.ts';
import { type Lang, messageOf } from '../platform/i18n.ts';
import { type Agency, agencyOn } from './agency.ts';
import { sql } from './api-sql.ts';
import type { PersonDetails } from './correct-person.ts';
import { checkPerson, readPersonForm } from './pages/person-form.ts';
import { CATEGORIES, Person, POST_STATUSES, STATUSES } from './person.ts';
import { type Unit, unitsOf } from './unit.ts';

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

export interface Sending {
  caller: Caller;
  /** null: all units */
  unitIds: readonly string[] | null;
  people: readonly SentPerson[];
  lang: Lang;
}

const Known = Person.extend({ changedAt: z.date() });
export type Known = z.output<typeof Known>;
export type Judged = {
  row: number;
  details: PersonDetails | null;
  before: Known | null;
  problems: { field: string; detail: string }[];
};

/** Each person that was sent, by the rules of the form for one person and of roster files. Writes nothing. */
export async function judge(client: Client, sending: Sending, now: Date): Promise<Judged[]> {
  const { caller, people, lang, unitIds } = sending;
  const { agencyId } = caller;
  const agency = await agencyOn(client, agencyId, null);
  const units = findUnits(await unitsOf(client, agencyId), unitIds);
  const numbers = people.map(({ idNumber }) => digits(idNumber));
  const rows = await many(client, sql.peopleByNumber, { agencyId, numbers }, Known);
  const known = new Map(rows.map((row) => [row.idNumber, row]));
  const seen = new Set<string>();
  const judged: Judged[] = [];
  for (const [row, sent] of people.entries()) {
    // Pure computation: others have a turn in between.
    if (row % 50 === 49) await setImmediate();
    const number = digits(sent.idNumber);
    const before = known.get(number) ?? null;
    judged.push({ row, ...judgeRow({ sent, number, before, seen, units, agency, lang, now }) });
    seen.add(number);
  }
  return judged;
}

type Judgement = Omit<Judged, 'row'>;

function judgeRow(given: {
  sent: SentPerson;
  number: string;
  before: Known | null;
  seen: ReadonlySet<string>;
  units: ReturnType<typeof findUnits>;
  agency: Agency;
  lang: Lang;
  now: Date;
}): Judgement {
  const { sent, number, before, seen, units, agency, lang, now } = given;
  // Attacker: a token of one unit that asks for numbers of others; it learns no id of theirs.
  const refused = (field: string, code: string): Judgement => ({
    ...{ details: null, before: null },
    problems: [{ field, detail: messageOf(lang, code) ?? code }],
  });
  if (seen.has(number)) return refused('idNumber', 'agencies.api.twice');
  const unit = units.of(sent, before);
  if (!unit) return refused('unitId', 'agencies.api.unitUnknown');
  if (before && !units.has(before.unitId)) return refused('idNumber', 'agencies.api.elsewhere');
  const judged = judgeOne({ sent, before, unit, agency, lang, now });
  if (judged.details && judged.details.idNumber !== number)
    return refused('idNumber', 'agencies.api.numberForm');
  return { before, ...judged };
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
