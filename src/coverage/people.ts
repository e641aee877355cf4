import { z } from 'zod';
import { CATEGORIES } from '../campaigns/index.ts';
import { type Client, many, maybe } from '../platform/db/index.ts';
import { STATES, type State } from './counts.ts';
import { sql } from './coverage.ts';
import { expand, type Scope } from './scope.ts';

const Person = z.object({
  personId: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  category: z.enum(CATEGORIES),
  post: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  exemptionReason: z.string().nullable(),
  state: z.enum(STATES),
  total: z.number(),
});
export type StandingPerson = z.output<typeof Person>;

export interface PeopleWanted extends Scope {
  readonly states: readonly State[];
  /** Part of a name, number or post; empty for all. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** Names by unit, for those who may see them. `total` counts beyond the page. */
export async function peopleOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  wanted: PeopleWanted,
): Promise<{ readonly people: readonly StandingPerson[]; readonly total: number }> {
  const { states, search, limit, offset } = wanted;
  const like = search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const unitIds = await expand(client, agencyId, wanted);
  const params = { agencyId, campaignId, unitIds, like, states, limit, offset };
  const people = await many(client, sql.people, params, Person);
  return { people, total: people[0]?.total ?? 0 };
}

const Sealed = z.object({
  idx: z.number(),
  receipt: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  unitName: z.string(),
});
export type SealedOf = z.output<typeof Sealed>;

/** The sealed records of these units, by unit and name. */
export async function sealedOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  scope: Scope,
): Promise<SealedOf[]> {
  const unitIds = await expand(client, agencyId, scope);
  return many(client, sql.sealed, { agencyId, campaignId, unitIds }, Sealed);
}

/**
 * Whether nobody of the audience is outside these units: the whole institution by another name. Attacker: who puts an
 * empty unit beside the topmost one, so that it is not all units.
 */
export async function isEverybody(
  client: Client,
  agencyId: string,
  campaignId: string,
  scope: Scope,
): Promise<boolean> {
  const unitIds = await expand(client, agencyId, scope);
  return (await maybe(client, sql.anybodyElse, { agencyId, campaignId, unitIds })) === null;
}

const Contribution = z.object({
  id: z.string(),
  kind: z.enum(['apel', 'susulan']),
  title: z.string(),
  heldOn: z.string().nullable(),
  attended: z.number(),
  read: z.number(),
  witnessed: z.number(),
  symbolic: z.number(),
  signed: z.number(),
});
export type Contribution = z.output<typeof Contribution>;

/**
 * What each ceremony brought among people of these units. `signed`: of those on its attendance list, how many have
 * a sealed record by now.
 */
export async function contributionsOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  scope: Scope,
): Promise<Contribution[]> {
  const unitIds = await expand(client, agencyId, scope);
  return many(client, sql.contributions, { agencyId, campaignId, unitIds }, Contribution);
}
