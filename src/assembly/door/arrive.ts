import type { ClientBase } from 'pg';
import { type AudiencePerson, audiencePerson } from '../../campaigns/index.ts';
import {
  type CeremonyHead,
  type PresenceWay,
  planOf,
  presenceOf,
  recordPresence,
  type Standing,
} from '../../ceremonies/index.ts';
import type { Client } from '../../platform/db/index.ts';
import type { Zone } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lateFrom } from './arrival-time.ts';
import type { Found } from './find-person.ts';
import { guestRecords, recordGuest } from './guests.ts';

/** How somebody came in: by the clock, or as whoever stands at the door says. */
export interface Arrival {
  head: CeremonyHead;
  zone: Zone;
  found: Found;
  /** null: present or late, by the clock */
  standing: Standing | null;
  reason: string | null;
  how: PresenceWay;
  site: string | null;
  by: string;
  /** As in `recordPresence`. */
  unitIds: readonly string[] | null;
}

export interface Arrived {
  id: string;
  guest: boolean;
  person: AudiencePerson;
  employer: string;
  standing: Standing;
  /** When this was recorded before, so that nothing new was. */
  since: Date | null;
}

/**
 * Records one person who stands at the door. By the clock, whoever is there already stays as they were recorded: a
 * second scan never makes somebody late.
 * @throws Refusal ceremonies.reasonNeeded, door.otherUnit, door.siteUnknown, door.guestOnlyPresent
 */
export async function arrive(client: ClientBase, arrival: Arrival, now: Date): Promise<Arrived> {
  const { head, zone, found, site } = arrival;
  const { plan } = await planOf(client, head.agencyId, head.id);
  if (site !== null && !plan.sites.some(({ id }) => id === site)) throw new Refusal('door.siteUnknown');
  const from = lateFrom(head, plan, site, zone);
  const byClock = from && now >= from ? 'late' : 'present';
  return found.from
    ? arriveAsGuest(client, arrival, byClock, now)
    : arriveHere(client, arrival, byClock, now);
}

async function arriveHere(
  client: ClientBase,
  arrival: Arrival,
  byClock: Standing,
  now: Date,
): Promise<Arrived> {
  const { head, found, how, site, by, unitIds } = arrival;
  const { agencyId, id: ceremonyId } = head;
  const { person } = found;
  const { personId } = person;
  if (unitIds && !unitIds.includes(person.unitId)) throw new Refusal('door.otherUnit');
  const before = (await presenceOf(client, agencyId, ceremonyId, [personId])).get(personId);
  const there = before?.standing === 'present' || before?.standing === 'late';
  const standing = arrival.standing ?? (there ? before.standing : byClock);
  const reason = standing === 'present' || standing === 'late' ? null : arrival.reason;
  const mark = { personId, standing, reason, how, site, deviceAt: null };
  const keep = arrival.standing === null && there;
  const added = keep
    ? 0
    : await recordPresence(client, { agencyId, ceremonyId, marks: [mark], by, unitIds }, now);
  const since = added === 0 && before ? before.recordedAt : null;
  return { id: personId, guest: false, person, employer: person.employer, standing, since };
}

/** Of another institution: under their own employer, beside the audience and never in it. */
async function arriveAsGuest(
  client: ClientBase,
  arrival: Arrival,
  byClock: Standing,
  now: Date,
): Promise<Arrived> {
  const { head, found, how, site, by } = arrival;
  const { person, from } = found;
  const standing = arrival.standing ?? byClock;
  if (standing !== 'present' && standing !== 'late') throw new Refusal('door.guestOnlyPresent');
  const guest = { kind: 'employee' as const, name: person.name, count: null, office: person.post };
  const employer = from?.name ?? person.employer;
  const at = { agencyId: head.agencyId, ceremonyId: head.id, by };
  const id = `${from?.agencyId}:${person.personId}`;
  const before = (await guestRecords(client, head.agencyId, head.id)).find((known) => known.id === id);
  if (before)
    return { id, guest: true, person, employer, standing: before.standing, since: before.recordedAt };
  await recordGuest(client, at, { ...guest, employer, standing, how, site }, now, id);
  return { id, guest: true, person, employer, standing, since: null };
}

/** @throws Refusal door.unknownPerson where nobody of this audience has the id */
export async function foundById(
  client: Client,
  { agencyId, campaignId }: CeremonyHead,
  personId: string,
): Promise<Found> {
  const person = await audiencePerson(client, agencyId, campaignId, personId);
  if (!person) throw new Refusal('door.unknownPerson', 404);
  return { person, from: null };
}
