import type { ClientBase, Pool } from 'pg';
import * as z from 'zod';
import { type Client, exec, many, maybe, one, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { agencyOn } from './agency.ts';
import { addPeople, changePeople, Person } from './person.ts';
import { sql } from './sql.ts';

export type PersonDetails = Omit<Person, 'id' | 'isExample'>;

export interface Correction {
  agencyId: string;
  /** Null: somebody new. */
  personId: string | null;
  details: PersonDetails;
  reason: string;
  by: string;
  /** When the person was last changed, as the officer saw it; null for somebody new. */
  seen: Date | null;
}

const Known = Person.extend({ changedAt: z.date() });
export type KnownPerson = z.output<typeof Known>;

/** One person as they are today. @throws Refusal agencies.personUnknown (404) */
export async function personOf(client: Client, agencyId: string, personId: string): Promise<KnownPerson> {
  const found = await maybe(client, sql.person, { agencyId, personId }, Known);
  if (!found) throw new Refusal('agencies.personUnknown', 404);
  return found;
}

/**
 * Adds or corrects one person by hand, with a reason. What campaigns that are already open hold does not change.
 * The row of the institution is the lock, as for roster files.
 * @returns the person's id
 * @throws Refusal agencies.personUnknown (404), agencies.personChangedMeanwhile (409), agencies.personTaken (409),
 *   agencies.personSame
 */
export function correctPerson(pool: Pool, correction: Correction, now: Date): Promise<string> {
  const { agencyId, personId } = correction;
  return transaction(pool, async (client) => {
    await one(client, sql.lockAgency, { agencyId });
    const before = personId === null ? null : await personOf(client, agencyId, personId);
    if (before && before.changedAt.getTime() !== correction.seen?.getTime())
      throw new Refusal('agencies.personChangedMeanwhile', 409);
    await refuseTaken(client, correction);
    const changed = before ? changedFields(before, correction.details) : [];
    if (before && changed.length === 0) throw new Refusal('agencies.personSame');
    const id = await write(client, correction, now);
    await keep(client, { ...correction, personId: id }, before, now);
    const data = { reason: correction.reason, ...(before ? { changed: changed.join(', ') } : {}) };
    const kind = before ? 'person.corrected' : 'person.added';
    await happened(client, { agencyId, at: now, actor: correction.by, kind, subject: id, data });
    return id;
  });
}

/** A number belongs to one person; somebody without one is told from others by name and unit. */
async function refuseTaken(client: ClientBase, { agencyId, personId, details }: Correction): Promise<void> {
  const { idNumber, unitId, name } = details;
  const named = { agencyId, personId, idNumber, unitId, personName: name };
  const other = await maybe(client, sql.samePerson, named, z.object({ name: z.string() }));
  if (other) throw new Refusal('agencies.personTaken', 409, { name: other.name });
}

function changedFields(before: KnownPerson, details: PersonDetails): string[] {
  const fields = Object.keys(details) as (keyof PersonDetails)[];
  return fields.filter((field) => before[field] !== details[field]);
}

async function write(client: ClientBase, { agencyId, personId, details }: Correction, now: Date) {
  if (personId !== null) {
    await changePeople(client, agencyId, [{ ...details, id: personId }], now);
    return personId;
  }
  const { isExample } = await agencyOn(client, agencyId, null);
  const [id] = await addPeople(client, agencyId, [{ ...details, isExample }], now);
  return id as string;
}

async function keep(client: ClientBase, correction: Correction, before: KnownPerson | null, now: Date) {
  const { agencyId, personId, details, reason, by } = correction;
  const row = { agencyId, id: newId(now), personId, before, after: details, reason, by, now };
  await exec(client, sql.addCorrection, row);
}

const Kept = z.object({ at: z.date(), who: z.string().nullable(), reason: z.string(), added: z.boolean() });
export type KeptCorrection = z.output<typeof Kept>;

/** What was done by hand to this person, the newest first. */
export function correctionsOf(client: Client, agencyId: string, personId: string): Promise<KeptCorrection[]> {
  return many(client, sql.corrections, { agencyId, personId }, Kept);
}
