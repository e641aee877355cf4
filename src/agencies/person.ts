import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, many } from '../platform/db/index.ts';
import { batches } from './batches.ts';
import { newIds } from './new-ids.ts';
import { sql } from './sql.ts';

export const CATEGORIES = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'] as const;

export const STATUSES = [
  'active',
  'leave',
  'study',
  'seconded',
  'suspended',
  'retired',
  'moved',
  'dismissed',
  'deceased',
] as const;

export const POST_STATUSES = ['definitive', 'plt', 'plh', 'pj', 'pjs'] as const;

export const Person = z.object({
  id: z.string(),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  idNumber: z.string().nullable(),
  name: z.string(),
  category: z.enum(CATEGORIES),
  rank: z.string().nullable(),
  post: z.string().nullable(),
  postStatus: z.enum(POST_STATUSES),
  unitId: z.string(),
  email: z.string().nullable(),
  /** One of {@link STATUSES}. */
  status: z.string(),
  isExample: z.boolean(),
});
/** Someone on the roster as they are today. What they were when they signed is in the sealed record. */
export type Person = z.output<typeof Person>;

const Listed = Person.extend({ unitName: z.string() });
export type ListedPerson = z.output<typeof Listed>;

export interface PeopleFilter {
  /** Only these units, exactly; null or absent: all. See unitsBelow for whole branches. */
  unitIds?: readonly string[] | null;
  category?: Person['category'] | null;
  /** Part of a name, or the first digits of a number; blanks in a number do not matter. */
  search?: string;
}

/** @returns the new ids, in the order of the people. @throws Error for a number that the roster already has */
export async function addPeople(
  client: ClientBase,
  agencyId: string,
  people: readonly Omit<Person, 'id'>[],
  now: Date,
): Promise<string[]> {
  const ids = newIds(now, people.length);
  for (const { part, from } of batches(people)) {
    const examples = part.map((person) => person.isExample);
    const named = { agencyId, now, ids: ids.slice(from, from + part.length), examples };
    await exec(client, sql.addPeople, { ...named, ...columns(part) });
  }
  return ids;
}

/** Writes the people as they now are; their ids and whether they are examples stay. */
export async function changePeople(
  client: ClientBase,
  agencyId: string,
  people: readonly Omit<Person, 'isExample'>[],
  now: Date,
): Promise<void> {
  for (const { part } of batches(people)) {
    const ids = part.map((person) => person.id);
    const changed = await exec(client, sql.changePeople, { agencyId, now, ids, ...columns(part) });
    if (changed !== part.length) throw new Error(`${part.length} people were to change, ${changed} did.`);
  }
}

/** One page of the roster by name, and how many there are in all. */
export async function peopleOf(
  client: Client,
  agencyId: string,
  filter: PeopleFilter & { limit: number; offset: number },
): Promise<{ people: ListedPerson[]; total: number }> {
  const { limit, offset, category = null } = filter;
  const params = { agencyId, category, limit, offset, ...matching(filter) };
  const people = await many(client, sql.people, params, Listed);
  const counts = await categoryCounts(client, agencyId, filter);
  const total = category ? counts[category] : CATEGORIES.reduce((sum, name) => sum + counts[name], 0);
  return { people, total };
}

/** How many people of each category match, whatever category the filter names. */
export async function categoryCounts(
  client: Client,
  agencyId: string,
  filter: PeopleFilter,
): Promise<Record<Person['category'], number>> {
  const counts = { pns: 0, cpns: 0, pppk: 0, 'pppk-pw': 0, 'non-asn': 0 };
  const found = await many(client, sql.countPeople, { agencyId, ...matching(filter) }, Count);
  for (const { category, count } of found) counts[category] = count;
  return counts;
}

const Count = z.object({ category: z.enum(CATEGORIES), count: z.number() });

function matching({ unitIds = null, search = '' }: PeopleFilter) {
  const text = search.trim().replace(/\s+/g, ' ');
  if (text === '') return { unitIds, name: null, number: null };
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  return { unitIds, name: `%${escaped}%`, number: `${escaped.replaceAll(' ', '')}%` };
}

function columns(people: readonly Omit<Person, 'id' | 'isExample'>[]) {
  const column = <Key extends keyof (typeof people)[number]>(key: Key) => people.map((person) => person[key]);
  return {
    idKinds: column('idKind'),
    idNumbers: column('idNumber'),
    names: column('name'),
    categories: column('category'),
    ranks: column('rank'),
    posts: column('post'),
    postStatuses: column('postStatus'),
    unitIds: column('unitId'),
    emails: column('email'),
    statuses: column('status'),
  };
}
